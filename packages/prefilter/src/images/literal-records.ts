import type { NumberedLiteral } from '../literal.ts';
import { isLetter } from '../literal.ts';
import { RECORD_BYTES, RECORD_GROUP, RECORD_ID, RECORD_LENGTH, RECORD_OFFSET } from './image-layout.ts';
import type { ImageWriter } from './image-writer.ts';

/**
 * Writes the record of a literal.
 *
 * @param offset - where the literal's fingerprint or window starts.
 * @returns the address of the record.
 */
export function writeRecord(image: ImageWriter, literal: NumberedLiteral, offset: number): number {
  const length = literal.bytes.length;
  const padded = (length + 15) & ~15;
  const address = image.allocate(RECORD_BYTES + padded * (literal.ignoreCase ? 2 : 1));
  image.setWord(address + RECORD_LENGTH, literal.ignoreCase ? length | 0x80000000 : length);
  image.setWord(address + RECORD_GROUP, 1 << literal.group);
  image.setWord(address + RECORD_ID, literal.id);
  image.setWord(address + RECORD_OFFSET, offset);
  const target = image.bytes;
  const start = address + RECORD_BYTES;
  target.set(literal.bytes, start);
  if (literal.ignoreCase) {
    for (let index = 0; index < length; index++) {
      const byte = literal.bytes[index] as number;
      if (!isLetter(byte)) continue;
      target[start + index] = byte | 0x20;
      target[start + padded + index] = 0x20;
    }
  }
  return address;
}
