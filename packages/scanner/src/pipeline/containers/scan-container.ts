import { copiedTo, fill, prefixed } from '../../containers/byte-reader.ts';
import type { ContainerLimits } from '../../containers/limits.ts';
import { ContainerBudget, LimitError } from '../../containers/budget.ts';
import { CheckedReader } from '../../containers/checked-reader.ts';
import type { ContainerFormat, Member } from '../../containers/container.ts';
import { ContainerError } from '../../containers/container-error.ts';
import { containerFormatOf } from '../../containers/index.ts';
import type { ContainerBytes } from '../../containers/random-access.ts';
import { accessToMemory, bytesAnywhere } from '../../containers/random-access.ts';
import type { FilePath } from '../../paths/file-path.ts';
import { memberPath } from '../../paths/file-path.ts';
import { headLength } from '../../readers/reader.ts';
import type { Engine, Place } from '../engine.ts';
import { wholeFileLimit, windowLayout } from '../limits.ts';
import { Tally } from '../outcome.ts';
import { longText, ownPicture, ownPictureIn } from '../pictures/found-pictures.ts';
import type { BlobOutcome } from '../scan-bytes.ts';
import { isPlainAndClean, scanLoaded } from '../scan-bytes.ts';
import { scanReader } from '../scan-reader.ts';
import { withSpools } from './with-spools.ts';

/** A container, and where it is. */
export interface Container {
  readonly path: FilePath;
  readonly format: ContainerFormat;
  readonly bytes: ContainerBytes;
  /** Bytes of it, or those of it that have been read. */
  readonly size: () => number;
  /** Where a path in it is, for an engine. */
  readonly placeOf: (path: FilePath) => Place;
}

/** Where a blob within containers is. */
interface Position {
  /** As it is reported: that of the nearest archive and the name in it. */
  readonly path: FilePath;
  /** Containers around it. */
  readonly depth: number;
  /** Compressed files around it, from the nearest archive on. */
  readonly via: readonly string[];
}

/** Bytes that are read of a member before anybody asks what it is; most have no more. */
const firstRead = 1_048_576;

/** Bytes after which the event loop gets its turn. */
const turnBytes = 4_194_304;

/**
 * Scans what is in a container, however deep, and reports it under paths such as `a.zip!dir/file`. Nothing is written under any of these names.
 *
 * @returns what the members come to: `files` are those that were read, and the container itself is not among them.
 */
export async function scanContainer(engine: Engine, limits: ContainerLimits, container: Container): Promise<Tally> {
  const scan = new ContainerScan(engine, limits, container);
  await scan.enter(container.format, container.bytes, { path: container.path, depth: 1, via: [] });
  return scan.tally;
}

class ContainerScan {
  readonly tally = new Tally();
  readonly #engine: Engine;
  readonly #budget: ContainerBudget;
  readonly #container: Container;
  #untilTurn = turnBytes;

  constructor(engine: Engine, limits: ContainerLimits, container: Container) {
    this.#engine = engine;
    this.#budget = new ContainerBudget(limits, container.size);
    this.#container = container;
  }

  /** Scans the members of a container. Why it cannot be read to its end stands in the tally, but for a limit of all. */
  async enter(format: ContainerFormat, bytes: ContainerBytes, position: Position): Promise<void> {
    try {
      this.#budget.enter(position.depth);
      for await (const member of format.members(bytes)) {
        if ('closed' in member) {
          this.#budget.countMember();
          this.#note(member.closed, memberPath(position.path, member.name), member.reason);
        } else await this.#scanMember(format, member, position);
      }
    } catch (error) {
      // A limit ends all of it, and is said of the file.
      if (error instanceof LimitError && position.depth > 1) throw error;
      if (error instanceof ContainerError) this.#note('unread', position.path, error.message);
      else this.tally.addFailure(this.#container.placeOf(position.path).path, error);
    }
  }

  #note(kind: 'skipped' | 'unread', path: FilePath, reason: string): void {
    this.tally[kind].push({ path: this.#container.placeOf(path).path, reason });
  }

  async #scanMember(format: ContainerFormat, { name, bytes }: Member, { path, depth, via }: Position): Promise<void> {
    const own: Position = name === undefined ? { path, depth, via: [...via, format.name] } : { path: memberPath(path, name), depth, via: [] };
    if (name !== undefined) this.#budget.countMember();
    // What is not compressed has been counted with what is around it.
    const reader = new CheckedReader(bytes, format.isPlain === true && depth > 1 ? undefined : this.#budget);
    const { search } = this.#engine;
    const length = await fill(reader, search.memory(firstRead).subarray(0, firstRead));
    const head = Buffer.from(search.memory(0).subarray(0, Math.min(length, headLength)));
    const place = this.#placeOf(own);
    const inner = containerFormatOf({ bytes: head, path: place.name });
    if (inner === undefined) await this.#scanBlob(reader, length, own, place);
    else await this.#enterMember(inner, reader, length, own);
    const { failure } = reader;
    if (failure instanceof LimitError) throw failure;
    if (failure !== undefined) this.#note('unread', own.path, failure.message);
    await this.#turn(length);
  }

  /** Scans a container within one; its first bytes stand in the memory of the search. */
  async #enterMember(format: ContainerFormat, reader: CheckedReader, length: number, { path, depth, via }: Position): Promise<void> {
    const { search } = this.#engine;
    const first = Buffer.from(search.memory(0).subarray(0, length));
    const unread = this.tally.unread.length;
    const enter = (bytes: ContainerBytes): Promise<void> => this.enter(format, bytes, { path, depth: depth + 1, via });
    const isWhole = length < firstRead;
    await (isWhole ? enter(bytesAnywhere(accessToMemory(first))) : withSpools(prefixed(first, reader), enter));
    // That it is cut short has the reason that is around it.
    if (reader.failure !== undefined) this.tally.unread.splice(unread, Infinity, ...this.tally.unread.slice(unread).filter((note) => note.path !== this.#container.placeOf(path).path));
  }

  /** Scans a blob; its first bytes stand in the memory of the search. */
  async #scanBlob(reader: CheckedReader, first: number, position: Position, place: Place): Promise<void> {
    try {
      await this.#scanBytes(reader, first, position, place);
    } catch (error) {
      this.tally.addFailure(place.path, error);
    }
  }

  async #scanBytes(reader: CheckedReader, first: number, { via }: Position, place: Place): Promise<void> {
    const engine = this.#engine;
    const { search } = engine;
    let length = first;
    let room = firstRead;
    while (length === room && length <= wholeFileLimit) {
      room = Math.min(2 * room, wholeFileLimit + 1);
      length += await fill(reader, search.memory(room).subarray(length, room));
    }
    if (length > wholeFileLimit) {
      const start = Buffer.from(search.memory(0).subarray(0, length));
      const picture = ownPictureIn(engine.shelf, place, start, 'members');
      const counted = new CheckedReader(copiedTo(picture.write, prefixed(start, reader)), undefined);
      const outcome = await scanReader(engine, counted, place, windowLayout, (bytes) => this.#turn(bytes));
      this.#add(place, counted.bytes, { ...outcome, ...picture.found() }, via);
      if (outcome.picturePlaces !== undefined) this.tally.unread.push(longText(place.path));
      return;
    }
    const signs = search.signsIn(0, length);
    if (isPlainAndClean(engine, signs, length)) this.tally.addClean(length);
    else {
      const picture = ownPicture(engine.shelf, place, search.memory(0).subarray(0, length), 'members');
      this.#add(place, length, { ...scanLoaded(engine, length, place, signs), ...picture }, via);
    }
  }

  #add(place: Place, bytes: number, outcome: BlobOutcome, via: readonly string[]): void {
    const findings = via.length === 0 ? outcome.findings : outcome.findings.map((finding) => ({ ...finding, via: [...via, ...finding.via ?? []] }));
    const pictures = (outcome.pictures ?? []).map((picture) => ({ ...picture, via: [...via, ...picture.via] }));
    this.tally.addBlob(place.path, bytes, { ...outcome, findings, pictures });
  }

  /** Where a blob is. What is in `app.js.gz` is read as `app.js`. */
  #placeOf({ path, via }: Position): Place {
    const place = this.#container.placeOf(path);
    return via.length === 0 ? place : { ...place, name: place.name.replace(/\.(?:gz|br|zst|bz2|xz|zz|zlib)$/i, '').replace(/\.svgz$/i, '.svg') };
  }

  async #turn(bytes: number): Promise<void> {
    this.#untilTurn -= bytes + headLength;
    if (this.#untilTurn > 0) return;
    this.#untilTurn = turnBytes;
    await new Promise(setImmediate);
  }
}
