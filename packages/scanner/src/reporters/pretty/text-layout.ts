import { eastAsianWidth } from 'get-east-asian-width';

const noWidth = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const emoji = /^\p{Emoji_Presentation}$/u;

/** Columns that a text without control characters takes in a terminal: wide characters two, combining ones none. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (noWidth.test(character)) continue;
    const code = character.codePointAt(0) ?? 0;
    width += code < 0x7f ? 1 : emoji.test(character) ? 2 : eastAsianWidth(code);
  }
  return width;
}

/** Lines of at most `columns` columns, broken at blanks; a word that is longer stands on its own line, whole. */
export function wrapped(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > columns) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

const narrowest = 60;
const widest = 120;

/** Columns that text is laid out in, whatever the terminal has. */
export function columnsOf({ columns = 80 }: { readonly columns?: number }): number {
  return Math.max(narrowest, Math.min(widest, columns));
}
