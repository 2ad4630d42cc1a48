import { Buffer } from 'node:buffer';
import { posix } from 'node:path';
import type { SourceMapInput, TraceMap } from '@jridgewell/trace-mapping';
import { AnyMap, originalPositionFor } from '@jridgewell/trace-mapping';
import type { Output } from '../builds/build.ts';

/** A place in the code as it was written. */
export interface MappedPlace {
  /** As the map names it, the root of sources included. */
  readonly source: string;
  readonly line: number;
  readonly column: number;
  /** Text of the source, where the map holds it. */
  readonly text: string | undefined;
}

const inComment = /[#@]\s*sourceMappingURL=\s*([^\s'"*]+)/g;

/**
 * The source map of an output: what the bundler says, what its last comment refers to, or the file next to it.
 *
 * @param others - by absolute path.
 */
export function mapOf(output: Output, others: ReadonlyMap<string, Output>): TraceMap | undefined {
  if (output.map !== null && output.map !== undefined) return parseMap(output.map);
  const text = textOf(output);
  const comment = text.slice(Math.max(0, text.lastIndexOf('sourceMappingURL=') - 2));
  const url = [...comment.matchAll(inComment)].at(-1)?.[1] ?? '';
  if (url.startsWith('data:')) return parseMap(textOfDataUrl(url));
  const besides = others.get(posix.join(posix.dirname(output.file), url.replace(/[?#].*$/, ''))) ?? others.get(`${output.file}.map`);
  return besides === undefined ? undefined : parseMap(textOf(besides));
}

/** A map, unless it is broken: then nothing leads back, and the key is told where it stands. */
export function parseMap(map: object | string): TraceMap | undefined {
  try {
    return new AnyMap(typeof map === 'string' ? map.replace(/^\)\]\}'[^\n]*\n/, '') : (map as SourceMapInput));
  } catch {
    return undefined;
  }
}

/** @param place - line and column from 1. */
export function originalPlace(map: TraceMap, place: { readonly line: number; readonly column: number }): MappedPlace | undefined {
  const { source, line, column } = originalPositionFor(map, { line: place.line, column: place.column - 1 });
  if (source === null) return undefined;
  const index = map.resolvedSources.indexOf(source);
  return { source, line, column: column + 1, text: map.sourcesContent?.[index] ?? undefined };
}

/** The text of an output. */
export function textOf({ content }: Output): string {
  return typeof content === 'string' ? content : Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('utf8');
}

function textOfDataUrl(url: string): string {
  const comma = url.indexOf(',');
  const body = url.slice(comma + 1);
  if (url.slice(0, comma).endsWith(';base64')) return Buffer.from(body, 'base64').toString('utf8');
  try {
    return decodeURIComponent(body);
  } catch {
    return body;
  }
}
