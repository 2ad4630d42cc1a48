/** Keys cannot be verified as asked. The message is one or more sentences for the person who asked; the exit status is 2. */
export class VerificationError extends Error {
  override readonly name = 'VerificationError';
}
