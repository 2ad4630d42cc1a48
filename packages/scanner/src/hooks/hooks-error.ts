/** Hooks could not be wired as asked. The message is one or more sentences for the person who asked; the exit status is 2. */
export class HooksError extends Error {
  override readonly name = 'HooksError';
}
