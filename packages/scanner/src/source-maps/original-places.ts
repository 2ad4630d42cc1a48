import { dirname } from 'node:path';
import type { Finding, PlaceNote, SecretSummary } from '@submit-guard/core';
import { placeInString } from './content-place.ts';
import type { MapFile, UnreadMap } from './find-map.ts';
import type { GeneratedText } from './generated-text.ts';
import type { InlineMap } from './inline-map.ts';
import { inlineMapOf } from './inline-map.ts';
import { mappingUrlOf } from './mapping-url.ts';
import type { PlacedFinding } from './placed-finding.ts';
import { SourceLines } from './source-lines.ts';
import { parseSourceMap, SourceMapError } from './source-map.ts';
import { throughInlineMap } from './through-inline-map.ts';
import type { Inquiry } from './through-map.ts';
import { throughMap } from './through-map.ts';

export interface PlacedFindings {
  readonly findings: readonly PlacedFinding[];
  /** Maps that could not be used. */
  readonly notes: readonly PlaceNote[];
}

/** The map of a file: a file of its own, a data URL in it, or the file itself. */
interface FoundMap extends MapFile {
  readonly inline?: InlineMap;
  /** UTF-16 offset in the file at which the payload of the data URL begins. */
  readonly payload?: number;
}

/** A generated file in which something was found. */
export interface GeneratedFile {
  /** Absolute path; of a file that is on no disk, one that stands for it. */
  readonly path: string;
  /** `undefined` where it could not be read again. */
  readonly text: GeneratedText | undefined;
  readonly findings: readonly Finding[];
}

/**
 * Finds the original places of what was found in one file. A map that cannot be used is noted, and the findings stand without them.
 *
 * @param findBeside - finds a map in a file of its own; given what the comment of the file says.
 * @param toShown - turns an absolute path into one that is shown.
 */
export function placeFindings(file: GeneratedFile, findBeside: (url: string | undefined) => MapFile | UnreadMap | undefined, toShown: (path: string) => string): PlacedFindings {
  const { path, text: generated, findings } = file;
  const isMap = generated !== undefined && isMapFile(path, generated.text);
  const nowhere = (...notes: readonly PlaceNote[]): PlacedFindings => ({
    findings: findings.map((finding) => ({ finding, isInMap: isMap, shipped: undefined })),
    notes,
  });
  const found = generated === undefined ? undefined : ownMapOf(file) ?? findBeside(mappingUrlOf(generated.text)?.url);
  if (generated === undefined || found === undefined) return nowhere();
  if (!('text' in found)) return nowhere({ path: toShown(found.path), reason: `source map: ${found.reason}` });
  try {
    const placed = isMap ? inMapFile(dirname(path), generated, findings) : inGeneratedFile(found, generated, findings);
    return { findings: placed, notes: [] };
  } catch (error) {
    if (!(error instanceof SourceMapError)) throw error;
    return nowhere({ path: toShown(found.path), reason: `source map: ${error.message}; read as text` });
  }
}

/** The map that a file is or has in it; `undefined` where it may have one beside it. */
export function ownMapOf({ path, text: generated }: GeneratedFile): FoundMap | undefined {
  if (generated === undefined) return undefined;
  if (isMapFile(path, generated.text)) return { path, text: generated.text };
  const address = mappingUrlOf(generated.text);
  const inline = address === undefined ? undefined : inlineMapOf(address.url);
  return inline === undefined || address === undefined ? undefined : { path, text: inline.text, inline, payload: address.start + inline.payload };
}

/** Other formats have files called `.map`, too. */
function isMapFile(path: string, text: string): boolean {
  return /\.map$/i.test(path) && /^\s*(?:\)\]\}|\{)/.test(text) && /"(?:mappings|sections|sourcesContent)"\s*:/.test(text);
}

function inMapFile(mapFolder: string, generated: GeneratedText, findings: readonly Finding[]): readonly PlacedFinding[] {
  if (!generated.isWhole) throw new SourceMapError('it is too long');
  const map = parseSourceMap(generated.text);
  return findings.map((finding) => {
    const offset = generated.offsetOf(finding.line, finding.column);
    const source = finding.pointer === undefined ? undefined : map.sourceAt(finding.pointer);
    const place = source === undefined || offset === undefined ? undefined : placeInString(generated.text, offset);
    return {
      finding,
      isInMap: true,
      shipped: shippedText(generated, finding),
      ...(source !== undefined && place !== undefined && { original: { name: source.name, mapFolder, line: place.line + 1, column: place.column + 1, holdsKey: true, expressions: [] } }),
    };
  });
}

function inGeneratedFile({ path, text, inline, payload = Infinity }: FoundMap, generated: GeneratedText, findings: readonly Finding[]): readonly PlacedFinding[] {
  const inquiry: Inquiry = { map: parseSourceMap(text), mapFolder: dirname(path), lines: new SourceLines() };
  const placeInMap = inline === undefined ? () => undefined : throughInlineMap(inline, inquiry);
  const placed = findings.map((finding): PlacedFinding => {
    const offset = generated.offsetOf(finding.line, finding.column);
    const shipped = shippedText(generated, finding);
    const isInMap = offset !== undefined && offset >= payload;
    const original = isInMap ? placeInMap(offset - payload, finding.secret) : throughMap(finding, shipped, inquiry);
    return { finding, isInMap, shipped, ...(original !== undefined && { original }) };
  });
  return withoutRepeats(placed);
}

/** The text of a finding, where the file is there as a whole. */
function shippedText(generated: GeneratedText, { line, column, endLine, endColumn }: Finding): string | undefined {
  const start = generated.offsetOf(line, column);
  const end = generated.offsetOf(endLine, endColumn);
  return start === undefined || end === undefined ? undefined : generated.text.slice(start, end);
}

/** Leaves out what an inline map holds of a place that the code beside it was found to be from: they are shipped in one file. */
function withoutRepeats(placed: readonly PlacedFinding[]): readonly PlacedFinding[] {
  const places = new Set(placed.filter(({ isInMap }) => !isInMap).flatMap(({ finding: { secret }, original }) => [
    placeKey(secret, original?.name, undefined),
    placeKey(secret, original?.name, original?.line),
    placeKey(secret, original?.name, original?.elsewhere?.line),
  ]));
  return placed.filter(({ isInMap, finding: { secret }, original }) => !isInMap || secret === undefined || !places.has(placeKey(secret, original?.name, original?.line)));
}

function placeKey(secret: SecretSummary | undefined, name: string | undefined, line: number | undefined): string {
  return line === undefined ? (secret?.fingerprint ?? '') : `${secret?.fingerprint ?? ''} ${line} ${name ?? ''}`;
}
