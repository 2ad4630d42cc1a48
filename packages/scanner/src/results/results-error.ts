import { codeOf, failureReason } from '../sources/failure-reason.ts';

/** Results cannot be read. The message is a sentence for the person who named them, and quotes nothing of what is in them; the exit status is 2. */
export class ResultsError extends Error {
  override readonly name = 'ResultsError';
}

/**
 * The error for a file that the system does not let us read.
 *
 * @param shown - its path, as messages show it.
 */
export function unreadable(shown: string, error: unknown): ResultsError {
  return new ResultsError(`${shown} could not be read: ${codeOf(error) === 'ENOENT' ? 'there is no such file' : failureReason(error)}.`);
}
