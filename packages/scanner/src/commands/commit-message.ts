import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { scan } from '../pipeline/scan.ts';
import { failureReason } from '../sources/failure-reason.ts';
import type { ExitStatus } from './command-context.ts';
import type { PresentationOptions } from './present-report.ts';
import { presentReport } from './present-report.ts';
import type { TerminalContext } from './terminal-context.ts';
import { UsageError } from './usage-error.ts';

/**
 * The line under which git shows the changes (`git commit --verbose`) and cuts everything off: any comment character, and this
 * (git-commit(1), "scissors").
 */
const scissors = /^\S{1,10} -{24} >8 -{24}\r?\n/m;

/**
 * Scans the message of a commit that is being made.
 *
 * @param file - path of the message, as git passes it to the commit-msg hook.
 * @throws {UsageError} where there is none.
 */
export async function checkMessage(file: string | undefined, options: PresentationOptions, context: TerminalContext): Promise<ExitStatus> {
  if (file === undefined) throw new UsageError('The hook commit-msg takes the file of the message: submit-guard hook commit-msg FILE');
  const text = messageIn(file, context.cwd);
  return presentReport((events) => scan({
    targets: ['-'],
    stdin: oneChunk(text),
    stdinPath: 'commit message',
    cwd: context.cwd,
    environment: context.environment,
    ...events,
  }), options, context);
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array, void> {
  yield bytes;
}

/** Bytes of the message, in whatever encoding it is: what git will cut off is left out. */
function messageIn(file: string, cwd: string): Buffer {
  try {
    const text = readFileSync(resolve(cwd, file)).toString('latin1');
    return Buffer.from(text.slice(0, scissors.exec(text)?.index ?? text.length), 'latin1');
  } catch (error) {
    throw new UsageError(`The commit message could not be read: ${failureReason(error)}.`);
  }
}
