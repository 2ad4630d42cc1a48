/** What was typed cannot be done. The message is one or more sentences for the person who typed it; the exit status is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Longest argument that a message repeats. UTF-16 units. */
const longestEcho = 23;

/** An argument as a message may repeat it: a long one is cut, as somebody may have pasted a key. */
export function echoOf(argument: string): string {
  return argument.length <= longestEcho ? argument : `${argument.slice(0, 4)}...`;
}
