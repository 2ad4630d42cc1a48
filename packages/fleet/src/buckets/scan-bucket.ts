import { createHash } from 'node:crypto';
import type { CleanIds, IdTable, NotesByReason, PartsScanner, RepositoryOutcome, StreamOutcome } from 'submit-guard/fleet';
import { quotePath, sizeOf } from 'submit-guard/fleet';
import picomatch from 'picomatch';
import type { BucketPlace } from '../targets/bucket.ts';
import { folderOf } from '../targets/bucket.ts';
import { BucketClient } from './bucket-client.ts';
import { ObjectError } from './bucket-error.ts';
import type { BucketObject } from './read-listing.ts';

/** Bytes of an id of an object: a SHA-256. */
const idBytes = 32;

/** What an object is known by: it is another one where its content, its name or the store is. */
interface KnownObject {
  readonly object: BucketObject;
  /** The key without the folder that the prefix names; its path in reports. */
  readonly path: string;
  readonly id: string;
}

/** Sums up what the objects of a bucket come to. */
class BucketTally {
  readonly findings: RepositoryOutcome['findings'][number][] = [];
  readonly policyNotes: RepositoryOutcome['notes'][number][] = [];
  readonly skipped: Record<string, string[]> = {};
  readonly unread: Record<string, string[]> = {};
  readonly sums = { suppressed: 0, blobs: 0, members: 0, bytes: 0, knownClean: 0 };

  static note(notes: Record<string, string[]>, reason: string, path: string): void {
    (notes[reason] ??= []).push(path);
  }

  static noteAll(notes: Record<string, string[]>, added: NotesByReason): void {
    for (const [reason, paths] of Object.entries(added)) for (const path of paths) BucketTally.note(notes, reason, path);
  }

  get outcome(): RepositoryOutcome {
    const { findings, policyNotes, skipped, unread, sums } = this;
    return { findings, notes: policyNotes, commits: 0, ...sums, skipped, unread };
  }
}

export interface BucketScan {
  readonly scanner: PartsScanner;
  readonly cache: CleanIds;
  readonly place: BucketPlace;
  /** Variables with credentials. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Scans what a bucket has below a prefix, object by object as they come out of it. An object in which nothing was found is not read again as long
 * as it has its ETag, nor is a copy of it with the same name below another prefix of the same store.
 *
 * @throws {JobError} where the bucket cannot be listed, or the store refuses or goes away meanwhile: nothing passes for scanned then.
 */
export async function scanBucket({ scanner, cache, place, environment }: BucketScan): Promise<RepositoryOutcome> {
  const client = new BucketClient(place, environment);
  const tally = new BucketTally();
  const isWanted = place.include.length === 0 ? () => true : picomatch([...place.include], { dot: true });
  const isUnwanted = place.exclude.length === 0 ? () => false : picomatch([...place.exclude], { dot: true });
  for await (const page of client.list()) {
    const wanted: KnownObject[] = [];
    for (const object of page) {
      const path = object.key.slice(folderOf(place.prefix).length);
      // A key that ends with a slash and has no content stands for a folder.
      if ((object.size === 0 && object.key.endsWith('/')) || !isWanted(path) || isUnwanted(path) || scanner.excludes(path)) continue;
      if (place.largest !== undefined && object.size > place.largest) BucketTally.note(tally.skipped, 'it is larger than --largest-object', quotePath(path));
      else wanted.push({ object, path, id: idOf(place, object, path) });
    }
    await scanPage(wanted, { scanner, cache, client, tally });
  }
  return tally.outcome;
}

async function scanPage(wanted: readonly KnownObject[], { scanner, cache, client, tally }: { readonly scanner: PartsScanner; readonly cache: CleanIds; readonly client: BucketClient; readonly tally: BucketTally }): Promise<void> {
  const known = (await cache.among(tableOf(wanted.filter(({ object }) => object.etag !== '').map(({ id }) => id)))).get('');
  const knownIds = new Set(known === undefined ? [] : Array.from({ length: sizeOf(known) }, (_, number) => known.ids.toString('hex', number * idBytes, (number + 1) * idBytes)));
  const clean: string[] = [];
  for (const { object, path, id } of wanted) {
    if (knownIds.has(id)) {
      tally.sums.knownClean++;
      continue;
    }
    const { outcome, failure } = await scanObject(scanner, path, client.read(object));
    if (failure instanceof ObjectError) {
      BucketTally.note(tally.unread, failure.message, quotePath(path));
      continue;
    }
    if (failure !== undefined) throw failure;
    tally.findings.push(...outcome.findings);
    tally.policyNotes.push(...outcome.notes);
    tally.sums.suppressed += outcome.suppressed;
    tally.sums.members += outcome.members;
    tally.sums.bytes += outcome.bytes;
    tally.sums.blobs++;
    BucketTally.noteAll(tally.skipped, outcome.skipped);
    BucketTally.noteAll(tally.unread, outcome.unread);
    if (outcome.findings.length + outcome.notes.length + outcome.suppressed + Object.keys(outcome.skipped).length + Object.keys(outcome.unread).length === 0) clean.push(id);
  }
  if (clean.length > 0) await cache.add(new Map([['', tableOf(clean)]]));
}

/** What ends a stream is no fault of what reads it. */
async function scanObject(scanner: PartsScanner, path: string, bytes: AsyncIterable<Uint8Array>): Promise<{ readonly outcome: StreamOutcome; readonly failure: Error | undefined }> {
  const state: { failure: Error | undefined } = { failure: undefined };
  async function* watched(): AsyncGenerator<Uint8Array, void> {
    try {
      yield* bytes;
    } catch (error) {
      state.failure = error instanceof Error ? error : new Error(String(error));
      throw error;
    }
  }
  const outcome = await scanner.scanStream(path, watched());
  return { outcome, failure: state.failure };
}

function idOf({ endpoint }: BucketPlace, { etag, size }: BucketObject, path: string): string {
  return createHash('sha256').update(JSON.stringify(['bucket object', endpoint, etag, size, path])).digest('hex');
}

function tableOf(ids: readonly string[]): IdTable {
  return { ids: Buffer.from([...new Set(ids)].sort().join(''), 'hex'), idBytes };
}
