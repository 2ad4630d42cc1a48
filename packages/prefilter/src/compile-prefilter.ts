import { chooseEngine } from './engines/choose-engine.ts';
import { valueBound } from './hits.ts';
import { buildImage } from './images/image.ts';
import type { TokenSet } from './images/token-tables.ts';
import type { Literal } from './literal.ts';
import type { CompiledPrefilter } from './prefilter.ts';

export interface CompileOptions {
  /** Keys that are known by tag only. */
  readonly tokens?: TokenSet;
}

/**
 * Makes the tables for a search for `literals`: any number of them up to four million, of any length. Some hundred
 * thousand take a fraction of a second, so compile once and load the result in every worker.
 *
 * Throws `RangeError` for an empty literal, a group outside 0 to 31, a token length below 1, or too many literals.
 */
export function compilePrefilter(literals: readonly Literal[], { tokens }: CompileOptions = {}): CompiledPrefilter {
  if (literals.length >= valueBound) {
    throw new RangeError(`${literals.length} literals are more than a prefilter can hold (${valueBound - 1}).`);
  }
  const { kind, planBuckets } = chooseEngine();
  const image = buildImage(literals, tokens, planBuckets);
  const lengths = Uint32Array.from(literals, (literal) => literal.bytes.length);
  let longest = 1;
  for (const length of lengths) longest = Math.max(longest, length);
  // In hexadecimal and UTF-16 a key takes twice its length.
  for (const length of tokens?.lengths ?? []) longest = Math.max(longest, 2 * length);
  let groups = tokens === undefined ? 0 : 1 << tokens.group;
  for (const literal of literals) groups |= 1 << literal.group;
  return { engine: kind, image, lengths, groups, overlap: longest - 1 };
}
