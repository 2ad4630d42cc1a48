/** A parsed document that still knows where everything stands. Offsets are UTF-16 units in the text of the file. */
export type LocatedNode = LocatedScalar | LocatedList | LocatedMap;

export interface LocatedScalar {
  readonly kind: 'scalar';
  readonly offset: number;
  readonly value: string | number | boolean | null;
}

export interface LocatedList {
  readonly kind: 'list';
  readonly offset: number;
  readonly items: readonly LocatedNode[];
}

export interface LocatedMap {
  readonly kind: 'map';
  readonly offset: number;
  /** In the order of the file; no key twice. */
  readonly entries: readonly LocatedEntry[];
}

export interface LocatedEntry {
  readonly key: string;
  readonly keyOffset: number;
  readonly value: LocatedNode;
}

/** Something to mend, in words that go on after `FILE:LINE:COLUMN `. */
export interface Problem {
  readonly offset: number;
  readonly message: string;
}

/** What a parser made of a file: a document (`undefined` for an empty one), or what keeps it from being one. */
export interface ParsedDocument {
  readonly root: LocatedNode | undefined;
  readonly problems: readonly Problem[];
}
