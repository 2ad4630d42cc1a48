/** What was typed cannot be done. The message is one or more sentences for the person who typed it; the exit status is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * An argument as a message may repeat it: a long one is cut, as somebody may have pasted a key.
 *
 * @returns the argument in quotes.
 */
export function echoOf(argument: string): string {
  return `'${argument.length < 24 ? argument : `${argument.slice(0, 4)}...`}'`;
}
