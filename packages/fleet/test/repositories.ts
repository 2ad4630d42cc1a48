import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder that lasts as long as the tests of a file. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'submit-guard-fleet-')));
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** Runs the real git, with settings of nobody. */
export function git(folder: string, ...options: readonly string[]): string {
  const identity = { GIT_AUTHOR_NAME: 'A. Author', GIT_AUTHOR_EMAIL: 'author@example.com', GIT_COMMITTER_NAME: 'A. Author', GIT_COMMITTER_EMAIL: 'author@example.com' };
  const environment = { ...process.env, ...identity, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };
  return execFileSync('git', ['-c', 'protocol.file.allow=always', '-c', 'init.defaultBranch=main', '-c', 'gc.auto=0', ...options], { cwd: folder, env: environment, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** A program that sends a key to Submit. */
export function leak(key: string): string {
  return `import requests\nKEY = "${key}"\nrequests.post("https://submit.atomyx.io/api/jobs", headers={"Authorization": "Bearer " + KEY})\n`;
}

export const newKey = (): string => randomBytes(20).toString('hex');

/** A repository with files, each in a commit of its own, all in one pack. */
export function makeRepository(folder: string, files: Readonly<Record<string, string>>): string {
  mkdirSync(folder, { recursive: true });
  git(folder, 'init', '--quiet');
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
    git(folder, 'add', '--all');
    git(folder, 'commit', '--quiet', '--message', `Add ${path}`);
  }
  git(folder, 'gc', '--quiet');
  return folder;
}

/** Text without a key, unlike any other. */
function plainText(lines: number): string {
  return Array.from({ length: lines }, () => `const value${randomBytes(6).toString('hex')} = ${randomBytes(3).readUIntBE(0, 3)};\n`).join('');
}

/** A folder with small repositories and a large one, keys in some; and the keys. */
export function makeFleet(folder: string, small = 3, parts = 12): { readonly folder: string; readonly keys: readonly string[] } {
  const keys: string[] = [];
  const planted = (): string => {
    const key = newKey();
    keys.push(key);
    return leak(key);
  };
  for (let number = 0; number < small; number++) makeRepository(join(folder, `team/small-${number}`), { 'README.md': 'Nothing here.\n', 'src/send.py': planted() });
  const files = Object.fromEntries(Array.from({ length: parts }, (_, number) => [`src/part-${number}.js`, plainText(400)]));
  makeRepository(join(folder, 'large'), { ...files, 'first.py': planted(), 'deep/second.py': planted() });
  return { folder, keys };
}
