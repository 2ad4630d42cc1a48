import type { CommandContext } from './command-context.ts';

/** What a command needs to know of the terminal besides. */
export interface TerminalContext extends CommandContext {
  /** Version of the tool. */
  readonly version: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdin: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean; destroy?(): unknown };
  /** Writes bytes to standard output. Resolves when it will take more; rejects where it is closed (EPIPE) or fails. */
  readonly write: (bytes: readonly Buffer[]) => Promise<void>;
  /** Standard output. */
  readonly output: { readonly isTerminal: boolean; readonly columns: number | undefined };
  /** Standard error. */
  readonly errors: { readonly isTerminal: boolean };
  /** Lets the next Ctrl-C pass without an effect. */
  readonly outliveInterrupt: () => void;
  /** Lets the first Ctrl-C, or another signal that asks for an end, call a function in place of ending the process. */
  readonly onStop: (stop: () => void) => void;
  /** Called when the process is about to end early, to leave the terminal as it was. */
  readonly onExit: (clean: () => void) => void;
}
