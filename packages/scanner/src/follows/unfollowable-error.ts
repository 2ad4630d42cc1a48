/** What is followed cannot be read, or is no text. The message says why, as a reason of the coverage. */
export class UnfollowableError extends Error {
  override readonly name = 'UnfollowableError';
}
