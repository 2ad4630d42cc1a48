import type { CompileOptions } from './compile-prefilter.ts';
import { compilePrefilter } from './compile-prefilter.ts';
import { chooseEngine } from './engines/choose-engine.ts';
import type { Pairs, Stretch } from './engines/engine.ts';
import { createPlainEngine } from './engines/plain-engine.ts';
import { hitsOf, keysOf } from './hits.ts';
import type { Literal } from './literal.ts';
import type { CompiledPrefilter, Prefilter, SearchOptions } from './prefilter.ts';
import { hitsInWindows, readerOf, scanWindows } from './windows.ts';

const defaultWindowSize = 1 << 18;
/** Places of a buffer, times three, must fit 32 bits in the kernel. */
const largestBuffer = 1 << 30;

/**
 * Starts a search for the literals of a compiled prefilter, with a buffer of its own.
 *
 * Throws `Error` where the image needs WebAssembly and this process has none.
 */
export function loadPrefilter(compiled: CompiledPrefilter, options: SearchOptions = {}): Prefilter {
  const { engine: kind, image, lengths, groups, overlap } = compiled;
  const { enough = () => false, windowSize = defaultWindowSize } = options;
  const choice = kind === 'plain' ? { kind, start: createPlainEngine } : chooseEngine();
  if (choice.kind !== kind) {
    throw new Error('The prefilter was compiled for WebAssembly, which this process does not have. Compile it here.');
  }
  const engine = choice.start(image, enough);
  // At least half of a window is new.
  const size = Math.max(windowSize, 2 * overlap, 1);
  let reserved = 0;
  const buffer = (wanted: number): Uint8Array => {
    if (!(wanted <= largestBuffer)) {
      throw new RangeError(`A prefilter has no buffer of ${wanted} bytes; the largest has 1 GiB.`);
    }
    reserved = Math.max(reserved, wanted);
    return engine.buffer(wanted);
  };
  const checked = (length: number): number => {
    if (length <= reserved) return length;
    throw new RangeError(`${length} bytes are more than the buffer of the prefilter has (${reserved}).`);
  };
  const stretch = (end: number, start = 0): Stretch => ({ start: Math.min(start, end), end: checked(end) });
  const scan = (length: number, found: number, start = 0): number => engine.search(stretch(length, start), found, groups);
  const collect = (length: number, wanted: number, start = 0): Pairs => engine.collect(stretch(length, start), wanted);
  const collectTokens = (length: number, start = 0): Pairs => engine.collectTokens(stretch(length, start), groups);
  const isDecided = (found: number): boolean => (found & groups) === groups || enough(found);

  return {
    engine: kind,
    groups,
    overlap,
    ...(engine.unpacker !== undefined && { unpacker: engine.unpacker(groups, overlap) }),
    buffer,
    scanBuffer: (end, found = 0, start = 0) => scan(end, found, start),
    surveyBuffer(end, kept, start = 0) {
      const { found, places } = engine.survey(stretch(end, start), groups, kept & groups);
      return { mask: found, hits: () => hitsOf(keysOf(places(), 0)) };
    },
    hitsInBuffer: (end, wanted = groups, start = 0) => hitsOf(keysOf(collect(end, wanted, start), 0)),
    lineEndsInBuffer: (end, start = 0) => engine.countLineEnds(stretch(end, start)),
    unitsInBuffer: (end, start = 0) => end - Math.min(start, end) + engine.surplusUnits(stretch(end, start)),
    nulInBuffer: (end, start = 0) => engine.holdsNul(stretch(end, start)),
    tokensInBuffer: (end, start = 0) => hitsOf(keysOf(collectTokens(end, start), 0)),
    scanWindows: (read) => scanWindows({ buffer: buffer(size), overlap, read, scan, isDecided }),
    groupsIn(bytes) {
      const window = buffer(Math.min(size, bytes.length + 1));
      return scanWindows({ buffer: window, overlap, read: readerOf(bytes), scan, isDecided });
    },
    hitsIn: (bytes, wanted = groups) => hitsInWindows({
      buffer, bytes, size, overlap,
      collect: (length) => collect(length, wanted),
      lengthOf: (literal) => lengths[literal] ?? 0,
    }),
    tokensIn: (bytes) => hitsInWindows({
      buffer, bytes, size, overlap,
      collect: (length) => collectTokens(length),
      lengthOf: (length) => length,
    }),
  };
}

/** Compiles and loads a prefilter; see {@link compilePrefilter} and {@link loadPrefilter}. */
export function createPrefilter(literals: readonly Literal[], options: CompileOptions & SearchOptions = {}): Prefilter {
  return loadPrefilter(compilePrefilter(literals, options), options);
}
