import { printable } from '@submit-guard/core';

/** Letters that mean something in Markdown or HTML, as numeric references, which Markdown takes for plain letters. */
const entity = (character: string): string => `&#${character.codePointAt(0) ?? 0};`;

const active = /[&<>"'`*_[\](){}#|~\\^$:!+=]|^[-\d]/g;

/**
 * Words that stand in Markdown as they are, on one line: no element, link, image, list, table cell or emoji comes of
 * them, nobody is notified, no issue is linked and no address becomes a link.
 */
export function withoutMarkup(words: string): string {
  return printable(words)
    .replace(/@/g, '@\u200b')
    .replace(/\bwww\./gi, (start) => `${start.slice(0, 3)}\u200b.`)
    .replace(/:\/\//g, ':\u200b//')
    .replace(/#(?=\d)|\b(GH-)(?=\d)/gi, (start) => `${start}\u200b`)
    .replace(active, entity);
}

/** Words as an element of code, for places where Markdown is not read or has letters that code cannot hold. */
export function codeElement(words: string): string {
  const safe = printable(words).replace(/[^\p{L}\p{N} ,;/%-]/gu, (character) =>
    character === '@' ? `<wbr>${entity(character)}` : entity(character),
  );
  return `<code>${safe}</code>`;
}

/** The backticks that enclose a text which holds backticks itself. */
function fenceFor(text: string, shortest: number): string {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return '`'.repeat(Math.max(shortest, longest + 1));
}

/** Words as inline code that nobody is notified by; may stand in a table cell. */
export function asCode(words: string): string {
  const text = printable(words);
  // A bar would end a table cell, and a backslash changes what a bar does.
  if (text.trim() === '' || /[|\\]/.test(text)) return codeElement(text);
  const fence = fenceFor(text, 1);
  const pad = /^[` ]|[` ]$/.test(text) ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** Lines as a block of code, in a fence that nothing in them can close. */
export function codeBlock(lines: readonly string[]): readonly string[] {
  const shown = lines.map(printable);
  const fence = fenceFor(shown.join('\n'), 3);
  return [`${fence}text`, ...shown, fence];
}
