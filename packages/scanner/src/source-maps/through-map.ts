import type { Finding } from '@submit-guard/core';
import { replaceableExpressions } from './expressions.ts';
import type { OriginalPlace } from './placed-finding.ts';
import type { SourceLines } from './source-lines.ts';
import type { MappedPlace, SourceMap } from './source-map.ts';

/** What is asked in the course of one file. */
export interface Inquiry {
  readonly map: SourceMap;
  /** Absolute path of the folder of the map. */
  readonly mapFolder: string;
  readonly lines: SourceLines;
}

/** Lines behind the one that a map tells in which the key is looked for: a template or an object may have become one text. */
const furthestLine = 40;

/**
 * Where a finding in generated code is from: where its key stands in the source, near what the map says, or else where the map says.
 *
 * @param shipped - the text of the finding.
 */
export function throughMap(finding: Finding, shipped: string | undefined, { map, mapFolder, lines }: Inquiry): OriginalPlace | undefined {
  const place = map.placeOf(finding.line - 1, finding.column - 1);
  if (place === undefined || place.source.name === '') return undefined;
  const { source, line, column } = place;
  const exact = shipped === undefined ? undefined : standsNear(place, shipped, lines);
  if (exact !== undefined) return { name: source.name, mapFolder, line: exact.line + 1, column: exact.column + 1, holdsKey: true, expressions: [] };
  const elsewhere = shipped === undefined ? undefined : lines.placeOf(source, shipped);
  const expressions = elsewhere === undefined ? replaceableExpressions(lines.lineOf(source, line) ?? '', column) : [];
  return { name: source.name, mapFolder, line: line + 1, column: column + 1, holdsKey: false, elsewhere, expressions };
}

/** Where a text stands in a source, in the line that a map tells or soon behind it: a map knows where a string begins, or only its line. */
function standsNear({ source, line, column, distance }: MappedPlace, shipped: string, lines: SourceLines): { readonly line: number; readonly column: number } | undefined {
  const own = lines.lineOf(source, line);
  if (own === undefined) return undefined;
  const expected = column + distance;
  const behind = own.indexOf(shipped, column);
  const at = own.startsWith(shipped, expected) ? expected : behind === -1 ? own.lastIndexOf(shipped) : behind;
  if (at !== -1) return { line, column: at };
  for (let next = line + 1; next <= line + furthestLine; next++) {
    const found = lines.lineOf(source, next)?.indexOf(shipped);
    if (found === undefined) return undefined;
    if (found !== -1) return { line: next, column: found };
  }
  return undefined;
}
