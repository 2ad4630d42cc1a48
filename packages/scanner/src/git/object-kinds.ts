/** What git stores (gitglossary(7), "object type"). */
export const objectKinds = ['blob', 'commit', 'tag', 'tree'] as const;
export type ObjectKind = (typeof objectKinds)[number];

/** An object as `git cat-file --batch-check` describes it. Plain data. */
export interface ObjectInfo {
  /** Hexadecimal. */
  readonly id: string;
  readonly kind: ObjectKind;
  /** Bytes. */
  readonly size: number;
}

/**
 * Reads a line of `git cat-file --batch-check`: `<id> <kind> <size>`.
 *
 * @returns the id alone of an object that is missing or cannot be read.
 */
export function parseObjectLine(line: string): ObjectInfo | { readonly id: string; readonly kind: undefined } {
  const [id = '', kind = '', size = ''] = line.split(' ');
  if (!(objectKinds as readonly string[]).includes(kind) || size === '') return { id, kind: undefined };
  return { id, kind: kind as ObjectKind, size: Number(size) };
}
