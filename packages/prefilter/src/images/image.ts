import type { Literal, NumberedLiteral } from '../literal.ts';
import { checkLiteral } from '../literal.ts';
import { HEADER_END } from './image-layout.ts';
import { ImageWriter } from './image-writer.ts';
import { writeSamplers } from './sampler-tables.ts';
import { writeTeddyTables } from './teddy-tables.ts';
import type { TokenSet } from './token-tables.ts';
import { writeTokenTables } from './token-tables.ts';

/** Literals from this length on are cheap to sample: grams of eight bytes at a stride of seven or more. */
const longLiteral = 14;
/** More literals than this crowd the eight buckets of Teddy. */
const teddyCapacity = 64;
/** So few long literals do not warrant a second pass over the input. */
const fewLong = 8;

/**
 * Builds the tables for a set of literals.
 *
 * @param teddy - whether the engine has Teddy; without it every literal is sampled.
 */
export function buildImage(
  literals: readonly Literal[], tokens: TokenSet | undefined, teddy: boolean,
): Uint8Array<SharedArrayBuffer> {
  for (const [index, literal] of literals.entries()) checkLiteral(literal, index);
  const numbered = literals.map(({ bytes, ignoreCase, group }, id) => ({ bytes, ignoreCase, group, id }));
  const image = new ImageWriter(HEADER_END);
  const { dense, sampled } = partition(numbered, teddy);
  writeTeddyTables(image, dense);
  writeSamplers(image, sampled);
  if (tokens !== undefined) writeTokenTables(image, tokens);
  return image.finish();
}

function partition(literals: readonly NumberedLiteral[], teddy: boolean): {
  readonly dense: readonly NumberedLiteral[];
  readonly sampled: readonly (readonly NumberedLiteral[])[];
} {
  const long = literals.filter((literal) => literal.bytes.length >= longLiteral);
  if (!teddy) return { dense: [], sampled: classes(literals) };
  if (long.length <= fewLong && literals.length <= teddyCapacity) return { dense: literals, sampled: [] };
  const dense: NumberedLiteral[] = [];
  const sampled: NumberedLiteral[] = [...long];
  // Small groups first: the literals of the catalogue stay in Teddy whatever number of short known keys there is.
  for (const group of smallestFirst(literals.filter((literal) => literal.bytes.length < longLiteral))) {
    (dense.length + group.length <= teddyCapacity ? dense : sampled).push(...group);
  }
  return { dense, sampled: classes(sampled) };
}

function smallestFirst(literals: readonly NumberedLiteral[]): readonly (readonly NumberedLiteral[])[] {
  const groups = Array.from({ length: 32 }, (): NumberedLiteral[] => []);
  for (const literal of literals) groups[literal.group]?.push(literal);
  return groups.sort((a, b) => a.length - b.length);
}

/**
 * One sampler for each kind of length. Where all are few, one sampler with short grams beats several passes; grams of
 * four bytes would occur everywhere if many random literals had them.
 */
function classes(literals: readonly NumberedLiteral[]): readonly (readonly NumberedLiteral[])[] {
  const bounds = literals.length <= 256 ? [1, 4] : [1, 4, 8, longLiteral];
  return bounds
    .map((from, index) => literals.filter((literal) => {
      const length = literal.bytes.length;
      return length >= from && length < (bounds[index + 1] ?? Infinity);
    }))
    .filter((members) => members.length > 0);
}
