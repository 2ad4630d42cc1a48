/** What cannot be redacted as it is, and would pass with its keys. The message goes on behind the name: `is an archive; ...`. */
export class UnredactableError extends Error {
  override readonly name = 'UnredactableError';
}
