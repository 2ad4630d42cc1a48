import { accessSync, constants, realpathSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { quotePath } from '../paths/quote-path.ts';
import { writeAtomically } from '../policies/write-atomically.ts';
import { codeOf, failureReason } from '../sources/failure-reason.ts';
import { UsageError } from './usage-error.ts';

/** Stands for standard output, as with most programs. */
export const standardOutput = '-';

/**
 * Makes sure, before a long scan, that its report can be written.
 *
 * @param output - path as it was typed, relative to `cwd`.
 * @throws {UsageError} where it cannot.
 */
export function checkOutput(output: string, cwd: string): void {
  const path = resolve(cwd, output);
  const name = quotePath(output);
  try {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) throw new UsageError(`The report cannot be written to ${name}: it is a folder. Name a file in it.`);
    accessSync(dirname(path), constants.W_OK);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const reason = codeOf(error) === 'ENOENT' ? `there is no folder ${quotePath(dirname(output))}; make it first` : failureReason(error);
    throw new UsageError(`The report cannot be written to ${name}: ${reason}.`);
  }
}

/**
 * Writes a report to a file, whole or not at all. What a link leads to is written, not the link replaced; a device or a
 * pipe is written to as it is.
 *
 * @throws {UsageError} or `PolicyError` where it cannot be written.
 */
export function writeReport(output: string, text: string, cwd: string): void {
  const path = resolve(cwd, output);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || stats.isFile()) {
    writeAtomically(stats === undefined ? path : realpathSync(path), text, quotePath(output));
    return;
  }
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new UsageError(`The report could not be written to ${quotePath(output)}: ${failureReason(error)}.`);
  }
}
