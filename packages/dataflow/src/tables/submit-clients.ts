import { wordsOf } from '@submit-guard/core';

/** What the name of a client of an API ends with. */
const clientWords: ReadonlySet<string> = new Set(['client', 'api', 'sdk', 'submit']);

/** Words in front with which a function makes one. */
const makingWords: ReadonlySet<string> = new Set(['create', 'make', 'new', 'init', 'connect', 'build', 'atomyx', 'get']);

/**
 * Whether what is called, by its name, makes a client of Submit: `SubmitClient`, `AtomyxSubmit`, `createSubmitClient`. What it is given as a
 * text is its key, as with most clients of APIs. `SubmitButton` is no client, and
 * `submitClient` is one already.
 */
export function makesSubmitClient(name: string): boolean {
  if (!/submit/i.test(name) || name.startsWith("submit")) return false;
  const words = wordsOf(name).filter((word) => !makingWords.has(word));
  const named = words[0] === 'submit' && words.slice(1).every((word) => clientWords.has(word));
  return named && (words.length > 1 || wordsOf(name).includes('atomyx'));
}
