import type { Literal, NumberedLiteral } from '../literal.ts';
import { checkLiteral } from '../literal.ts';
import { HEADER_END } from './image-layout.ts';
import { ImageWriter } from './image-writer.ts';
import { writeSamplers } from './sampler-tables.ts';
import type { BucketPlanner } from './teddy-tables.ts';
import { writeTeddyTables } from './teddy-tables.ts';
import type { TokenSet } from './token-tables.ts';
import { writeTokenTables } from './token-tables.ts';

/** More literals than this crowd the eight buckets of Teddy. */
const teddyCapacity = 112;

/**
 * Builds the tables for a set of literals.
 *
 * @param plan - how to share literals out in Teddy; where there is none, every literal is sampled.
 */
export function buildImage(
  literals: readonly Literal[], tokens: TokenSet | undefined, plan: BucketPlanner | undefined,
): Uint8Array<SharedArrayBuffer> {
  for (const [index, literal] of literals.entries()) checkLiteral(literal, index);
  const numbered = literals.map(({ bytes, ignoreCase, group }, id) => ({ bytes, ignoreCase, group, id }));
  const image = new ImageWriter(HEADER_END);
  const { dense, sampled } = partition(numbered, plan === undefined ? 0 : teddyCapacity);
  if (plan !== undefined) writeTeddyTables(image, dense, plan);
  writeSamplers(image, sampled);
  if (tokens !== undefined) writeTokenTables(image, tokens);
  return image.finish();
}

function partition(literals: readonly NumberedLiteral[], capacity: number): {
  readonly dense: readonly NumberedLiteral[];
  readonly sampled: readonly (readonly NumberedLiteral[])[];
} {
  const dense: NumberedLiteral[] = [];
  const sampled: NumberedLiteral[] = [];
  // Teddy for the groups with the shortest literals, samplers for many long ones: known keys in all their encodings.
  for (const { members } of shortestFirst(literals)) {
    const target = dense.length + members.length <= capacity ? dense : sampled;
    for (const literal of members) target.push(literal);
  }
  return { dense, sampled: classes(sampled) };
}

interface Group {
  readonly members: NumberedLiteral[];
  shortest: number;
}

/** The literals by groups, those with the shortest literal first. */
function shortestFirst(literals: readonly NumberedLiteral[]): readonly Group[] {
  const groups = Array.from({ length: 32 }, (): Group => ({ members: [], shortest: Infinity }));
  for (const literal of literals) {
    const group = groups[literal.group] as Group;
    group.members.push(literal);
    group.shortest = Math.min(group.shortest, literal.bytes.length);
  }
  return groups.sort((a, b) => a.shortest - b.shortest);
}

/**
 * One sampler for each kind of length. Where all are few, one sampler with short grams beats several passes; grams of
 * four bytes would occur everywhere if many random literals had them.
 */
function classes(literals: readonly NumberedLiteral[]): readonly (readonly NumberedLiteral[])[] {
  const bounds = literals.length <= 256 ? [1, 4] : [1, 4, 8, 14];
  return bounds
    .map((from, index) => literals.filter((literal) => {
      const length = literal.bytes.length;
      return length >= from && length < (bounds[index + 1] ?? Infinity);
    }))
    .filter((members) => members.length > 0);
}
