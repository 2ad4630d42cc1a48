import { headOfSurface } from '@submit-guard/core';
import { mayBeContainer } from '../containers/signs.ts';
import { hasByteOrderMark } from '../encodings/text-encoding.ts';
import { shiftedOutcome, TextPlace } from '../pipeline/join-windows.ts';
import type { Engine, Place } from '../pipeline/engine.ts';
import { surfaceQuestion } from '../pipeline/scan-bytes.ts';
import type { FragmentOutcome, FragmentPlace } from '../pipeline/scan-fragment.ts';
import { nothing } from '../pipeline/scan-fragment.ts';
import { extentOf, scanWindow } from '../pipeline/scan-window.ts';
import { readerFor } from '../readers/index.ts';
import type { Reader } from '../readers/reader.ts';
import { headLength } from '../readers/reader.ts';
import { utf8Text } from '../readers/utf-8-text.ts';
import { UnfollowableError } from './unfollowable-error.ts';
import type { Border } from './window-borders.ts';
import { WindowBorders } from './window-borders.ts';

/** What of a log is new to be told. Plain data that holds no key. */
export type News = Pick<FragmentOutcome, 'findings' | 'notes'>;

/** What a log is, and how it is read. */
interface LogSource {
  readonly reader: Reader;
  readonly place: FragmentPlace;
}

/**
 * A log that is being written: finds the keys in every line as soon as it is finished, each once. A line is judged with some text in front of
 * it; what follows soon after may still convict it. Memory does not grow with the log.
 */
export class FollowedLog {
  readonly #engine: Engine;
  readonly #place: Place;
  readonly #borders = new WindowBorders();
  /** Of the first line that may still be convicted. */
  readonly #at = new TextPlace();
  /** Places that have been told, as far as they may be met again. */
  readonly #told = new Map<string, number>();
  #source: LogSource | undefined;

  constructor(engine: Engine, place: Place) {
    this.#engine = engine;
    this.#place = place;
  }

  /**
   * Takes what has come, at most some hundred kilobytes.
   *
   * @throws {UnfollowableError} where it begins like an archive, a compressed file or an image.
   */
  take(bytes: Uint8Array): News {
    this.#borders.add(bytes);
    const source = this.#sourceOf();
    return this.#judge(source, this.#borders.nextBorder(source.reader.encoding));
  }

  /** Takes the end: a last line without an end of its own counts as well. */
  end(): News {
    return this.#judge(this.#sourceOf(), { end: this.#borders.bytes.length, isCut: false });
  }

  /** What the log is, by its first bytes. */
  #sourceOf(): LogSource {
    if (this.#source !== undefined) return this.#source;
    const head = Buffer.from(this.#borders.bytes.subarray(0, headLength));
    if (mayBeContainer(head, this.#place.name)) throw new UnfollowableError('it is compressed or an archive; unpack it first, for example with zcat');
    const found = readerFor({ bytes: head, path: this.#place.name });
    if (found.opaque === 'media') throw new UnfollowableError('it is an image or another medium');
    // Where a log was emptied while a program wrote to it, it begins with NUL bytes.
    const reader = found.opaque === undefined ? found : utf8Text;
    const surface = surfaceQuestion(this.#engine, this.#place, () => reader.encoding.decode(head.subarray(0, headOfSurface)));
    const source = { reader, place: { ...this.#place, surface } };
    // One byte or two do not yet tell UTF-16 from UTF-8.
    if (head.length >= 4) this.#source = source;
    return source;
  }

  #judge({ reader, place }: LogSource, { end, isCut }: Border): News {
    const borders = this.#borders;
    if (end <= borders.judged) return nothing;
    const { encoding } = reader;
    const { search } = this.#engine;
    const { open, isFirst, reach } = borders;
    const bytes = isCut ? borders.bytes : borders.bytes.subarray(0, end);
    search.memory(bytes.length).set(bytes);
    const window = scanWindow(this.#engine, reader, { length: bytes.length, own: { start: open, end }, reach, isFirst, reachesEnd: !isCut }, place);
    const news = this.#untold(shiftedOutcome(window.outcome, this.#at.shiftOf(window)));
    const mark = isFirst && open === 0 && hasByteOrderMark(encoding, bytes) ? encoding.byteOrderMark.length : 0;
    this.#at.pass(extentOf(search, encoding, open + mark, Math.max(open + mark, borders.judgeTo(end, encoding))));
    borders.forget(encoding);
    return news;
  }

  /** Leaves out what has been told before. */
  #untold({ findings, notes }: News): News {
    const isNew = (key: string, line: number): boolean => {
      const isKnown = this.#told.has(key);
      this.#told.set(key, line);
      return !isKnown;
    };
    const news = {
      findings: findings.filter(({ ruleId, line, column }) => isNew(`${ruleId} ${line}:${column}`, line)),
      // What a suppression is for may be still to come: none is stale here.
      notes: notes.filter(({ kind, line = 0 }) => kind === 'invalid-suppression' && isNew(`${kind} ${line}`, line)),
    };
    for (const [key, line] of this.#told) if (line < this.#at.line) this.#told.delete(key);
    return news;
  }
}
