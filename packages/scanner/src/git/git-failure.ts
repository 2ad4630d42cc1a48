import type { GitAnswer } from './run-git.ts';

/** Why git did not answer. */
export type GitFailure =
  /** There is no git program. */
  | 'missing'
  | 'not-a-repository'
  /** Inside a `.git` folder or a bare repository. */
  | 'no-work-tree'
  /** The repository belongs to another user and `safe.directory` does not list it. */
  | 'dubious-ownership'
  | 'other';

/** @returns `undefined` where git did answer. */
export function failureOf(answer: GitAnswer): GitFailure | undefined {
  if (answer.missing) return 'missing';
  if (answer.status === 0) return undefined;
  if (answer.errors.includes('dubious ownership')) return 'dubious-ownership';
  if (answer.errors.includes('not a git repository')) return 'not-a-repository';
  if (answer.errors.includes('must be run in a work tree')) return 'no-work-tree';
  return 'other';
}

/** The first line of what git said, without `fatal: `; made printable. */
export function firstErrorOf(answer: GitAnswer): string {
  if (answer.missing) return 'there is no git program';
  const line = answer.errors.split('\n').find((text) => text.startsWith('fatal: ') || text.startsWith('error: ')) ?? '';
  // eslint-disable-next-line no-control-regex -- what git repeats from the repository must not reach a terminal as it is
  return line.replace(/^(?:fatal|error): /, '').replace(/[\u0000-\u001f\u007f-\u009f]/g, '?') || 'no reason given';
}
