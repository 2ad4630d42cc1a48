/** A set of ASCII characters, by their codes: `codes[code] === 1` for those in it, and `undefined` beyond ASCII. */
export function codesOf(chars: string): Uint8Array {
  const codes = new Uint8Array(128);
  for (const char of chars) codes[char.charCodeAt(0)] = 1;
  return codes;
}

export const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
export const digits = '0123456789';

/** `\w` of a regular expression. */
export const wordChars = `${letters}${digits}_`;

const isWord = codesOf(wordChars);

/** Whether a character of a word, `\w`, stands at an offset. */
export function isWordAt(text: string, offset: number): boolean {
  return isWord[text.charCodeAt(offset)] === 1;
}

const space = 0x20;
const tab = 0x09;
const carriageReturn = 0x0d;

/** Whether white space stands at an offset, as `\s` and `trim` know it. */
export function isBlankAt(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return code <= space ? code === space || (code >= tab && code <= carriageReturn) : code > 0x7f && /\s/.test(text.charAt(offset));
}
