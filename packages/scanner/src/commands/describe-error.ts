import { traceOf } from '../pipeline/faults.ts';
import { codeOf, failureReason } from '../sources/failure-reason.ts';

/** Errors whose messages are sentences for the person at the terminal, and never quote what could be a key. */
const spoken: ReadonlySet<string> = new Set([
  'FleetError', 'GateError', 'GitError', 'HooksError', 'PolicyError', 'ResultsError', 'UnknownReporterError', 'UsageError', 'VerificationError', 'WebError',
]);

/**
 * What is printed of an error that ends the program. Told by the name and not by the class, so that nothing has to be
 * loaded for it.
 *
 * An error that nobody expected is described by its kind and, with `--debug`, by where it came from, but never by its
 * message: that may quote what was being read.
 */
export function describeError(error: unknown, debug: boolean): string {
  if (error instanceof Error && spoken.has(error.name)) return `${error.message}\n${debug ? linesOf(traceOf(error)) : ''}`;
  const code = codeOf(error);
  const name = error instanceof Error ? error.name : typeof error;
  const what = code === '' ? `submit-guard failed (${name})` : `submit-guard failed: ${failureReason(error)} (${code})`;
  const next = debug ? 'Please report this with the lines below.' : 'Run it again with --debug to see where, and please report it.';
  return `${what}. ${next}\n${debug ? linesOf(traceOf(error)) : ''}`;
}

function linesOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
