import type { Occurrences, PrefilterPlan, Range } from '@submit-guard/core';
import { longestStretch, stretchOverlap, suppressionMarker } from '@submit-guard/core';
import type { CompiledPrefilter, EngineKind, Unpacker } from '@submit-guard/prefilter';
import { compilePrefilter, loadPrefilter } from '@submit-guard/prefilter';
import type { PicturePlace } from '../readers/embedded-pictures.ts';
import { pictureReach, pictureTexts } from '../readers/embedded-pictures.ts';
import { rangesAround, united } from './ranges.ts';

/** What a look at raw bytes says about them. */
export interface Signs {
  /** The detector may find something. */
  readonly candidates: boolean;
  /** Where alone it may find something, in offsets of the memory; absent where that may be anywhere. */
  readonly places?: readonly Range[];
  /** There may be a suppression comment. */
  readonly suppressions: boolean;
  /** There may be images as base64, see {@link BlobSearch.picturePlaces}; never where nobody wants to know. */
  readonly pictures: boolean;
}

/** What searches: the WebAssembly kernel, plain JavaScript, or nothing, as a configured pattern makes every blob be read. */
export type SearchKind = EngineKind | 'none';

/** Looks at raw bytes, before anything is decoded or copied. Blobs are read straight into its memory. */
export interface BlobSearch {
  readonly kind: SearchKind;
  /** Whether images are looked for. */
  readonly findsPictures: boolean;
  /**
   * Memory of at least `size` bytes to read into. What stands in it stays when it grows, but an earlier view is void then: always
   * take the latest.
   */
  memory(size: number): Buffer;
  /** Whether the first bytes of the memory, so many, show at once that nothing can be found in them; most do. */
  isClean(length: number): boolean;
  /** Whether a NUL byte stands in the bytes of the memory from `start`, 0 by default, to `end`. */
  holdsNul(end: number, start?: number): boolean;
  /** What stands in the bytes of the memory from `start` to `end`. */
  signsIn(start: number, end: number): Signs;
  /** The same in two steps: a mask of what occurs in the bytes, and what it says. A mask with more bits never says less. */
  maskOf(start: number, end: number): number;
  /** Whether bytes with a mask are worth asking for their signs. */
  mayHold(mask: number): boolean;
  signsOf(mask: number, start: number, end: number): Signs;
  /** Takes packed objects apart in the memory; absent where all is to be read, and in plain JavaScript. */
  readonly unpacker?: Unpacker;
  /**
   * Where in the bytes from `start` to `end` something may be found if it stands within `reach` bytes of what speaks of Submit or is a
   * known key; `undefined` where that is nearly everywhere.
   */
  placesNear(start: number, end: number, reach: number): readonly Range[] | undefined;
  /**
   * Where in the bytes from `start` to `end` a known key may begin, or what a pattern or name of the configuration wants: ascending offsets of the memory;
   * `undefined` where that may be anywhere.
   */
  ownPlacesIn(start: number, end: number): readonly number[] | undefined;
  /**
   * Where in the bytes from `start` to `end` images may begin as base64, in offsets from `start` and lines from there. A look for signs ends at the first that
   * is enough, perhaps before it comes to them.
   */
  picturePlaces(start: number, end: number): readonly PicturePlace[];
  /** Number of line ends in the bytes from `start` to `end`, which must not part `\r` from `\n`. */
  lineEndsIn(start: number, end: number): number;
}

/** A search as data, made once for all threads; its tables are shared memory. */
export interface CompiledSearch {
  readonly prefilter: CompiledPrefilter;
  /** Bit of the group of suppression comments. */
  readonly marker: number;
  /** Bit of the group of images as base64; 0 where they are not looked for. */
  readonly pictures: number;
}

/** Number of groups that a prefilter tells apart. */
const groups = 32;

/** Bytes in which words of Submit and of a key may belong together. */
const mostAtOnce = longestStretch + stretchOverlap;

/** Bytes that most files do not exceed. */
const firstMemory = 1_048_576;

/**
 * Makes the tables for a detector's plan and for suppression comments, which are looked for in the same pass: a stale one is
 * reported even where there is nothing else.
 *
 * @param findsPictures - whether images that stand in texts as base64 are looked for, too.
 */
export function compileSearch({ literals, tokens }: PrefilterPlan, findsPictures = false): CompiledSearch {
  const used = new Set(literals.map(({ group }) => group));
  if (tokens !== undefined) used.add(tokens.group);
  const [group, pictureGroup] = Array.from({ length: groups }, (_, number) => groups - 1 - number).filter((number) => !used.has(number));
  if (group === undefined || pictureGroup === undefined) throw new RangeError('The detector leaves no group of the prefilter free for suppression comments and images.');
  const marker = { bytes: Buffer.from(suppressionMarker), ignoreCase: false, group };
  const pictures = findsPictures ? pictureTexts.map((text) => ({ bytes: Buffer.from(text), ignoreCase: false, group: pictureGroup })) : [];
  return {
    prefilter: compilePrefilter([...literals, marker, ...pictures], tokens === undefined ? {} : { tokens }),
    marker: 1 << group,
    pictures: findsPictures ? 1 << pictureGroup : 0,
  };
}

/** Starts a search, with a memory of its own. */
export function loadSearch(plan: PrefilterPlan, { prefilter: compiled, marker, pictures }: CompiledSearch): BlobSearch {
  const { everything, closerLook, tokens } = plan;
  /** Bits of what the detector knows nothing of. */
  const further = marker | pictures;
  const passes = (mask: number): boolean => plan.passes(mask & ~further);
  const isCertain = (mask: number): boolean => plan.isCertain(mask & ~further);
  // Once all of a text is to be decoded anyway, looking for the comments in it costs nothing.
  const prefilter = loadPrefilter(compiled, { enough: isCertain });
  let reserved = firstMemory;
  let memory = viewOf(prefilter.buffer(reserved));
  /** The memory; room for what was found may have moved it, and an earlier view has no bytes then. */
  const latest = (): Buffer => {
    if (memory.length < reserved) memory = viewOf(prefilter.buffer(reserved));
    return memory;
  };
  /** The places where alone a match may stand; `undefined` where it may stand anywhere. */
  const placesIn = (mask: number, start: number, end: number): readonly Range[] | undefined => {
    if (mask === 0 || !passes(mask)) return [];
    if (isCertain(mask)) return undefined;
    if (end - start > mostAtOnce) return placesInStretches(start, end);
    return doubtfulPlaces(mask, start, end);
  };
  /** The detector reads a long text in stretches, and looks for evidence within a stretch only. */
  const placesInStretches = (start: number, end: number): readonly Range[] | undefined => {
    const places: Range[] = [];
    for (let at = start; at < end; at += longestStretch) {
      const to = Math.min(end, at + mostAtOnce);
      const own = placesIn(prefilter.scanBuffer(to, 0, at), at, to);
      if (own === undefined) return undefined;
      places.push(...own);
    }
    return places;
  };
  const look = (found: Occurrences, start: number, end: number, by: (bytes: Uint8Array, found: Occurrences) => readonly Range[]): readonly Range[] => {
    return by(latest().subarray(start, end), found).map((place) => ({ start: place.start + start, end: place.end + start }));
  };
  /** The places that a closer look finds. */
  const doubtfulPlaces = (mask: number, start: number, end: number): readonly Range[] => {
    const hasBothWords = (mask & closerLook.groups) === closerLook.groups;
    const worded = hasBothWords ? look(prefilter.hitsInBuffer(end, closerLook.groups, start), start, end, closerLook.placesIn) : [];
    const isTagged = tokens !== undefined && (mask & (1 << tokens.group)) !== 0;
    return isTagged ? united(worded, look(prefilter.tokensInBuffer(end, start), start, end, tokens.placesIn)) : worded;
  };
  const all: Signs = { candidates: true, suppressions: true, pictures: pictures !== 0 };
  const signsOf = (mask: number, start: number, end: number): Signs => {
    const places = placesIn(mask, start, end);
    if (places === undefined) return all;
    return { candidates: places.length > 0, places, suppressions: (mask & marker) !== 0, pictures: (mask & pictures) !== 0 };
  };
  return {
    kind: everything ? 'none' : prefilter.engine,
    findsPictures: pictures !== 0,
    ...(!everything && prefilter.unpacker !== undefined && { unpacker: prefilter.unpacker }),
    memory(size) {
      reserved = Math.max(reserved, size);
      return latest();
    },
    isClean(length) {
      if (everything) return false;
      const mask = prefilter.scanBuffer(length);
      return mask === 0 || ((mask & further) === 0 && !passes(mask));
    },
    holdsNul: (end, start) => prefilter.nulInBuffer(end, start),
    signsIn(start, end) {
      if (everything) return all;
      return signsOf(prefilter.scanBuffer(end, 0, start), start, end);
    },
    maskOf: (start, end) => prefilter.scanBuffer(end, 0, start),
    mayHold: (mask) => (mask & further) !== 0 || passes(mask),
    signsOf,
    placesNear(start, end, reach) {
      if (everything) return undefined;
      const near = (groups: number): readonly Range[] => rangesAround(prefilter.hitsInBuffer(end, groups, start).offsets, start, end, reach);
      const isNearlyAll = (places: readonly Range[]): boolean => places.reduce((sum, place) => sum + place.end - place.start, 0) * 2 > end - start;
      const alone = near(plan.signs.alone);
      // What is looked for besides only adds to that, and takes longer.
      if (isNearlyAll(alone)) return undefined;
      const together = plan.signs.together.map(near);
      const certain = together.every(({ length }) => length > 0) ? together.reduce(united, alone) : alone;
      const places = united(certain, doubtfulPlaces(prefilter.groups, start, end));
      return isNearlyAll(places) ? undefined : places;
    },
    ownPlacesIn(start, end) {
      if (everything) return undefined;
      const places = [...Array.from(prefilter.hitsInBuffer(end, plan.own, start).offsets), ...(tokens === undefined ? [] : Array.from(prefilter.tokensInBuffer(end, start).offsets))];
      return places.map((offset) => offset + start).sort((a, b) => a - b);
    },
    picturePlaces(start, end) {
      if (pictures === 0) return [];
      let at = start;
      let line = 1;
      return rangesAround(prefilter.hitsInBuffer(end, pictures, start).offsets, start, end, pictureReach).map((range) => {
        const from = behindParted(latest(), range.start);
        line += prefilter.lineEndsInBuffer(from, at);
        at = from;
        return { start: from - start, end: range.end - start, line };
      });
    },
    lineEndsIn: (start, end) => prefilter.lineEndsInBuffer(end, start),
  };
}

const carriageReturn = 0x0d;
const lineFeed = 0x0a;

/** A line end that lies across an offset counts as one: the offset is moved behind it. */
function behindParted(bytes: Uint8Array, offset: number): number {
  return bytes[offset - 1] === carriageReturn && bytes[offset] === lineFeed ? offset + 1 : offset;
}

function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
