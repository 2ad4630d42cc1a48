/** Languages of code blocks by the end of a path; the first that fits counts. */
const languages: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\/)\.env(?:\.[\w.]+)?$/, 'dotenv'],
  [/(?:^|\/)Dockerfile$/, 'dockerfile'],
  [/\.(?:js|mjs|cjs)$/, 'js'],
  [/\.(?:ts|mts|cts)$/, 'ts'],
  [/\.(jsx|tsx|vue|svelte|html|json|toml|xml|ini|properties|csv|md|http|graphql)$/, '$1'],
  [/\.(py|go|java|cs|rb|php|rs|kt|swift|ps1|sh|tf)$/, '$1'],
  [/\.(?:har|ipynb|map)$/, 'json'],
  [/\.ya?ml$/, 'yaml'],
  [/\.jmx$/, 'xml'],
  [/\.rest$/, 'http'],
];

/**
 * Language of the code block that shows a file.
 *
 * @returns `text` where the path says nothing.
 */
export function languageOf(path: string): string {
  for (const [pattern, language] of languages) {
    const match = pattern.exec(path);
    if (match) return language === '$1' ? (match[1] ?? 'text') : language;
  }
  return 'text';
}

/** Whether ESLint reads the file without further languages being set up. */
export function isScript(path: string): boolean {
  return /\.(?:[cm]?[jt]s|[jt]sx|vue|svelte)$/.test(path);
}
