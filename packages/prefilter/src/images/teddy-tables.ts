import type { NumberedLiteral } from '../literal.ts';
import { bitsFor, FOLD, wordAt } from './hashing.ts';
import {
  FINGERPRINTS, FINGERPRINTS_SHIFT, GROUP_TABLE_COUNT, GROUP_TABLE_SIZE, GROUP_TABLES, HASH_LOW, RECORD_NEXT,
  RECORD_TAG, SHORT_RECORDS, TEDDY_GROUPS,
} from './image-layout.ts';
import type { ImageWriter } from './image-writer.ts';
import { writeRecord } from './literal-records.ts';
import { nibblesAt } from './fingerprint.ts';

/** A literal with its place in Teddy: where its fingerprint of three bytes starts, and the number of its bucket. */
export interface PlacedLiteral {
  readonly literal: NumberedLiteral;
  readonly offset: number;
  readonly bucket: number;
}

/** Decides where literals go. */
export type BucketPlanner = (literals: readonly NumberedLiteral[]) => readonly PlacedLiteral[];

/** Writes the nibble tables, one set for each group so that a found group can be left out, and the records. */
export function writeTeddyTables(image: ImageWriter, literals: readonly NumberedLiteral[], plan: BucketPlanner): void {
  if (literals.length === 0) return;
  const groups = [...new Set(literals.map((literal) => literal.group))];
  const tables = image.allocate(groups.length * GROUP_TABLE_SIZE);
  image.setWord(GROUP_TABLES, tables);
  image.setWord(GROUP_TABLE_COUNT, groups.length);
  image.setWord(TEDDY_GROUPS, groups.reduce((mask, group) => mask | (1 << group), 0));
  for (const [index, group] of groups.entries()) image.setWord(tables + index * GROUP_TABLE_SIZE, 1 << group);

  const headBits = bitsFor(literals.length * 4);
  const heads = image.allocate(4 << headBits);
  image.setWord(FINGERPRINTS, heads);
  image.setWord(FINGERPRINTS_SHIFT, 32 - headBits);
  for (const { literal, offset, bucket } of plan(literals)) {
    const table = tables + groups.indexOf(literal.group) * GROUP_TABLE_SIZE;
    addNibbles(image.bytes, table + 16, nibblesAt(literal, offset), 1 << bucket);
    addRecord(image, heads, 32 - headBits, literal, offset);
  }
}

/** Sets the bit of a bucket for the nibbles of a fingerprint. */
function addNibbles(bytes: Uint8Array, tables: number, sets: readonly number[], bit: number): void {
  for (const [part, set] of sets.entries()) {
    for (let rest = set; rest !== 0; rest &= rest - 1) {
      const entry = tables + part * 16 + 31 - Math.clz32(rest & -rest);
      bytes[entry] = (bytes[entry] as number) | bit;
    }
  }
}

function addRecord(
  image: ImageWriter, heads: number, shift: number, literal: NumberedLiteral, offset: number,
): void {
  const record = writeRecord(image, literal, offset);
  const tag = (wordAt(literal.bytes, offset) | FOLD) & 0xffffff;
  const isShort = literal.bytes.length < 3;
  const head = isShort ? SHORT_RECORDS : heads + (Math.imul(tag, HASH_LOW) >>> shift) * 4;
  image.setWord(record + RECORD_TAG, tag);
  image.setWord(record + RECORD_NEXT, image.getWord(head));
  image.setWord(head, record);
}
