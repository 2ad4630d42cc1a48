import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { gitEnvironment } from '../git/git-environment.ts';
import { failureOf, firstErrorOf } from '../git/git-failure.ts';
import { runGit } from '../git/run-git.ts';
import { isInside } from '../paths/is-inside.ts';
import { HooksError } from './hooks-error.ts';

/** A repository, as far as hooks are concerned. All paths are absolute. */
export interface Repository {
  readonly bare: boolean;
  /** Top of the work tree; the repository itself where it is bare. */
  readonly top: string;
  /** Folder that all work trees share. */
  readonly commonFolder: string;
  /** Where git looks for hooks. */
  readonly hooksFolder: string;
  /** What `core.hooksPath` says, where it says anything. */
  readonly hooksPath: string | undefined;
  /** Whether the hooks lie in the work tree, where they can be committed and have to work for others. */
  readonly shared: boolean;
  /** Whether the hooks are those of several repositories. */
  readonly foreign: boolean;
  /** Path of the installed command, relative to the top, `/`-separated. */
  readonly localCommand: string;
  /** Of this submit-guard. */
  readonly version: string;
}

/**
 * Asks git for the repository around a folder.
 *
 * @param cwd - absolute path.
 * @param version - of this submit-guard.
 * @throws {HooksError} where there is none, or git cannot be asked.
 */
export async function describeRepository(cwd: string, version: string): Promise<Repository> {
  const answer = await runGit(cwd, ['rev-parse', '--is-bare-repository', '--absolute-git-dir', '--git-common-dir']);
  const failure = failureOf(answer);
  if (failure === 'missing') throw new HooksError('There is no git program here. Install git first.');
  if (failure === 'not-a-repository') throw new HooksError('This is no git repository. Change into one, or make it: git init.');
  if (failure !== undefined) throw new HooksError(`git could not tell about this repository: ${firstErrorOf(answer)}.`);
  const [isBare, gitFolder = '', common = ''] = answer.output.toString('utf8').split('\n');
  const bare = isBare === 'true';
  const top = bare ? gitFolder : await topOf(cwd);
  const commonFolder = realpathSync(resolve(cwd, common));
  const hooksPath = askConfig(top);
  const usual = join(commonFolder, 'hooks');
  const hooksFolder = hooksPath === undefined ? usual : resolve(top, hooksPath);
  return {
    bare,
    top,
    commonFolder,
    hooksFolder,
    hooksPath,
    shared: !bare && isInside(hooksFolder, top) && !isInside(hooksFolder, commonFolder),
    foreign: !isInside(hooksFolder, top) && !isInside(hooksFolder, commonFolder),
    localCommand: localCommandOf(cwd, top),
    version,
  };
}

async function topOf(cwd: string): Promise<string> {
  const answer = await runGit(cwd, ['rev-parse', '--show-toplevel']);
  if (failureOf(answer) !== undefined) throw new HooksError('This is the inside of a repository and no work tree. Change into the work tree.');
  return resolve(answer.output.toString('utf8').replace(/\n$/, ''));
}

/**
 * What `core.hooksPath` says, from whatever file of git's configuration: what is written to disk has to be what git will run,
 * so the configuration of the system counts, which other questions leave out. Reading it runs nothing.
 */
function askConfig(folder: string): string | undefined {
  const environment = { ...gitEnvironment() };
  delete environment['GIT_CONFIG_NOSYSTEM'];
  const { status, stdout } = spawnSync('git', ['config', '--type=path', '--null', '--get', 'core.hooksPath'], { cwd: folder, env: environment, encoding: 'utf8' });
  return status === 0 ? stdout.replace(/\0$/, '') : undefined;
}

/** The command in the nearest `node_modules` between a folder and the top; where the top has it when installed, if none does. */
function localCommandOf(cwd: string, top: string): string {
  for (let folder = cwd; isInside(folder, top); folder = dirname(folder)) {
    const path = join(folder, 'node_modules/.bin/submit-guard');
    if (existsSync(path)) return relative(top, path).split(sep).join('/');
    if (folder === top) break;
  }
  return 'node_modules/.bin/submit-guard';
}
