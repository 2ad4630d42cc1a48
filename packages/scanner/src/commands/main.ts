import { fstatSync } from 'node:fs';
import { failureReason } from '../sources/failure-reason.ts';
import type { ExitStatus } from './command-context.ts';
import { describeError } from './describe-error.ts';
import { ExitHooks } from './exit-hooks.ts';
import type { TerminalContext } from './terminal-context.ts';
import { UsageError } from './usage-error.ts';

/** @throws {UsageError} where the folder has been removed. */
function workingDirectory(): string {
  try {
    return process.cwd();
  } catch {
    throw new UsageError('The working directory does not exist any more. Change into one that does.');
  }
}

/** @throws {UsageError} where standard input is a folder, which Node takes for an empty stream. */
function refuseFolder(): void {
  if (fstatSync(0).isDirectory()) throw new UsageError('Standard input is a folder. Name the folder as a path to have it scanned.');
}

/** Whether a stream is a terminal. Asking the stream itself would make it, which takes some milliseconds where nothing is written. */
function isTerminal(name: 'stdout' | 'stderr'): boolean {
  try {
    return fstatSync(name === 'stdout' ? 1 : 2).isCharacterDevice() && process[name].isTTY;
  } catch {
    return false;
  }
}

/** Writes bytes. Resolves when all of them have been taken. */
function writeBytes(stream: NodeJS.WriteStream, bytes: readonly Buffer[]): Promise<void> {
  // The error comes with the call as well.
  if (stream.listenerCount('error') === 0) stream.on('error', () => undefined);
  return new Promise((resolve, reject) => {
    stream.cork();
    for (const piece of bytes) stream.write(piece);
    stream.write('', (error) => (error ? reject(error) : resolve()));
    stream.uncork();
  });
}

/**
 * The command line: runs what the arguments say.
 *
 * @param argv - arguments without the program.
 * @returns the exit status; never rejects.
 */
export async function main(argv: readonly string[], version: string): Promise<ExitStatus> {
  const written = new Set<NodeJS.WriteStream>();
  const write = (stream: NodeJS.WriteStream, text: string): void => {
    // A reader that has seen enough (`| head`) closes the pipe; that is no failure, and the status is that of the command.
    if (!written.has(stream)) stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') return;
      if (stream === process.stdout) tell(`The output could not be written: ${failureReason(error)}.\n`);
      process.exit(2);
    });
    written.add(stream);
    stream.write(text);
  };
  const tell = (text: string): void => write(process.stderr, text);
  const debug = argv.includes('--debug');
  const hooks = new ExitHooks();
  const fail = (error: unknown): ExitStatus => {
    hooks.run();
    tell(describeError(error, debug));
    return 2;
  };
  let interruptsToPass = 0;
  let stop: (() => void) | undefined;
  /** The first signal asks for an end in an orderly way, where there is one. */
  const asksToStop = (): boolean => {
    const ask = stop;
    stop = undefined;
    ask?.();
    return ask !== undefined;
  };
  process.on('SIGINT', () => {
    if (interruptsToPass-- > 0 || asksToStop()) return;
    hooks.run();
    process.exit(130);
  });
  for (const event of ['uncaughtException', 'unhandledRejection']) process.once(event, (error: unknown) => process.exit(fail(error)));

  const context: TerminalContext = {
    get cwd() {
      return workingDirectory();
    },
    version,
    environment: process.env,
    get input() {
      return process.stdin;
    },
    get stdin() {
      refuseFolder();
      return process.stdin;
    },
    print: (text) => write(process.stdout, text),
    tell,
    write: (bytes) => writeBytes(process.stdout, bytes),
    outliveInterrupt() {
      interruptsToPass = 1;
    },
    onStop(ask) {
      stop = ask;
      // Where nothing is left to be asked, the signal does what it does without a listener.
      for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
        process.once(signal, () => {
          if (!asksToStop()) process.kill(process.pid, signal);
        });
      }
    },
    output: {
      get isTerminal() {
        return isTerminal('stdout');
      },
      get columns() {
        return process.stdout.columns;
      },
    },
    errors: {
      get isTerminal() {
        return isTerminal('stderr');
      },
    },
    onExit: (clean) => hooks.add(clean),
  };
  try {
    if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
      context.print(`${version}\n`);
      return 0;
    }
    const { runCommandLine } = await import('./command-line.ts');
    return await runCommandLine(argv, context);
  } catch (error) {
    return fail(error);
  }
}
