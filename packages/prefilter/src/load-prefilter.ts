import type { CompileOptions } from './compile-prefilter.ts';
import { compilePrefilter } from './compile-prefilter.ts';
import { chooseEngine } from './engines/choose-engine.ts';
import { createPlainEngine } from './engines/plain-engine.ts';
import { hitsOf, keysOf } from './hits.ts';
import type { Literal } from './literal.ts';
import type { CompiledPrefilter, Prefilter, SearchOptions } from './prefilter.ts';
import { hitsInWindows, readerOf, scanWindows } from './windows.ts';

const defaultWindowSize = 1 << 18;

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
  const scan = (length: number, found: number): number => engine.search(length, found, groups);
  const isDecided = (found: number): boolean => (found & groups) === groups || enough(found);

  return {
    engine: kind,
    groups,
    overlap,
    buffer: (wanted) => engine.buffer(wanted),
    scanBuffer: (length, found = 0) => scan(length, found),
    hitsInBuffer: (length, wanted = groups) => hitsOf(keysOf(engine.collect(length, wanted), 0)),
    tokensInBuffer: (length) => hitsOf(keysOf(engine.collectTokens(length, groups), 0)),
    scanWindows: (read) => scanWindows({ buffer: engine.buffer(size), overlap, read, scan, isDecided }),
    groupsIn(bytes) {
      const buffer = engine.buffer(Math.min(size, bytes.length + 1));
      return scanWindows({ buffer, overlap, read: readerOf(bytes), scan, isDecided });
    },
    hitsIn: (bytes, wanted = groups) => hitsInWindows({
      engine, bytes, size, overlap,
      collect: (length) => engine.collect(length, wanted),
      lengthOf: (literal) => lengths[literal] ?? 0,
    }),
    tokensIn: (bytes) => hitsInWindows({
      engine, bytes, size, overlap,
      collect: (length) => engine.collectTokens(length, groups),
      lengthOf: (length) => length,
    }),
  };
}

/** Compiles and loads a prefilter; see {@link compilePrefilter} and {@link loadPrefilter}. */
export function createPrefilter(literals: readonly Literal[], options: CompileOptions & SearchOptions = {}): Prefilter {
  return loadPrefilter(compilePrefilter(literals, options), options);
}
