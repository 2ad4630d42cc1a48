import { devNull } from 'node:os';

/**
 * Options in front of every git command. The repository is hostile input: its configuration may name programs, and
 * reading a file list must run none of them.
 */
export const hardenedOptions: readonly string[] = [
  '--no-pager',
  '--no-optional-locks',
  // A program that git asks which files changed (git-config, core.fsmonitor).
  '-c', 'core.fsmonitor=false',
  '-c', `core.hooksPath=${devNull}`,
  '-c', 'core.untrackedCache=false',
  '-c', 'credential.helper=',
  // A commit graph that lies would hide commits, an index over several packs objects; both are caches, and the objects say the same.
  '-c', 'core.commitGraph=false',
  '-c', 'core.multiPackIndex=false',
  // Control characters and other bytes in names come through as they are: all lists are NUL-separated.
  '-c', 'core.quotePath=false',
];

/**
 * Variables that tie git to one repository (`git rev-parse --local-env-vars`, without those that carry configuration).
 * A hook sets them; the scan finds the repository of each folder by itself.
 */
const repositoryVariables: ReadonlySet<string> = new Set([
  'GIT_ALTERNATE_OBJECT_DIRECTORIES', 'GIT_OBJECT_DIRECTORY', 'GIT_DIR', 'GIT_WORK_TREE', 'GIT_IMPLICIT_WORK_TREE',
  'GIT_GRAFT_FILE', 'GIT_INDEX_FILE', 'GIT_NO_REPLACE_OBJECTS', 'GIT_REPLACE_REF_BASE', 'GIT_PREFIX',
  'GIT_SHALLOW_FILE', 'GIT_COMMON_DIR', 'GIT_NAMESPACE',
  'GIT_EXTERNAL_DIFF', 'GIT_ASKPASS', 'SSH_ASKPASS', 'GIT_PAGER', 'GIT_SSH', 'GIT_SSH_COMMAND', 'GIT_PROXY_COMMAND',
]);

/** Variables by which a hook tells git where it works; `GIT_DIR` and `GIT_INDEX_FILE` matter most, and the quarantine of a push. */
const hookVariables: ReadonlySet<string> = new Set([
  'GIT_ALTERNATE_OBJECT_DIRECTORIES', 'GIT_OBJECT_DIRECTORY', 'GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_COMMON_DIR', 'GIT_NAMESPACE',
]);

/**
 * Environment for commands that read the objects of one repository, as they are: what replaces or grafts them could hide a key.
 *
 * @param inherits - whether the repository is that of the caller's environment, as in a hook, and not found from the folder.
 */
export function objectEnvironment(inherits: boolean, environment: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const own = inherits ? Object.fromEntries(Object.entries(environment).filter(([name]) => hookVariables.has(name))) : {};
  return { ...gitEnvironment(environment), ...own, GIT_NO_REPLACE_OBJECTS: '1', GIT_GRAFT_FILE: devNull };
}

/** Environment for git: no system configuration, no prompts, no locks, no network, messages in English. */
export function gitEnvironment(environment: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(([name]) => !repositoryVariables.has(name));
  return {
    ...Object.fromEntries(kept),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    // A partial clone fetches missing objects by itself, through whatever transport its configuration names.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    // The messages are read by `git-failure.ts`.
    LC_ALL: 'C',
    LANGUAGE: 'C',
  };
}
