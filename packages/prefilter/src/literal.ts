/** A byte string to look for. */
export interface Literal {
  /** One byte or more. */
  readonly bytes: Uint8Array;
  /** ASCII case is ignored; other bytes match exactly. */
  readonly ignoreCase: boolean;
  /** Number of the group (0 to 31) whose bit is set in a mask when the literal occurs. */
  readonly group: number;
}

/** A literal with its place in the caller's list. */
export interface NumberedLiteral extends Literal {
  readonly id: number;
}

/** Whether `byte` is an ASCII letter. */
export function isLetter(byte: number): boolean {
  const small = byte | 0x20;
  return small >= 0x61 && small <= 0x7a;
}

/** Throws `RangeError` for an empty literal and for a group outside 0 to 31. */
export function checkLiteral(literal: Literal, index: number): void {
  if (literal.bytes.length === 0) {
    throw new RangeError(`Literal ${index} of the prefilter is empty; it needs at least one byte.`);
  }
  checkGroup(literal.group);
}

/** Throws `RangeError` for a group outside 0 to 31. */
export function checkGroup(group: number): void {
  if (!Number.isInteger(group) || group < 0 || group > 31) {
    throw new RangeError(`Group ${group} of the prefilter is not a whole number from 0 to 31.`);
  }
}
