import type { Place } from '../pipeline/engine.ts';
import { failureReason } from '../sources/failure-reason.ts';
import type { FollowContext, InputStream } from './follow.ts';
import { FollowedLog } from './followed-log.ts';
import { UnfollowableError } from './unfollowable-error.ts';

/** Milliseconds in which a program in front of a pipe, which Ctrl-C has reached as well, may say its last words. */
const lastWords = 2000;

/** Follows a stream to its end; after a signal to stop, for a short time only. */
export async function followStream(stream: InputStream, place: Place, { engine, coverage, stop, tell, onNotice }: FollowContext): Promise<void> {
  const log = new FollowedLog(engine, place);
  let timer: NodeJS.Timeout | undefined;
  const onStop = (): void => {
    timer = setTimeout(() => stream.destroy?.(), lastWords);
  };
  stop.addEventListener('abort', onStop);
  coverage.files++;
  try {
    for await (const bytes of untilDestroyed(stream, stop)) {
      coverage.bytes += bytes.length;
      await tell(log.take(bytes));
    }
    await tell(log.end());
  } catch (error) {
    if (!(error instanceof UnfollowableError)) throw error;
    coverage.files--;
    coverage.unread.push({ path: place.path, reason: error.message });
    onNotice(`${place.path} is not followed: ${error.message}.`);
    stream.destroy?.();
  } finally {
    stop.removeEventListener('abort', onStop);
    clearTimeout(timer);
  }
}

/** The bytes of a stream; that it is destroyed after a signal to stop is an end like any other. */
async function* untilDestroyed(stream: InputStream, stop: AbortSignal): AsyncGenerator<Uint8Array, void> {
  try {
    yield* stream;
  } catch (error) {
    if (stop.aborted) return;
    throw new UnfollowableError(failureReason(error));
  }
}
