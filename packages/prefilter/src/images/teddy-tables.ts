import type { NumberedLiteral } from '../literal.ts';
import {
  BUCKETS, GROUP_TABLE_COUNT, GROUP_TABLE_SIZE, GROUP_TABLES, TEDDY_GROUPS,
} from './image-layout.ts';
import type { ImageWriter } from './image-writer.ts';
import { writeRecord } from './literal-records.ts';
import { planBuckets } from './teddy-plan.ts';

/** Writes buckets and nibble tables, one set of tables for each group so that a found group can be left out. */
export function writeTeddyTables(image: ImageWriter, literals: readonly NumberedLiteral[]): void {
  if (literals.length === 0) return;
  const buckets = planBuckets(literals);
  const groups = [...new Set(literals.map((literal) => literal.group))];
  const tables = image.allocate(groups.length * GROUP_TABLE_SIZE);
  image.setWord(GROUP_TABLES, tables);
  image.setWord(GROUP_TABLE_COUNT, groups.length);
  image.setWord(TEDDY_GROUPS, groups.reduce((mask, group) => mask | (1 << group), 0));
  for (const [index, group] of groups.entries()) image.setWord(tables + index * GROUP_TABLE_SIZE, 1 << group);

  const directory = image.allocate(8 * 8);
  image.setWord(BUCKETS, directory);
  for (const [number, placed] of buckets.entries()) {
    const list = image.allocate(placed.length * 4);
    image.setWord(directory + number * 8, list);
    image.setWord(directory + number * 8 + 4, placed.length);
    for (const [index, { literal, offset, sets }] of placed.entries()) {
      image.setWord(list + index * 4, writeRecord(image, literal, offset));
      const table = tables + groups.indexOf(literal.group) * GROUP_TABLE_SIZE + 16;
      for (const [part, set] of sets.entries()) {
        for (let nibble = 0; nibble < 16; nibble++) {
          const entry = table + part * 16 + nibble;
          if ((set >> nibble) & 1) image.bytes[entry] = (image.bytes[entry] ?? 0) | (1 << number);
        }
      }
    }
  }
}
