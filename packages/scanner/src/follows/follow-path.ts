import { setImmediate, setTimeout } from 'node:timers/promises';
import { argumentEcho } from '../sources/worktree/argument-echo.ts';
import { quotePath } from '../paths/quote-path.ts';
import type { FollowContext } from './follow.ts';
import type { News } from './followed-log.ts';
import { FollowedLog } from './followed-log.ts';
import { UnfollowableError } from './unfollowable-error.ts';
import type { WatchEvent } from './watched-path.ts';
import { WatchedPath } from './watched-path.ts';

const nothingNew: News = { findings: [], notes: [] };

/** Milliseconds between two looks at a file. It is asked and not watched: events of a file system do not reach into containers and networks. */
const interval = 200;

/**
 * Follows what is written at a path, by its name.
 *
 * @param name - path, relative to the working directory, as it is reported when it is quoted.
 * @param path - absolute.
 */
export async function followPath(name: string, path: string, { engine, coverage, stop, tell, onNotice }: FollowContext): Promise<void> {
  const place = { path: quotePath(name), name };
  const watched = new WatchedPath(path);
  let log: FollowedLog | undefined;
  let former: FollowedLog | undefined;
  let reason: string | undefined;
  const mayEnd = (): boolean => stop.aborted;
  const take = async (event: WatchEvent): Promise<void> => {
    switch (event.kind) {
      case 'begin':
        if (log === undefined) coverage.files++;
        else onNotice(`${place.path} was rotated or emptied; it is read from its new beginning.`);
        if (event.keepsFormer) former = log;
        else await tell(log?.end() ?? nothingNew);
        log = new FollowedLog(engine, place);
        break;
      case 'bytes':
        coverage.bytes += event.bytes.length;
        await tell((event.isFormer ? former : log)?.take(event.bytes) ?? nothingNew);
        await setImmediate();
        break;
      case 'former-end':
        await tell(former?.end() ?? nothingNew);
        former = undefined;
        break;
    }
  };
  try {
    while (!mayEnd()) {
      for (const event of watched.look()) {
        await take(event);
        if (mayEnd()) break;
      }
      const { failure } = watched;
      if (failure !== undefined && failure !== reason) onNotice(`${argumentEcho(name)} cannot be read: ${failure}. It is waited for.`);
      reason = failure;
      await setTimeout(interval, undefined, { signal: stop }).catch(() => undefined);
    }
    for (const event of watched.end()) await take(event);
    if (log !== undefined) await tell(log.end());
    if (watched.failure !== undefined) coverage.unread.push({ path: place.path, reason: watched.failure });
  } catch (error) {
    if (!(error instanceof UnfollowableError)) throw error;
    onNotice(`${place.path} is not followed: ${error.message}.`);
    coverage.unread.push({ path: place.path, reason: error.message });
  } finally {
    watched.close();
  }
}
