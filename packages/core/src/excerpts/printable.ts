/**
 * Characters that do something to a terminal or to the reader instead of standing there: control characters (C0, DEL,
 * C1), format characters (marks that turn the direction of writing, zero-width and tag characters), line and
 * paragraph separators, and halves of surrogate pairs.
 */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

const letters: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** The escape that stands for a character in printed text: `\n`, `\x1b`, `\u202e`, `\u{e0041}`. */
export function escapeOf(character: string): string {
  const letter = letters[character];
  if (letter !== undefined) return letter;
  const digits = (character.codePointAt(0) ?? 0).toString(16);
  if (digits.length <= 2) return `\\x${digits.padStart(2, '0')}`;
  return digits.length <= 4 ? `\\u${digits.padStart(4, '0')}` : `\\u{${digits}}`;
}

/**
 * A text of which every character can be printed on one line of a terminal, a log or a page: what could move the
 * cursor, colour the screen, end the line or reverse the writing is shown as an escape. Printable text is unchanged.
 */
export function printable(text: string): string {
  return text.replace(unprintable, escapeOf);
}
