import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folderWith, lineWith, makeKey } from '../end-to-end/command-line.ts';
import { HookedRepository } from '../end-to-end/hooked-repository.ts';

/** What a continuous-integration system has: a server with a repository, and somebody who pushes to it. */
export class Shop {
  /** Where people work. */
  readonly work: HookedRepository;
  /** Absolute path of the bare repository. */
  readonly server = folderWith();

  constructor(files: Readonly<Record<string, string>> = {}) {
    this.work = new HookedRepository({ 'README.md': 'A shop.\n', ...files }, { installed: false });
    this.work.run('git', ['init', '--quiet', '--bare', '--initial-branch=main'], { cwd: this.server });
    this.work.git('remote', 'add', 'origin', this.server);
    // History that a shallow clone does not have.
    for (let number = 0; number < 5; number++) this.commit(`Old change ${number}`, { 'CHANGES': `${number}\n` });
    this.push();
  }

  /** Writes files (`undefined` removes one) and commits them. @returns the id. */
  commit(message: string, files: Readonly<Record<string, string | undefined>>): string {
    for (const [path, content] of Object.entries(files)) {
      if (content === undefined) this.work.git('rm', '--quiet', path);
      else this.work.write(path, content);
    }
    this.work.git('add', '--all');
    this.work.git('commit', '--quiet', '--allow-empty', '--message', message);
    return this.work.head();
  }

  branch(name: string, from = 'main'): void {
    this.work.git('switch', '--quiet', '-c', name, from);
  }

  push(...options: readonly string[]): void {
    this.work.git('push', '--quiet', ...options, 'origin', 'HEAD');
  }

  /** What GitHub makes for a pull request: a merge of the branch into the target, as `refs/pull/2/merge`. */
  trialMerge(branch: string, target = 'main'): string {
    this.work.git('switch', '--quiet', '--detach', target);
    this.work.git('merge', '--quiet', '--no-ff', '--no-edit', branch);
    const id = this.work.head();
    this.work.git('push', '--quiet', 'origin', `${id}:refs/pull/2/merge`);
    return id;
  }

  /**
   * A clone as a job finds it: one commit of history unless told otherwise, nothing but the ref that the job is about.
   *
   * @param ref - full name of the ref, as the server has it.
   * @param depth - commits; `Infinity` for all.
   */
  checkOut(ref: string, depth = 1): string {
    const clone = folderWith();
    const git = (...options: readonly string[]): string => execFileSync('git', options, { cwd: clone, encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' }, stdio: ['ignore', 'pipe', 'pipe'] });
    git('init', '--quiet', '--initial-branch=main');
    // A path alone would be copied, whatever the depth.
    git('remote', 'add', 'origin', `file://${this.server}`);
    git('fetch', '--quiet', '--no-tags', ...(depth === Infinity ? [] : [`--depth=${depth}`]), 'origin', `+${ref}:refs/remotes/origin/job`);
    git('checkout', '--quiet', '--detach', 'refs/remotes/origin/job');
    git('update-ref', '-d', 'refs/remotes/origin/job');
    return clone;
  }
}

/** An event as GitHub sent it, with ids of our repositories in it. @returns the path of a file that holds it. */
export function eventFile(name: string, values: Readonly<Record<string, string>>, change: (event: Record<string, unknown>) => void = () => undefined): string {
  const text = readFileSync(fileURLToPath(new URL(`events/${name}.json`, import.meta.url)), 'utf8');
  const event = JSON.parse(text.replace(/\{\{(\w+)\}\}/g, (_, key: string) => values[key] ?? '')) as Record<string, unknown>;
  change(event);
  const path = join(folderWith(), 'event.json');
  writeFileSync(path, JSON.stringify(event));
  return path;
}

export const noCommit = '0'.repeat(40);

/** A pull request in which one commit brings a key and the next takes it out. */
export function hiddenKey(): { readonly shop: Shop; readonly base: string; readonly head: string; readonly key: string } {
  const shop = new Shop();
  const base = shop.work.head();
  const key = makeKey();
  shop.branch('changes');
  shop.commit('Add a', { 'a.py': lineWith(key) });
  const head = shop.commit('Take it out', { 'a.py': undefined });
  shop.push();
  return { shop, base, head, key };
}
