import { resolve } from 'node:path';
import { quotePath } from '../paths/quote-path.ts';
import { createRedactionEngine } from '../redactions/create-redaction-engine.ts';
import { bytesOf, redactInPlace } from '../redactions/redact-in-place.ts';
import { redactStream } from '../redactions/redact-stream.ts';
import { Redactor } from '../redactions/redactor.ts';
import { UnredactableError } from '../redactions/unredactable-error.ts';
import { codeOf, failureReason } from '../sources/failure-reason.ts';
import type { ExitStatus } from './command-context.ts';
import type { TerminalContext } from './terminal-context.ts';
import { UsageError } from './usage-error.ts';

export interface RedactOptions {
  readonly inPlace?: boolean;
  readonly config?: string;
}

const standardInput = '-';

/**
 * `submit-guard redact [FILE...]`: replaces keys in files or in standard input.
 *
 * @returns 0, or 2 where a file could not be read or written; the others are redacted all the same.
 * @throws {UsageError} and `PolicyError` for what the person should mend.
 */
export async function redact(files: readonly string[], { inPlace = false, config }: RedactOptions, context: TerminalContext): Promise<ExitStatus> {
  const { cwd, environment, tell, print } = context;
  if (inPlace && (files.length === 0 || files.includes(standardInput))) throw new UsageError('--in-place wants files: standard input has no place.');
  const engine = await createRedactionEngine({ cwd, environment, config });
  let status: ExitStatus = 0;
  for (const file of files.length === 0 ? [standardInput] : files) {
    const redactor = new Redactor(engine);
    try {
      if (inPlace) await redactInPlace(redactor, resolve(cwd, file));
      else if (file !== standardInput) await redactStream(redactor, bytesOf(resolve(cwd, file)), file, context.write);
      else {
        // Ctrl-C reaches the server in front of the pipe as well; its last lines are still to come.
        context.outliveInterrupt();
        await redactStream(redactor, context.stdin, '<stdin>', context.write);
      }
      if (inPlace && redactor.masked > 0) print(`${quotePath(file)}: ${redactor.masked === 1 ? 'a key was' : `${redactor.masked} keys were`} replaced\n`);
    } catch (error) {
      // Whoever reads has seen enough.
      if (codeOf(error) === 'EPIPE') return status;
      if (codeOf(error) === '' && !(error instanceof UnredactableError)) throw error;
      tell(`${quotePath(file)} could not be redacted: ${reasonOf(error)}.\n`);
      status = 2;
    }
  }
  return status;
}

function reasonOf(error: unknown): string {
  if (error instanceof UnredactableError) return error.message;
  return codeOf(error) === 'ENOENT' ? 'there is no such file' : failureReason(error);
}
