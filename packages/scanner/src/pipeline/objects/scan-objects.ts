import { GitError } from '../../git/git-error.ts';
import type { ObjectInfo } from '../../git/object-kinds.ts';
import { objectStream } from '../../git/object-stream.ts';
import { quotePath } from '../../paths/quote-path.ts';
import type { ObjectSource } from '../../sources/git/object-source.ts';
import type { Engine } from '../engine.ts';
import { wholeFileLimit } from '../limits.ts';
import { Tally } from '../outcome.ts';
import type { OnProgress } from '../scan-source.ts';
import { scanStream } from '../scan-stream.ts';
import type { SiftResult } from './sift.ts';
import { ObjectSifter } from './sift-objects.ts';
import { suspicionOf } from './suspicion.ts';

/** What a look at all objects of a source comes to. */
export interface ObjectsOutcome {
  readonly suspects: readonly ObjectInfo[];
  /** Names of files that may be or hold a key; as latin1. */
  readonly names: ReadonlySet<string>;
  /** Objects read. */
  readonly objects: number;
  /** What was skipped and not read, bytes, and faults. */
  readonly tally: Tally;
}

/** Bytes of objects that git writes at once. */
const batchBytes = 33_554_432;
/** Objects of a batch, whatever their size: the commits of a long history are short. */
const batchObjects = 65_536;

/** Looks through all objects of a source for those in which something may stand. */
export async function siftSource(source: ObjectSource, engine: Engine, onProgress: OnProgress): Promise<ObjectsOutcome> {
  const sifter = new ObjectSifter(engine, source.repository);
  const tally = new Tally();
  const suspects: ObjectInfo[] = [];
  const names = new Set<string>();
  let objects = 0;
  const placeOf = (id: string): string => (id === '' ? '.' : quotePath(source.placeOf(id)));
  const take = (result: SiftResult): void => {
    suspects.push(...result.suspects);
    for (const name of result.names) names.add(name);
    for (const { id, reason } of result.skipped) tally.skipped.push({ path: placeOf(id), reason });
    for (const { id, reason } of result.unread) tally.unread.push({ path: placeOf(id), reason });
    objects += result.objects;
    tally.bytes += result.bytes;
    onProgress({ files: objects, bytes: tally.bytes });
  };
  const takeLong = async ({ id, kind, size }: ObjectInfo): Promise<void> => {
    const place = { path: placeOf(id), name: placeOf(id) };
    const outcome = await scanStream(engine, objectStream(source.repository, kind, id), place, () => undefined);
    if (outcome.findings.length + outcome.suppressed > 0) suspects.push({ id, kind, size });
    else for (const note of outcome.skipped) tally.skipped.push(note);
    for (const note of outcome.unread) tally.unread.push(note);
    for (const fault of outcome.faults) tally.faults.push(fault);
    if (outcome.unread.length === 0) objects++;
    tally.bytes += outcome.bytes;
  };
  let ids = '';
  let bytes = 0;
  let count = 0;
  const flush = async (): Promise<void> => {
    if (count === 0) return;
    const batch = ids;
    ids = '';
    bytes = 0;
    count = 0;
    take(await sifter.sift(batch));
  };
  try {
    for await (const listed of source.objects()) {
      for (const object of listed.objects) {
        if (object.size > wholeFileLimit) {
          await takeLong(object);
          continue;
        }
        ids += `${object.id}\n`;
        bytes += object.size;
        count++;
        if (bytes >= batchBytes || count >= batchObjects) await flush();
      }
      for (const name of listed.names) if (suspicionOf(engine, Buffer.from(name, 'latin1'), 'tree') === 'suspect') names.add(name);
    }
    await flush();
  } catch (error) {
    // What was found until here is reported; the scan is not complete.
    if (!(error instanceof GitError)) throw error;
    await flush();
    tally.unread.push({ path: '.', reason: error.message.replace(/\.$/, '') });
  }
  return { suspects, names, objects, tally };
}
