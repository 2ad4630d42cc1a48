/** Bytes at an offset that tell a file format. */
export interface Signature {
  readonly offset: number;
  readonly bytes: Buffer;
}

/**
 * A signature from text in which `\xNN` stands for a byte.
 *
 * @param offset - in bytes from the start of the file.
 */
export function signature(text: string, offset = 0): Signature {
  return { offset, bytes: Buffer.from(text, 'latin1') };
}

export function hasSignature(head: Buffer, { offset, bytes }: Signature): boolean {
  return head.length >= offset + bytes.length && head.compare(bytes, 0, bytes.length, offset, offset + bytes.length) === 0;
}

/** Whether the head of a file holds a NUL byte, which text does not. */
export function holdsNul(head: Buffer): boolean {
  return head.includes(0);
}

/** Small letters after the last `.` of the last name in a path; '' where there is none. */
export function extensionOf(path: string): string {
  return /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}
