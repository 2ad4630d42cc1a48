import type { Literal } from './literal.ts';
import { toLowerCase } from './literal.ts';

/** Whether `literal` stands at `offset` of `bytes`. */
export function occursAt(literal: Literal, bytes: Uint8Array, offset: number): boolean {
  if (offset < 0 || offset + literal.bytes.length > bytes.length) return false;
  return literal.bytes.every((expected, index) => {
    const actual = bytes[offset + index] ?? -1;
    return actual === expected || (literal.ignoreCase && toLowerCase(actual) === toLowerCase(expected));
  });
}
