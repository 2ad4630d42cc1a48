import { LAYOUT_VERSION } from '../src/images/image-layout';
import { beginCollection, beginSearch, foundGroups, hits } from './matching';
export { hits } from './matching';
export { inflate } from './inflate';
export { countLineEnds } from './line-ends';
export { holdsNul } from './nul-bytes';
export { patch } from './patch';
export { planBuckets } from './planning';
import { searchSamplers } from './sampler';
import { searchTeddy } from './teddy';
import { searchTokens } from './tokens';
export { treeIds } from './trees';
export { surplusUnits } from './units';

/** The layout that this kernel was compiled for. */
export function layoutVersion(): u32 {
  return LAYOUT_VERSION;
}

/** Mask of the groups of `wanted` that occur in the input, added to `already`; ends early when `enough` says so. */
export function search(start: u32, end: u32, already: u32, wanted: u32): u32 {
  return survey(start, end, already, wanted, 0, 0, 0);
}

/**
 * The same, and writes pairs of (offset, index of the literal) for all literals of the groups of `kept`; {@link hits} tells how many there
 * were, which may be more than there was room for, and are not all where the search ended early.
 */
export function survey(start: u32, end: u32, already: u32, wanted: u32, kept: u32, room: u32, capacity: u32): u32 {
  beginSearch(start, end, already, wanted, kept, room, capacity);
  searchTeddy();
  searchSamplers();
  searchTokens();
  return foundGroups();
}

/**
 * Writes pairs of (offset, index of the literal) for all literals of the groups of `wanted`.
 * @returns the number of hits, which may be more than there was room for.
 */
export function collect(start: u32, end: u32, wanted: u32, room: u32, capacity: u32): u32 {
  beginCollection(start, end, wanted, room, capacity);
  searchTeddy();
  searchSamplers();
  return hits();
}

/** Writes pairs of (offset, length) for the stretches whose tag is known; returns their number as `collect` does. */
export function collectTokens(start: u32, end: u32, wanted: u32, room: u32, capacity: u32): u32 {
  beginCollection(start, end, wanted, room, capacity);
  searchTokens();
  return hits();
}
