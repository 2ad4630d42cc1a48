const staging: ReadonlySet<string> = new Set(['staging', 'stage', 'stg', 'preprod']);
const production: ReadonlySet<string> = new Set(['production', 'prod', 'live']);

/** The kind of environment that a word of a name says; `undefined` where it says none. */
export function environmentOfWord(word: string): 'staging' | 'production' | undefined {
  return staging.has(word) ? 'staging' : production.has(word) ? 'production' : undefined;
}
