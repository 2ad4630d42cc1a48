import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What makes a bare repository one, and what would make it another one than its folder shows (gitrepository-layout(5)). */
const parts = ['HEAD', 'config', 'objects', 'refs'];
const elsewhere = ['.git', 'commondir', 'gitdir', 'config.worktree'];

/** Variables that have git take another folder for the repository. */
const variables = ['GIT_DIR', 'GIT_COMMON_DIR', 'GIT_OBJECT_DIRECTORY', 'GIT_SHALLOW_FILE'];

/** The lines of a configuration that are understood here: a section with or without a name, and a setting on one line. */
const section = /^\[([a-z]+)(?: "[^"\\]*")?\]$/i;
const setting = /^([a-z][a-z0-9-]*) ?= ?([^"\\#;]*)$/i;

/** What is asked of every repository. */
export interface BareRepository {
  /** Absolute path without symbolic links. */
  readonly gitFolder: string;
  readonly isShallow: boolean;
}

/**
 * Looks at a bare repository that is just what git makes as a mirror, without starting git: among thousands of forks, that is most of what one
 * takes.
 *
 * @param folder - absolute path.
 * @returns `undefined` where only git can tell: it is no such repository, is somebody else's, or has settings that change what it is.
 */
export function readBareRepository(folder: string, environment: NodeJS.ProcessEnv): BareRepository | undefined {
  if (variables.some((name) => environment[name] !== undefined)) return undefined;
  try {
    // Git uses no repository of somebody else unless it was told to.
    if (statSync(folder).uid !== process.geteuid?.()) return undefined;
    if (!parts.every((name) => existsSync(join(folder, name))) || elsewhere.some((name) => existsSync(join(folder, name)))) return undefined;
    if (!/^(?:ref: refs\/\S+|[0-9a-f]{40})\n$/.test(readFileSync(join(folder, 'HEAD'), 'latin1'))) return undefined;
    if (!isPlain(readFileSync(join(folder, 'config'), 'latin1'))) return undefined;
    return { gitFolder: realpathSync(folder), isShallow: existsSync(join(folder, 'shallow')) };
  } catch {
    // What cannot be read, git names with the reason.
    return undefined;
  }
}

/** Whether a configuration is that of a bare repository of the first format, with SHA-1, and names no further files. */
function isPlain(config: string): boolean {
  const core = new Map<string, string>();
  let current = '';
  for (const line of config.split('\n').map((text) => text.trim())) {
    if (line === '') continue;
    const [, named] = section.exec(line) ?? [];
    const [, name, value] = setting.exec(line) ?? [];
    if (named !== undefined) current = named.toLowerCase();
    else if (name === undefined || value === undefined) return false;
    else if (current === 'core') core.set(name.toLowerCase(), value);
    if (current.startsWith('include') || current === 'extensions') return false;
  }
  return core.get('bare') === 'true' && core.get('repositoryformatversion') === '0' && !core.has('worktree');
}
