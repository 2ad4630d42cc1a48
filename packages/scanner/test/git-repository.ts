import { execFileSync } from 'node:child_process';
import { temporaryFolder } from './temporary-folder.ts';

const identity = {
  GIT_AUTHOR_NAME: 'A. Author', GIT_AUTHOR_EMAIL: 'author@example.com', GIT_COMMITTER_NAME: 'A. Author', GIT_COMMITTER_EMAIL: 'author@example.com',
};

/** Runs the real git, with settings of nobody. */
export function git(folder: string, ...options: readonly string[]): string {
  const environment = { ...process.env, ...identity, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };
  return execFileSync('git', ['-c', 'protocol.file.allow=always', '-c', 'init.defaultBranch=main', ...options], { cwd: folder, env: environment, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** A repository that lasts as long as a test; its files are committed. */
export function temporaryRepository(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = temporaryFolder(files);
  git(folder, 'init', '--quiet');
  commitAll(folder);
  return folder;
}

/** Commits everything that git does not ignore. */
export function commitAll(folder: string): void {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'Change things');
}
