import type { CredentialMarker, TemplatePart } from '../markers/parse-template.ts';
import { parseTemplate } from '../markers/parse-template.ts';

/** An example as the docs show it: words stand for credentials, so that no page holds anything like a key. */
export interface ReadableExample {
  readonly text: string;
  /** Lines in which something is found, from 1, ascending. */
  readonly lines: readonly number[];
}

/** Encodings that leave a word as it is. */
const transparent = new Set(['json', 'url']);

function wordFor({ kind, label, piece }: CredentialMarker): string {
  const name = label.toUpperCase().replaceAll('-', '_');
  const word = kind === 'key' ? `YOUR_API_KEY${name && `_${name}`}` : name || 'OTHER_SERVICE_TOKEN';
  if (piece === undefined) return word;
  const parts = word.split(/(?=_)/);
  const cut = (index: number): number => Math.round((parts.length * index) / piece.count);
  return parts.slice(cut(piece.index - 1), cut(piece.index)).join('');
}

function inEncodings(text: string, encodings: readonly string[]): string {
  const opaque = encodings.filter((name) => !transparent.has(name));
  return opaque.length === 0 ? text : `<${text} in ${opaque.join(', then ')}>`;
}

/** Writes parts into `text` and collects where findings stand. */
function write(parts: readonly TemplatePart[], text: string, marks: number[]): string {
  for (const part of parts) {
    if (typeof part === 'string') {
      text += part;
    } else if (!('parts' in part)) {
      if (part.kind === 'key' && (part.piece?.index ?? 1) === 1) marks.push(text.length);
      text += inEncodings(wordFor(part), part.encodings);
    } else if (part.kind === 'here') {
      marks.push(text.length);
      text = write(part.parts, text, marks);
    } else {
      const inner: number[] = [];
      const plain = write(part.parts, '', inner);
      if (inner.length > 0) marks.push(text.length);
      text += inEncodings(plain, part.encodings);
    }
  }
  return text;
}

/** Shows an example to people: `YOUR_API_KEY` for a key, other words for other values. */
export function readableExample(code: string): ReadableExample {
  const marks: number[] = [];
  const text = write(parseTemplate(code), '', marks);
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  return { text, lines: [...new Set(marks.map(lineOf))].sort((a, b) => a - b) };
}
