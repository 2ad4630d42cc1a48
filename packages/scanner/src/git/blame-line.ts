import { runGit } from './run-git.ts';

/** Who wrote a line, and when. */
export interface LineOrigin {
  readonly author: string;
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
}

/** Author of a line that is not committed yet (git-blame(1)). */
const notCommitted = 'Not Committed Yet';

/**
 * Asks git who wrote a line as it stands on disk.
 *
 * @param path - relative to `cwd`.
 * @param line - from 1.
 * @returns `undefined` where git does not know: an untracked file, a line that is not committed, no repository.
 */
export async function blameLine(cwd: string, path: string, line: number): Promise<LineOrigin | undefined> {
  const answer = await runGit(cwd, ['blame', '--porcelain', '--no-textconv', '-L', `${line},${line}`, '--', path]);
  if (answer.status !== 0) return undefined;
  const text = answer.output.toString('utf8');
  const author = /^author (.*)$/m.exec(text)?.[1];
  const seconds = Number(/^author-time (\d+)$/m.exec(text)?.[1]);
  if (author === undefined || author === notCommitted || Number.isNaN(seconds)) return undefined;
  return { author, day: new Date(seconds * 1000).toISOString().slice(0, 10) };
}
