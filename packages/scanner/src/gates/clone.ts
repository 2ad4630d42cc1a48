import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findCommit } from '../git/commit-files.ts';
import { failureOf, firstErrorOf } from '../git/git-failure.ts';
import { runGit } from '../git/run-git.ts';
import { fetchFromOrigin } from './fetch-history.ts';
import { GateError } from './gate-error.ts';
import { branchOf, commitOf } from './gate-facts.ts';

/** Commits by which a shallow clone is deepened, one after the other, before all of it is fetched. */
const depths = ['--deepen=50', '--deepen=500', '--deepen=5000', '--unshallow'];

/** The clone that a job works in. */
export class Clone {
  /** Absolute path of the top of the work tree. */
  readonly top: string;
  readonly #mayFetch: boolean;

  private constructor(top: string, mayFetch: boolean) {
    this.top = top;
    this.#mayFetch = mayFetch;
  }

  /**
   * @param mayFetch - whether what is missing may be fetched from `origin`.
   * @throws {GateError} where there is no work tree.
   */
  static async open(cwd: string, mayFetch: boolean): Promise<Clone> {
    const answer = await runGit(cwd, ['rev-parse', '--show-toplevel']);
    if (answer.missing) throw new GateError('There is no git program here, and a gate has to ask it what a change holds. Install git.');
    if (failureOf(answer) !== undefined) throw new GateError(`git cannot tell about the clone: ${firstErrorOf(answer)}. Check the repository out first.`);
    return new Clone(resolve(answer.output.toString('utf8').replace(/\n$/, '')), mayFetch);
  }

  /** The id of a commit that is here; `undefined` where it is not. */
  find(revision: string): Promise<string | undefined> {
    return findCommit(this.top, revision);
  }

  /** The id of a commit, fetched where it is not here. */
  async need(id: string): Promise<string | undefined> {
    const found = await this.find(id);
    if (found !== undefined || !this.#mayFetch || commitOf(id) === undefined) return found;
    // A depth would make a shallow clone of a whole one.
    await fetchFromOrigin(this.top, [...(await this.isShallow() ? ['--depth=1'] : []), id]);
    return this.find(id);
  }

  /** The tip of a branch of `origin`, fetched where it is not here. */
  async tipOf(branch: string): Promise<string | undefined> {
    const ref = `refs/remotes/origin/${branch}`;
    const found = await this.find(ref);
    if (found !== undefined || !this.#mayFetch || branchOf(branch) === undefined) return found;
    await fetchFromOrigin(this.top, [...(await this.isShallow() ? ['--depth=1'] : []), `+refs/heads/${branch}:${ref}`]);
    return this.find(ref);
  }

  /** The default branch of `origin`, as the clone remembers it. */
  async defaultBranch(): Promise<string | undefined> {
    const answer = await runGit(this.top, ['symbolic-ref', '--quiet', 'refs/remotes/origin/HEAD']);
    return answer.status === 0 ? answer.output.toString('utf8').trim().replace(/^refs\/remotes\/origin\//, '') : undefined;
  }

  /** The parents that a commit names, also where a shallow clone does not have them. */
  async parentsOf(id: string): Promise<readonly string[]> {
    const answer = await runGit(this.top, ['cat-file', 'commit', id]);
    if (answer.status !== 0) return [];
    const header = answer.output.toString('latin1').split('\n\n', 1)[0] ?? '';
    return [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map((match) => match[1] ?? '');
  }

  async isAncestor(ancestor: string, id: string): Promise<boolean> {
    return (await runGit(this.top, ['merge-base', '--is-ancestor', ancestor, id])).status === 0;
  }

  async isShallow(): Promise<boolean> {
    return (await runGit(this.top, ['rev-parse', '--is-shallow-repository'])).output.toString('latin1').trim() === 'true';
  }

  /**
   * Fetches history until what a range introduces can be told: no commit of it is one that the clone ends at.
   *
   * @param base - absent for all that leads to `head`.
   * @returns why it cannot be told; `undefined` where it can.
   */
  async complete(base: string | undefined, head: string): Promise<string | undefined> {
    let reason = this.#mayFetch ? 'nothing more could be fetched' : 'fetching was forbidden (--no-fetch)';
    for (const depth of [undefined, ...depths]) {
      if (depth !== undefined) {
        if (!this.#mayFetch) break;
        const failure = await fetchFromOrigin(this.top, [depth, head, ...(base === undefined ? [] : [base])]);
        if (failure !== undefined) {
          reason = failure;
          break;
        }
      }
      if (!await this.#endsInside(base, head)) return undefined;
    }
    return reason;
  }

  async #endsInside(base: string | undefined, head: string): Promise<boolean> {
    if (!await this.isShallow()) return false;
    const common = (await runGit(this.top, ['rev-parse', '--git-common-dir'])).output.toString('utf8').trim();
    const ends = new Set(readFileSync(join(resolve(this.top, common), 'shallow'), 'latin1').split('\n').filter((line) => line !== ''));
    const listed = await runGit(this.top, ['rev-list', head, ...(base === undefined ? [] : [`^${base}`])]);
    return listed.status !== 0 || listed.output.toString('latin1').split('\n').some((id) => ends.has(id));
  }
}
