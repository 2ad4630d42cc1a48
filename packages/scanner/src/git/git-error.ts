/** Git could not do what a scan needs. The message is a sentence for the person who runs the scan; the exit status is 2. */
export class GitError extends Error {
  override readonly name = 'GitError';
}
