import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const identity = {
  GIT_AUTHOR_NAME: 'A. Author', GIT_AUTHOR_EMAIL: 'author@example.com', GIT_COMMITTER_NAME: 'A. Author', GIT_COMMITTER_EMAIL: 'author@example.com',
};

/** A key that was put somewhere, and what a scan has to say of it. */
export interface Plant {
  readonly key: string;
  /** Path that a scan of all objects reports. */
  readonly path: string;
  /** The commit that brought it; `undefined` where none did. */
  readonly commit: string | undefined;
  /** Whether a scan of `start..HEAD` finds it, too. */
  readonly inRange: boolean;
}

export interface PlantOptions {
  readonly commit?: string | undefined;
  readonly inRange?: boolean;
}

/** A repository in which keys are planted. Real git does all of it, with settings of nobody. */
export class TrapRepository {
  readonly folder: string;
  readonly plants: Plant[] = [];
  #clock = 1_700_000_000;

  /** @param folder - an empty folder, or one that is made. */
  constructor(folder: string, ...initOptions: readonly string[]) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
    this.git('init', '--quiet', ...initOptions);
    this.write('README.md', 'Nothing to be seen here.\n');
    this.commit('Begin');
    this.git('branch', 'start');
  }

  /** Runs git in the repository. @returns what it printed, without the last line feed. */
  git(...options: readonly string[]): string {
    return this.gitWith({}, ...options);
  }

  /** Runs git with standard input or other variables. */
  gitWith({ input = '', environment = {} }: { readonly input?: string | Buffer; readonly environment?: Readonly<Record<string, string>> }, ...options: readonly string[]): string {
    const date = `${this.#clock++} +0100`;
    return execFileSync('git', ['-c', 'init.defaultBranch=main', '-c', 'protocol.file.allow=always', '-c', 'gc.auto=0', ...options], {
      cwd: this.folder,
      input,
      env: {
        PATH: process.env['PATH'], HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', ...identity,
        GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date, ...environment,
      },
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: 1 << 28,
    }).replace(/\n$/, '');
  }

  write(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), content);
  }

  remove(path: string): void {
    rmSync(join(this.folder, path), { recursive: true });
  }

  /** Commits everything. @returns the id. */
  commit(message: string): string {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message', message);
    return this.head();
  }

  head(): string {
    return this.git('rev-parse', 'HEAD');
  }

  /** Notes that a key is at a place. */
  plant(key: string, path: string, { commit, inRange = true }: PlantOptions = {}): void {
    this.plants.push({ key, path, commit, inRange });
  }
}

/** A key that nobody has ever issued. */
export function makeKey(): string {
  return randomBytes(20).toString('hex');
}

/** A line that holds a key and all the evidence against it. */
export function lineWith(key: string): string {
  return `ATOMYX_SUBMIT_API_KEY=${key}\n`;
}
