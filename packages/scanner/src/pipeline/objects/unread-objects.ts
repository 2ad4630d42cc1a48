import type { SiftResult } from './sift.ts';

/** Why objects could not be scanned that a thread had taken. */
export const lost = 'the worker thread that should have scanned it ended; try again with --jobs 1';

/** What objects come to of which nothing could be read. */
export function unreadAll(ids: Iterable<string>, reason: string): SiftResult {
  return { suspects: [], names: [], trees: [], containers: [], pictures: [], skipped: [], unread: Array.from(ids, (id) => ({ id, reason })), objects: 0, bytes: 0, isClosed: false };
}
