import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folderWith, program } from './command-line.ts';

const identity = {
  GIT_AUTHOR_NAME: 'A. Author', GIT_AUTHOR_EMAIL: 'author@example.com', GIT_COMMITTER_NAME: 'A. Author', GIT_COMMITTER_EMAIL: 'author@example.com',
};

/** Programs that this workspace has installed. */
const tools = fileURLToPath(new URL('../node_modules/.bin', import.meta.url));

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * A work tree in which submit-guard is installed as a package manager installs it: a script in `node_modules/.bin` that starts the
 * build. Lasts as long as a test.
 */
export class HookedRepository {
  readonly folder: string;
  /** An empty home, outside of the work tree. */
  readonly #home = folderWith();

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}, { installed = true } = {}) {
    this.folder = folderWith({ '.gitignore': 'node_modules/\n', ...files });
    if (installed) this.script('node_modules/.bin/submit-guard', `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`);
    this.git('init', '--quiet', '--initial-branch=main');
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message', 'Begin');
  }

  /** Runs a program in the work tree, or in a folder. */
  run(command: string, options: readonly string[], { cwd = this.folder, input = '', environment = {} }: { readonly cwd?: string; readonly input?: string; readonly environment?: Readonly<Record<string, string>> } = {}): Outcome {
    const { status, stdout, stderr, error } = spawnSync(command, options, {
      cwd,
      input,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: this.#home, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: join(this.#home, '.gitconfig'), GIT_EDITOR: 'true', ...identity, ...environment },
    });
    if (error !== undefined) throw error;
    return { status, stdout, stderr };
  }

  /** Runs git, whatever comes of it. */
  tryGit(...options: readonly string[]): Outcome {
    return this.run('git', ['-c', 'protocol.file.allow=always', ...options]);
  }

  /** Runs git, which has to succeed. @returns what it printed, without the last line feed. */
  git(...options: readonly string[]): string {
    const { status, stdout, stderr } = this.tryGit(...options);
    if (status !== 0) throw new Error(`git ${options.join(' ')} ended with ${status}: ${stderr}`);
    return stdout.replace(/\n$/, '');
  }

  /** Runs submit-guard, as a person would in this folder. */
  guard(...options: readonly string[]): Outcome {
    return this.run(process.execPath, [program, ...options]);
  }

  /** Runs a program of this workspace, such as husky. */
  tool(name: string, ...options: readonly string[]): Outcome {
    const outcome = this.run(join(tools, name), options);
    if (outcome.status !== 0) throw new Error(`${name} ended with ${outcome.status}: ${outcome.stdout}${outcome.stderr}`);
    return outcome;
  }

  /** Makes a program of this workspace one of the work tree. */
  link(name: string): void {
    this.script(`node_modules/.bin/${name}`, `#!/bin/sh\nexec '${join(tools, name)}' "$@"\n`);
  }

  write(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), content);
  }

  script(path: string, text: string): void {
    this.write(path, text);
    chmodSync(join(this.folder, path), 0o755);
  }

  head(): string {
    return this.git('rev-parse', 'HEAD');
  }
}
