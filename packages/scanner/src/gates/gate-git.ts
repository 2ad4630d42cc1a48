import type { SimpleGit } from 'simple-git';
import { gitEnvironment, hardenedOptions } from '../git/git-environment.ts';

/** How long git may say nothing, in milliseconds. */
const patience = 600_000;

/** Git in the clone that a job works in. What it says are ids and names of refs, and a gate takes seconds: both differ in hooks and scans. */
export interface GateGit {
  /** Reads the clone, hardened: no network, and nothing that the repository names is run. */
  readonly clone: SimpleGit;
  /** Fetches, with the credentials and the transport that the job has set up: without them there would be nothing to fetch from. */
  readonly origin: SimpleGit;
}

/** What the job's own environment may hold. `simple-git` goes on to refuse what is dangerous among the words of a command, such as `--upload-pack`. */
const ofTheJob = {
  allowUnsafeAskPass: true, allowUnsafeConfigEnvCount: true, allowUnsafeConfigPaths: true, allowUnsafeDiffExternal: true, allowUnsafeEditor: true,
  allowUnsafeExec: true, allowUnsafeGitProxy: true, allowUnsafePager: true, allowUnsafeSshCommand: true, allowUnsafeTemplateDir: true,
  allowUnsafeProtocolOverride: true,
};

/** What our own options set, to nothing. */
const setToNothing = { allowUnsafeCredentialHelper: true, allowUnsafeFsMonitor: true, allowUnsafeHooksPath: true };

const configOf = (options: readonly string[]): string[] => options.filter((_, index) => options[index - 1] === '-c');

/** @param folder - absolute path of a folder that exists. */
export async function gateGit(folder: string): Promise<GateGit> {
  const { simpleGit } = await import('simple-git');
  const open = (config: readonly string[], environment: NodeJS.ProcessEnv): SimpleGit => simpleGit({
    baseDir: folder,
    config: [...config],
    timeout: { block: patience },
    allowEnvironment: Object.keys(environment),
    unsafe: { ...ofTheJob, ...setToNothing },
    // Every other exit status than 0 is a failure, also one without a word.
    errors: (error, { exitCode, stdErr }) => error ?? (exitCode === 0 ? undefined : Buffer.concat(stdErr)),
  }).env(environment);
  const hardened = configOf(hardenedOptions);
  return {
    clone: open(hardened, gitEnvironment()),
    origin: open([...hardened.filter((each) => !each.startsWith('credential.')), 'gc.auto=0', 'maintenance.auto=false'], {
      ...process.env,
      GIT_TERMINAL_PROMPT: '0',
      GIT_NO_LAZY_FETCH: '1',
      // Transports that run a program of the configuration (`ext::`) are none of them.
      GIT_ALLOW_PROTOCOL: 'file:git:http:https:ssh',
      LC_ALL: 'C',
    }),
  };
}
