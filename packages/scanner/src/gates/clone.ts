import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { failureOf, firstErrorOf } from '../git/git-failure.ts';
import { runGit } from '../git/run-git.ts';
import { fetchFromOrigin } from './fetch-history.ts';
import { GateError } from './gate-error.ts';
import type { GateGit } from './gate-git.ts';
import { gateGit } from './gate-git.ts';
import { branchOf, commitOf } from './gate-facts.ts';

/** Commits by which a shallow clone is deepened, one after the other, before all of it is fetched. */
const depths = ['--deepen=50', '--deepen=500', '--deepen=5000', '--unshallow'];

/** The clone that a job works in. */
export class Clone {
  /** Absolute path of the top of the work tree. */
  readonly top: string;
  readonly #git: GateGit;
  readonly #mayFetch: boolean;

  private constructor(top: string, git: GateGit, mayFetch: boolean) {
    this.top = top;
    this.#git = git;
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
    const top = resolve(answer.output.toString('utf8').replace(/\n$/, ''));
    return new Clone(top, await gateGit(top), mayFetch);
  }

  /** The id of a commit that is here; `undefined` where it is not. */
  find(revision: string): Promise<string | undefined> {
    // `--end-of-options` keeps a name such as `--output=x` from being an option.
    return revision === '' ? Promise.resolve(undefined) : this.#ask('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`);
  }

  /** What git says, without the line feed at its end; `undefined` where it fails. */
  #ask(...words: readonly string[]): Promise<string | undefined> {
    return this.#git.clone.raw([...words]).then((said) => said.replace(/\n$/, ''), () => undefined);
  }

  /** The id of a commit, fetched where it is not here. */
  async need(id: string): Promise<string | undefined> {
    const found = await this.find(id);
    if (found !== undefined || !this.#mayFetch || commitOf(id) === undefined) return found;
    // A depth would make a shallow clone of a whole one.
    await fetchFromOrigin(this.#git, [...(await this.isShallow() ? ['--depth=1'] : []), id]);
    return this.find(id);
  }

  /** The tip of a branch of `origin`, fetched where it is not here. */
  async tipOf(branch: string): Promise<string | undefined> {
    const ref = `refs/remotes/origin/${branch}`;
    const found = await this.find(ref);
    if (found !== undefined || !this.#mayFetch || branchOf(branch) === undefined) return found;
    await fetchFromOrigin(this.#git, [...(await this.isShallow() ? ['--depth=1'] : []), `+refs/heads/${branch}:${ref}`]);
    return this.find(ref);
  }

  /** The default branch of `origin`, as the clone remembers it. */
  async defaultBranch(): Promise<string | undefined> {
    return (await this.#ask('symbolic-ref', '--quiet', 'refs/remotes/origin/HEAD'))?.replace(/^refs\/remotes\/origin\//, '');
  }

  /** The parents that a commit names, also where a shallow clone does not have them. */
  async parentsOf(id: string): Promise<readonly string[]> {
    const [header = ''] = (await this.#ask('cat-file', 'commit', id) ?? '').split('\n\n', 1);
    return [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map((match) => match[1] ?? '');
  }

  async isAncestor(ancestor: string, id: string): Promise<boolean> {
    return await this.#ask('merge-base', '--is-ancestor', ancestor, id) !== undefined;
  }

  async isShallow(): Promise<boolean> {
    return await this.#ask('rev-parse', '--is-shallow-repository') === 'true';
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
        const failure = await fetchFromOrigin(this.#git, [depth, head, ...(base === undefined ? [] : [base])]);
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
    const common = await this.#ask('rev-parse', '--git-common-dir') ?? '';
    const ends = new Set(readFileSync(join(resolve(this.top, common), 'shallow'), 'latin1').split('\n').filter((line) => line !== ''));
    const listed = await this.#ask('rev-list', head, ...(base === undefined ? [] : [`^${base}`]));
    return listed === undefined || listed.split('\n').some((id) => ends.has(id));
  }
}
