/** A page cannot be scanned as asked. The message is one or more sentences for the person who asked; the exit status is 2. */
export class WebError extends Error {
  override readonly name = 'WebError';
}
