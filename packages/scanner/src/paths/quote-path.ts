import type { FilePath } from './file-path.ts';
import { bytesOfPath } from './file-path.ts';

const letters: Readonly<Record<number, string>> = {
  0x07: '\\a', 0x08: '\\b', 0x09: '\\t', 0x0a: '\\n', 0x0b: '\\v', 0x0c: '\\f', 0x0d: '\\r', 0x22: '\\"', 0x5c: '\\\\',
};

/**
 * Characters that could not be printed as they are: control characters (C0, DEL, C1), line and paragraph separators,
 * and the marks that turn the direction of writing and so make one name look like another.
 */
// eslint-disable-next-line no-control-regex -- these are the characters it is about
const unprintable = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Whether a path must be quoted: a path that merely starts with a quote is quoted too, or it could pass for a quoted one. */
function mustBeQuoted(path: string): boolean {
  return unprintable.test(path) || path.startsWith('"');
}

const escapeOf = (byte: number): string => letters[byte] ?? `\\${byte.toString(8).padStart(3, '0')}`;

/**
 * A path as it is printed: unchanged, or in C-style quotes as git prints it (`git help config`, core.quotePath) where
 * it is not valid UTF-8 or holds characters that cannot be printed. In quotes every byte above 0x7f is escaped.
 */
export function quotePath(path: FilePath): string {
  if (typeof path === 'string' && !mustBeQuoted(path)) return path;
  let quoted = '"';
  for (const byte of bytesOfPath(path)) {
    const plain = byte >= 0x20 && byte < 0x7f && letters[byte] === undefined;
    quoted += plain ? String.fromCharCode(byte) : escapeOf(byte);
  }
  return `${quoted}"`;
}
