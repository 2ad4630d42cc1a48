/** A text as a part of a regular expression that matches it and nothing else. */
export function literalPattern(text: string): string {
  return text.replace(/\W/g, '\\$&');
}
