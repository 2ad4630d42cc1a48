import type { Finding, PlaceNote, PolicyNote } from '@submit-guard/core';
import type { Unparsed } from '../programs/read-program.ts';
import type { PicturePlace } from '../readers/embedded-pictures.ts';
import { failureReason, codeOf } from '../sources/failure-reason.ts';
import type { FileReference } from '../sources/source.ts';
import type { BlobOutcome } from './scan-bytes.ts';
import type { Fault } from './faults.ts';
import { faultOf } from './faults.ts';
import type { FoundPicture, PictureCount } from './pictures/found-pictures.ts';

/** A program that was read as mere text. */
export interface UnparsedProgram extends Unparsed {
  readonly path: string;
}

/** A text that is in memory in parts only, and where in it images may begin. */
export interface LongText {
  readonly file: FileReference;
  readonly places: readonly PicturePlace[];
}

/** What a number of files come to. Plain data that holds no key, so that it can come from a worker. */
export interface Outcome {
  readonly findings: readonly Finding[];
  readonly suppressed: number;
  readonly notes: readonly PolicyNote[];
  /** Files of which the text was read. */
  readonly files: number;
  /** Blobs that were read in archives and compressed files. */
  readonly members: number;
  /** Bytes that were looked at, also those of skipped files. */
  readonly bytes: number;
  readonly skipped: readonly PlaceNote[];
  readonly unread: readonly PlaceNote[];
  readonly unparsed: readonly UnparsedProgram[];
  /** What went wrong in the scanner itself; each has a note among the unread. */
  readonly faults: readonly Fault[];
  /** Images that are still to be read. */
  readonly pictures: readonly FoundPicture[];
  /** Long texts in which images are still to be looked for. */
  readonly longTexts: readonly LongText[];
}

/** Adds up outcomes. */
export class Tally implements Outcome {
  readonly findings: Finding[] = [];
  readonly notes: PolicyNote[] = [];
  readonly skipped: PlaceNote[] = [];
  readonly unread: PlaceNote[] = [];
  readonly unparsed: UnparsedProgram[] = [];
  readonly faults: Fault[] = [];
  readonly pictures: FoundPicture[] = [];
  readonly longTexts: LongText[] = [];
  suppressed = 0;
  files = 0;
  members = 0;
  bytes = 0;

  /** Counts a blob that is text in which there is nothing. */
  addClean(bytes: number): void {
    this.bytes += bytes;
    this.files++;
  }

  /** Counts a blob that was looked at. */
  addBlob(path: string, bytes: number, outcome: BlobOutcome): void {
    const { findings, notes, suppressed, skipped, unparsed, malformed, pictures } = detached(outcome);
    this.bytes += bytes;
    this.suppressed += suppressed;
    append(this.findings, findings);
    append(this.notes, notes);
    if (pictures !== undefined) append(this.pictures, pictures);
    if (unparsed !== undefined) this.unparsed.push({ path, ...unparsed });
    if (malformed !== undefined) this.skipped.push({ path, reason: `read as text: ${malformed}` });
    if (skipped === undefined) this.files++;
    else this.skipped.push({ path, reason: skipped });
  }

  /** Counts a blob that could not be read, or on which the scanner itself failed: one bad file ends no scan. */
  addFailure(path: string, error: unknown): void {
    if (codeOf(error) !== '') {
      this.unread.push({ path, reason: failureReason(error) });
      return;
    }
    if (error instanceof Error && error.name === 'GitError') {
      this.unread.push({ path, reason: error.message });
      return;
    }
    const fault = faultOf(path, error);
    this.faults.push(fault);
    this.unread.push({ path, reason: `submit-guard failed on it (${fault.name}); please report that` });
  }

  /**
   * Adds what a closer look at some blobs came to, which had been counted as they are.
   *
   * @param settled - what they count as, by path: what was said before of why they were skipped counts no longer.
   */
  settle(settled: ReadonlyMap<string, PictureCount>, outcome: Outcome): void {
    const skipped = new Set<string>();
    const others = this.skipped.filter(({ path }) => settled.get(path) === undefined || settled.get(path) === 'nothing' || skipped.add(path).size === 0);
    this.skipped.splice(0, this.skipped.length, ...others);
    // Those that were not skipped have been counted as read.
    for (const [path, counts] of settled) if (counts !== 'nothing' && !skipped.has(path)) this[counts]--;
    this.add(outcome);
  }

  add(outcome: Outcome): void {
    append(this.findings, outcome.findings);
    append(this.notes, outcome.notes);
    append(this.skipped, outcome.skipped);
    append(this.unread, outcome.unread);
    append(this.unparsed, outcome.unparsed);
    append(this.faults, outcome.faults);
    append(this.pictures, outcome.pictures);
    append(this.longTexts, outcome.longTexts);
    this.suppressed += outcome.suppressed;
    this.files += outcome.files;
    this.members += outcome.members;
    this.bytes += outcome.bytes;
  }
}

/**
 * A copy that shares no memory with the text it was made from: a few characters cut out of a text would keep all of it
 * in memory.
 */
function detached(outcome: BlobOutcome): BlobOutcome {
  return outcome.findings.length + outcome.notes.length === 0 ? outcome : structuredClone(outcome);
}

/** A loop and not `push(...items)`, which takes its arguments from the stack. */
function append<T>(list: T[], items: readonly T[]): void {
  for (const item of items) list.push(item);
}
