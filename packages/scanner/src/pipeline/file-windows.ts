import { headOfSurface } from '@submit-guard/core';
import { readerFor } from '../readers/index.ts';
import { headLength } from '../readers/reader.ts';
import type { Reader } from '../readers/reader.ts';
import type { Engine, Place } from './engine.ts';
import type { WindowLayout } from './limits.ts';
import { headOf, readInto } from './read-into-memory.ts';
import { surfaceQuestion } from './scan-bytes.ts';
import type { FragmentPlace } from './scan-fragment.ts';
import { scanWindow } from './scan-window.ts';
import type { WindowOutcome } from './scan-window.ts';

/** A long file that is open. */
export interface OpenLongFile {
  readonly descriptor: number;
  /** Bytes, when it was first opened. */
  readonly size: number;
  readonly place: Place;
}

/** The windows of a long file, each of which is read and scanned by itself. */
export class FileWindows {
  readonly #engine: Engine;
  readonly #layout: WindowLayout;
  readonly #file: OpenLongFile;
  readonly #reader: Reader;
  readonly #place: FragmentPlace;

  /** Reads the beginning, which says what all of the file is. */
  constructor(engine: Engine, layout: WindowLayout, file: OpenLongFile) {
    const { descriptor, place } = file;
    this.#engine = engine;
    this.#layout = layout;
    this.#file = file;
    const reader = readerFor({ bytes: headOf(descriptor, headLength), path: place.name });
    this.#reader = reader;
    this.#place = { ...place, surface: surfaceQuestion(engine, place, () => reader.encoding.decode(headOf(descriptor, headOfSurface))) };
  }

  /** What the file is, where its bytes are not simply its text; see `Reader.opaque`. */
  get opaque(): string | undefined {
    return this.#reader.opaque;
  }

  /** @param number - of the window, from 0. @returns `undefined` where the file has become shorter. */
  scan(number: number): WindowOutcome | undefined {
    const { size: windowSize, context } = this.#layout;
    const { descriptor, size } = this.#file;
    const own = { start: number * windowSize, end: Math.min(size, (number + 1) * windowSize) };
    const from = Math.max(0, own.start - context);
    const to = Math.min(size, own.end + context);
    const length = readInto(this.#engine.search, descriptor, from, to - from);
    if (length < to - from) return undefined;
    return scanWindow(this.#engine, this.#reader, {
      length, own: { start: own.start - from, end: own.end - from }, reach: context, isFirst: from === 0, reachesEnd: to === size,
    }, this.#place);
  }
}
