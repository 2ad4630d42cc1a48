import { encodedMap, TraceMap } from '@jridgewell/trace-mapping';

/** A place of generated code and where it is from; lines and columns from 1. */
export interface Mapping {
  readonly line: number;
  readonly column: number;
  readonly source: number;
  readonly from: readonly [line: number, column: number];
}

/** The `mappings` of a source map. */
export function mappingsOf(mappings: readonly Mapping[]): string {
  const lines: [number, number, number, number][][] = [];
  for (const { line, column, source, from } of mappings) {
    while (lines.length < line) lines.push([]);
    lines[line - 1]?.push([column - 1, source, from[0] - 1, from[1] - 1]);
  }
  const sources = mappings.map(({ source }) => `${source}.ts`);
  return encodedMap(new TraceMap({ version: 3, names: [], sources, mappings: lines })).mappings;
}

/** Where a text stands in another; from 1. */
export function placeIn(text: string, part: string): { readonly line: number; readonly column: number } {
  const before = text.slice(0, text.indexOf(part)).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
