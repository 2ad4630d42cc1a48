/** A byte string to look for. */
export interface Literal {
  /** One byte or more. */
  readonly bytes: Uint8Array;
  /** ASCII case is ignored; other bytes match exactly. */
  readonly ignoreCase: boolean;
  /** Number of the group (0 to 31) whose bit is set in a mask when the literal occurs. */
  readonly group: number;
}

/** `byte` with ASCII capitals turned into small letters. */
export function toLowerCase(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte;
}
