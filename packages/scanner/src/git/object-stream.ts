import { gitChunks } from './git-stream.ts';
import type { ObjectStore } from './repository.ts';

/**
 * The bytes of one object, however long it is: git streams what is longer than `core.bigFileThreshold` and never holds it whole.
 *
 * @throws {GitError} behind the last byte, where the object could not be read to its end.
 */
export function objectStream(store: ObjectStore, kind: string, id: string): AsyncGenerator<Uint8Array, void> {
  return gitChunks(store, 'read the object', ['cat-file', kind, id]);
}
