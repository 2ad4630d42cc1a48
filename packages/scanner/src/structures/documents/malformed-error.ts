/** A document that is not what its name or its first words say. */
export class MalformedError extends Error {
  override readonly name = 'MalformedError';

  /** @param offset - of what is wrong, in UTF-16 units. */
  constructor(syntax: string, document: string, offset: number) {
    super(`its ${syntax} breaks off or is wrong in line ${document.slice(0, offset).split('\n').length}`);
  }
}
