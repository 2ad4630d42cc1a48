/** Codes of characters by their names; of brackets the opening one. */
export const tab = 0x09;
export const lineFeed = 0x0a;
export const carriageReturn = 0x0d;
export const space = 0x20;
export const parenthesis = 0x28;
export const comma = 0x2c;
export const hyphen = 0x2d;
export const dot = 0x2e;
export const slash = 0x2f;
export const colon = 0x3a;
export const semicolon = 0x3b;
export const lessThan = 0x3c;
export const equals = 0x3d;
export const squareBracket = 0x5b;
export const backslash = 0x5c;
export const underscore = 0x5f;
export const backtick = 0x60;
export const brace = 0x7b;

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

/** Whether white space stands at an offset, as `\s` and `trim` know it. */
export function isBlankAt(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return code <= space ? code === space || (code >= tab && code <= carriageReturn) : code > 0x7f && /\s/.test(text.charAt(offset));
}
