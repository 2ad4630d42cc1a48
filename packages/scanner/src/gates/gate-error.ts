/** The gate cannot find out what it is to check. The message is one or more sentences for the person who set it up; the exit status is 2. */
export class GateError extends Error {
  override readonly name = 'GateError';
}
