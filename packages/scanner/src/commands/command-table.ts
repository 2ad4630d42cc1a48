import type { Command } from 'commander';
import type { ExitStatus } from './command-context.ts';
import type { TerminalContext } from './terminal-context.ts';

/** Runs what a command does and takes its exit status. */
export type Run = (action: (context: TerminalContext) => Promise<ExitStatus> | ExitStatus) => Promise<void>;

/** Gives a command its arguments, options, help and action. What the action needs is loaded when it runs. */
export type Define = (command: Command, run: Run) => Promise<void> | void;

export interface CommandEntry {
  readonly name: string;
  /** What it does, in a few words, for the list of commands. */
  readonly summary: string;
  readonly load: () => Promise<{ readonly define: Define }>;
}

/** The commands. A new one is a file in `definitions/` and an entry here; it is loaded when it is named. */
export const commandTable: readonly CommandEntry[] = [
  { name: 'scan', summary: 'find keys in files, folders or standard input', load: () => import('./definitions/scan.ts') },
  { name: 'git', summary: 'find keys in what is staged, in commits, or in every object of a repository', load: () => import('./definitions/git.ts') },
  { name: 'fleet', summary: 'find keys in many repositories, on one machine or on many', load: () => import('./definitions/fleet.ts') },
  { name: 'baseline', summary: 'accept the findings there are, with a reason', load: () => import('./definitions/baseline.ts') },
  { name: 'audit', summary: 'list all suppressions with age, reason and author', load: () => import('./definitions/audit.ts') },
  { name: 'keys', summary: 'make your own keys known by fingerprint', load: () => import('./definitions/keys.ts') },
  { name: 'install', summary: 'let git hooks check commits and pushes', load: () => import('./definitions/install.ts') },
  { name: 'uninstall', summary: 'take the git hooks out again', load: () => import('./definitions/uninstall.ts') },
  { name: 'hook', summary: 'what a git hook runs', load: () => import('./definitions/hook.ts') },
  { name: 'ci', summary: 'check what a pull request or a push brings', load: () => import('./definitions/ci.ts') },
  { name: 'redact', summary: 'replace keys in logs, in files or in a pipe', load: () => import('./definitions/redact.ts') },
  { name: 'verify', summary: 'ask the Submit API whether found keys are live', load: () => import('./definitions/verify.ts') },
  { name: 'report', summary: 'make one page for browsers of the results of scans', load: () => import('./definitions/report.ts') },
  { name: 'serve', summary: 'show results in a browser of this machine, and newer ones as they come', load: () => import('./definitions/serve.ts') },
  { name: 'rules', summary: 'list the rules', load: () => import('./definitions/rules.ts') },
  { name: 'explain', summary: 'explain a rule: what it finds, why, and how to mend it', load: () => import('./definitions/explain.ts') },
  { name: 'init', summary: 'write a commented configuration', load: () => import('./definitions/init.ts') },
];
