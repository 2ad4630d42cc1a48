import type { KeyInput } from '../known-keys/read-key.ts';

/** What a command needs of the process; the same in the command line and in tests. */
export interface CommandContext {
  /** Absolute path of the working directory. */
  readonly cwd: string;
  readonly input: KeyInput;
  /** Writes to standard output: what was asked for. */
  readonly print: (text: string) => void;
  /** Writes to standard error: what a person should know besides. */
  readonly tell: (text: string) => void;
}

/** Exit status of the command line. */
export type ExitStatus = 0 | 1 | 2 | 130;
