import { dirname } from 'node:path';
import type { Finding, PlaceNote, SecretSummary } from '@submit-guard/core';
import { fingerprintOf } from '@submit-guard/core';
import { jsonPointersAt } from '../readers/json-pointers.ts';
import { placeInString } from './content-place.ts';
import type { ReplacedExpression } from './expressions.ts';
import { replacedExpressionAt } from './expressions.ts';
import { findMap } from './find-map.ts';
import type { GeneratedText } from './generated-text.ts';
import { readGeneratedText } from './generated-text.ts';
import type { InlineMap } from './inline-map.ts';
import { inlineMapOf } from './inline-map.ts';
import { mappingUrlOf } from './mapping-url.ts';
import { SourceLines } from './source-lines.ts';
import type { MappedPlace, MappedSource, SourceMap } from './source-map.ts';
import { parseSourceMap, SourceMapError, withoutGuard } from './source-map.ts';

/** Where a finding in a generated file is from. Line and column from 1, columns in UTF-16 units. */
export interface OriginalPlace {
  /** As the map has it; see `sourcePathOf`. */
  readonly name: string;
  /** Absolute path of the folder that the name is relative to. */
  readonly mapFolder: string;
  readonly line: number;
  readonly column: number;
  /** Whether the key stands there as it is shipped. */
  readonly holdsKey: boolean;
  /** What stands there in its stead. */
  readonly expression?: ReplacedExpression | undefined;
}

/** A finding and where it is from. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly original?: OriginalPlace | undefined;
  /** Whether it stands in a source map, be it a file or within the generated file. */
  readonly isInMap: boolean;
  /** The text of its range, to be masked in whatever is shown. */
  readonly shipped: string | undefined;
}

export interface PlacedFindings {
  readonly findings: readonly PlacedFinding[];
  /** Maps that could not be used. */
  readonly notes: readonly PlaceNote[];
}

/** Lines behind the one that a map tells in which the key is looked for: a template or an object may have become one text. */
const furthestLine = 40;

/** Units by which a place in base64 may be off. */
const slack = 3;

/** What a map is asked in the course of one file. */
interface Inquiry {
  readonly generated: GeneratedText;
  readonly map: SourceMap;
  readonly mapFolder: string;
  readonly lines: SourceLines;
}

/**
 * Finds the original places of what was found in one file.
 *
 * @param path - absolute path of the file.
 * @param root - absolute path of the folder within which a map is read.
 * @param toShown - turns an absolute path into one that is shown.
 */
export function placeFindings(path: string, findings: readonly Finding[], root: string, toShown: (path: string) => string): PlacedFindings {
  const nowhere = (notes: readonly PlaceNote[] = [], isInMap = false): PlacedFindings => ({
    findings: findings.map((finding) => ({ finding, isInMap, shipped: undefined })),
    notes,
  });
  const generated = readGeneratedText(path);
  if (generated === undefined) return nowhere();
  const isMapFile = /\.map$/i.test(path) && /^\s*(?:\)\]\}|\{)/.test(generated.text);
  try {
    if (isMapFile) return generated.isWhole ? inMapFile(dirname(path), generated, findings) : nowhere([], true);
    return inGeneratedFile(path, generated, findings, root, toShown) ?? nowhere();
  } catch (error) {
    if (error instanceof BrokenMap) return nowhere([{ path: toShown(error.path), reason: `source map: ${error.reason}; read as text` }], isMapFile);
    if (error instanceof SourceMapError && looksLikeMap(generated.text)) return nowhere([{ path: toShown(path), reason: `source map: ${error.message}; read as text` }], isMapFile);
    if (error instanceof SourceMapError) return nowhere();
    throw error;
  }
}

/** Why the map of another file cannot be used. */
class BrokenMap extends Error {
  readonly path: string;
  readonly reason: string;

  constructor(path: string, reason: string) {
    super(reason);
    this.path = path;
    this.reason = reason;
  }
}

/** Other formats have files called `.map`, too. */
function looksLikeMap(text: string): boolean {
  return /"(?:mappings|sections|sourcesContent)"\s*:/.test(text);
}

function inMapFile(mapFolder: string, generated: GeneratedText, findings: readonly Finding[]): PlacedFindings {
  const map = parseSourceMap(generated.text);
  const placed = findings.map((finding): PlacedFinding => {
    const offset = generated.offsetOf(finding.line, finding.column);
    const source = finding.pointer === undefined ? undefined : map.sourceAt(finding.pointer);
    const place = source === undefined || offset === undefined ? undefined : placeInString(generated.text, offset);
    return {
      finding,
      isInMap: true,
      shipped: shippedText(generated, finding),
      ...(source !== undefined && place !== undefined && { original: { name: source.name, mapFolder, line: place.line + 1, column: place.column + 1, holdsKey: true } }),
    };
  });
  return { findings: placed, notes: [] };
}

/** @returns `undefined` where the file has no map. */
function inGeneratedFile(path: string, generated: GeneratedText, findings: readonly Finding[], root: string, toShown: (path: string) => string): PlacedFindings | undefined {
  const address = mappingUrlOf(generated.text);
  const inline = address === undefined ? undefined : inlineMapOf(address.url);
  const found = inline === undefined ? findMap(path, address?.url, root) : { path, text: inline.text };
  if (found === undefined) return undefined;
  if (!('text' in found)) throw new BrokenMap(found.path, found.reason);
  const map = usable(found.path, found.text);
  const inquiry: Inquiry = { generated, map, mapFolder: dirname(found.path), lines: new SourceLines() };
  const payload = inline === undefined || address === undefined ? Infinity : address.start + inline.payload;
  const placeInMap = inline === undefined ? () => undefined : inInlineMap(inline, inquiry);
  const placed = findings.map((finding): PlacedFinding => {
    const offset = generated.offsetOf(finding.line, finding.column);
    const shipped = shippedText(generated, finding);
    const isInMap = offset !== undefined && offset >= payload;
    const original = isInMap ? placeInMap(offset - payload, finding.secret) : throughMap(finding, shipped, inquiry);
    return { finding, isInMap, shipped, ...(original !== undefined && { original }) };
  });
  return { findings: withoutRepeats(placed), notes: [] };

  function usable(mapPath: string, text: string): SourceMap {
    try {
      return parseSourceMap(text);
    } catch (error) {
      if (error instanceof SourceMapError) throw new BrokenMap(mapPath, error.message);
      throw error;
    }
  }
}

/** The text of a finding, where it is all in one line. */
function shippedText(generated: GeneratedText, { line, column, endLine, endColumn }: Finding): string | undefined {
  const start = generated.offsetOf(line, column);
  const end = generated.offsetOf(endLine, endColumn);
  return start === undefined || end === undefined ? undefined : generated.text.slice(start, end);
}

function throughMap(finding: Finding, shipped: string | undefined, { map, mapFolder, lines }: Inquiry): OriginalPlace | undefined {
  const place = map.placeOf(finding.line - 1, finding.column - 1);
  if (place === undefined || place.source.name === '') return undefined;
  const { source, line, column } = place;
  const exact = shipped === undefined ? undefined : standsNear(place, shipped, lines);
  if (exact !== undefined) return { name: source.name, mapFolder, line: exact.line + 1, column: exact.column + 1, holdsKey: true };
  const expression = replacedExpressionAt(lines.lineOf(source, line) ?? '', column);
  return { name: source.name, mapFolder, line: line + 1, column: column + 1, holdsKey: false, expression };
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

/** Where what was decoded out of an inline map stands in its sources. */
function inInlineMap(inline: InlineMap, { map, mapFolder, lines }: Inquiry): (offset: number, secret: SecretSummary | undefined) => OriginalPlace | undefined {
  const text = withoutGuard(inline.text);
  return (offset, secret) => {
    const at = inline.offsetOf(offset);
    const pointer = jsonPointersAt(text, [at], [], false).get(at);
    const source = pointer === undefined ? undefined : map.sourceAt(pointer);
    const place = source === undefined ? undefined : placeInString(text, at);
    if (source === undefined || place === undefined) return undefined;
    const column = secret === undefined ? place.column : exactColumn(lines.lineOf(source, place.line) ?? '', place.column, secret);
    return { name: source.name, mapFolder, line: place.line + 1, column: column + 1, holdsKey: true };
  };
}

function exactColumn(line: string, column: number, { length, fingerprint }: SecretSummary): number {
  for (let shift = -slack; shift <= slack; shift++) {
    if (column + shift >= 0 && fingerprintOf(line.slice(column + shift, column + shift + length)) === fingerprint) return column + shift;
  }
  return column;
}

/** Leaves out what an inline map holds of a place that the code beside it was found to be from: they are shipped in one file. */
function withoutRepeats(placed: readonly PlacedFinding[]): readonly PlacedFinding[] {
  const inCode = new Set(placed.filter(({ isInMap }) => !isInMap).flatMap((item) => [keyOf(item, undefined), keyOf(item, item.original)]));
  return placed.filter((item) => !item.isInMap || item.finding.secret === undefined || !inCode.has(keyOf(item, item.original)));
}

function keyOf({ finding }: PlacedFinding, original: OriginalPlace | undefined): string {
  return `${finding.secret?.fingerprint ?? ''} ${original === undefined ? '' : `${original.line} ${original.name}`}`;
}

