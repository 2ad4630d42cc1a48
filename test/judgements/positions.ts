/** A place in a text as people count: line and column from 1, columns in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where the offset `offset` (UTF-16 units) of `text` stands. Lines end with LF, CR LF or CR. */
export function placeOf(text: string, offset: number): Place {
  let line = 1;
  let start = 0;
  for (let index = 0; index < offset; index += 1) {
    const unit = text[index];
    if (unit === '\n' || (unit === '\r' && text[index + 1] !== '\n')) {
      line += 1;
      start = index + 1;
    }
  }
  return { line, column: offset - start + 1 };
}
