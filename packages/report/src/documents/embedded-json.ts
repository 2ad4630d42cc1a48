/**
 * What may not stand in a page, in a log or on a terminal as it is: markup, what acts on whoever prints it, line separators, and
 * what a runner would take for a command (`##[error]`).
 */
const active = /[<>&\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|#(?=#[a-z]*\[)/giu;

const escaped = (text: string): string =>
  text.replace(active, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );

/** JSON that means the same, and nothing else, wherever it is put into a page. On one line. */
export function embeddedJson(value: unknown): string {
  // Outside of strings JSON has none of these characters.
  return escaped(JSON.stringify(value));
}
