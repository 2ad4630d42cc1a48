import { TraceMap, traceSegment } from '@jridgewell/trace-mapping';
import { isRecord } from '@submit-guard/core';

/** A place in a source that a map leads to. Line and column from 0, columns in UTF-16 units. */
export interface MappedPlace {
  readonly source: MappedSource;
  readonly line: number;
  readonly column: number;
  /** UTF-16 units between the place that was asked for and the nearest one before it that the map knows. */
  readonly distance: number;
}

/** A source as the map names it. Nothing is opened by this name. */
export interface MappedSource {
  /** With the source root in front, where there is one; '' where the map gives no name. */
  readonly name: string;
  /** Text of the source, where the map brings it along. */
  readonly content: string | undefined;
}

/** A source map (ECMA-426) that is ready to be asked. */
export interface SourceMap {
  /**
   * Where a place of the generated file is from; `undefined` where the map says nothing of it. Mappings are decoded with the first question.
   *
   * @param line - from 0.
   * @param column - from 0, in UTF-16 units.
   */
  placeOf(line: number, column: number): MappedPlace | undefined;
  /** The source whose content stands at a JSON pointer, such as `/sourcesContent/3` or `/sections/1/map/sourcesContent/0`. */
  sourceAt(pointer: string): MappedSource | undefined;
}

/** Why a text is no source map that could be used, in words that follow "broken source map: ". */
export class SourceMapError extends Error {
  override name = 'SourceMapError';
}

/** UTF-16 units of the mappings of one map, some four million places: decoded they take a hundred times the memory. */
const longestMappings = 16_000_000;

/** Sections within sections: nobody has a use for more than one level. */
const deepest = 8;

/** What servers put in front of JSON so that no page can run it (ECMA-426, "Resolving sources"). */
const guard = /^\)\]\}[^\n]*/;

type Json = Readonly<Record<string, unknown>>;

interface Section {
  readonly line: number;
  readonly column: number;
  readonly map: SourceMap;
}

/** The text with blanks in place of the line that keeps it from being run, so that offsets stay. */
export function withoutGuard(text: string): string {
  return text.replace(guard, (line) => ' '.repeat(line.length));
}

/**
 * Reads a source map: a plain one or one of sections.
 *
 * @throws SourceMapError where it is broken.
 */
export function parseSourceMap(text: string): SourceMap {
  let json: unknown;
  try {
    json = JSON.parse(withoutGuard(text));
  } catch (error) {
    throw new SourceMapError(error instanceof RangeError ? 'it is nested too deeply' : 'it is no JSON');
  }
  return mapOf(json, deepest);
}

function mapOf(json: unknown, levels: number): SourceMap {
  if (!isRecord(json)) throw new SourceMapError('it is no JSON object');
  if (json['version'] !== 3 && json['version'] !== '3') throw new SourceMapError('its `version` is not 3');
  if (json['sections'] !== undefined) return sectionedMap(json['sections'], levels);
  return plainMap(json);
}

function plainMap({ mappings, sources, sourcesContent, sourceRoot }: Json): SourceMap {
  if (typeof mappings !== 'string') throw new SourceMapError('its `mappings` are no text');
  if (!Array.isArray(sources)) throw new SourceMapError('its `sources` are no list');
  if (mappings.length > longestMappings) throw new SourceMapError(`its \`mappings\` are longer than ${longestMappings} characters`);
  const sourceOf = (index: number): MappedSource | undefined => {
    const name: unknown = sources[index];
    const content: unknown = Array.isArray(sourcesContent) ? sourcesContent[index] : undefined;
    if (index < 0 || index >= Math.max(sources.length, Array.isArray(sourcesContent) ? sourcesContent.length : 0)) return undefined;
    return { name: nameOf(name, sourceRoot), content: typeof content === 'string' ? content : undefined };
  };
  let decoded: TraceMap | undefined;
  return {
    placeOf(line, column) {
      decoded ??= new TraceMap({ version: 3, names: [], sources: [], mappings });
      const segment = traced(decoded, line, column);
      if (segment === null || segment.length === 1) return undefined;
      const [generated, index, sourceLine, sourceColumn] = segment;
      const source = sourceOf(index);
      if (source === undefined || sourceLine < 0 || sourceColumn < 0) return undefined;
      return { source, line: sourceLine, column: sourceColumn, distance: column - generated };
    },
    sourceAt(pointer) {
      const index = /^\/sourcesContent\/(\d{1,9})$/.exec(pointer)?.[1];
      return index === undefined ? undefined : sourceOf(Number(index));
    },
  };
}

function traced(map: TraceMap, line: number, column: number): ReturnType<typeof traceSegment> {
  try {
    return traceSegment(map, line, column);
  } catch {
    throw new SourceMapError('its `mappings` cannot be decoded');
  }
}

/** Sections are chosen by the place, and not put together: a hostile one may begin a billion lines further down. */
function sectionedMap(list: unknown, levels: number): SourceMap {
  if (!Array.isArray(list)) throw new SourceMapError('its `sections` are no list');
  if (levels === 0) throw new SourceMapError('its `sections` are nested too deeply');
  const sections = list.map((item: unknown): Section => {
    const { offset, map } = isRecord(item) ? item : {};
    const { line, column } = isRecord(offset) ? offset : {};
    if (!isOffset(line) || !isOffset(column)) throw new SourceMapError('one of its `sections` has no `offset`');
    if (map === undefined) throw new SourceMapError('one of its `sections` has no `map`');
    return { line, column, map: mapOf(map, levels - 1) };
  });
  for (const [index, section] of sections.entries()) {
    const before = sections[index - 1];
    if (before !== undefined && !startsBefore(before, section.line, section.column)) throw new SourceMapError('its `sections` are not in order');
  }
  return {
    placeOf(line, column) {
      const section = sections.findLast((each) => startsBefore(each, line, column));
      if (section === undefined) return undefined;
      return section.map.placeOf(line - section.line, line === section.line ? column - section.column : column);
    },
    sourceAt(pointer) {
      const [, index, inner] = /^\/sections\/(\d{1,9})\/map(\/.*)$/s.exec(pointer) ?? [];
      return inner === undefined ? undefined : sections[Number(index)]?.map.sourceAt(inner);
    },
  };
}

/** Whether a section starts at or before a place. */
function startsBefore(section: Pick<Section, 'line' | 'column'>, line: number, column: number): boolean {
  return section.line < line || (section.line === line && section.column <= column);
}

function nameOf(name: unknown, root: unknown): string {
  if (typeof name !== 'string') return '';
  return typeof root === 'string' && root !== '' ? `${root.replace(/\/$/, '')}/${name}` : name;
}

function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
