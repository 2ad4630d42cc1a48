import { Buffer } from 'node:buffer';
import { posix } from 'node:path';
import type { SourceMap } from 'submit-guard/source-maps';
import { inlineMapOf, mappingUrlOf, parseSourceMap } from 'submit-guard/source-maps';
import type { Output } from '../builds/build.ts';

/** A place in the code as it was written. Line and column from 1. */
export interface MappedPlace {
  /** As the map names it, the root of sources included. */
  readonly source: string;
  readonly line: number;
  readonly column: number;
  /** Text of the source, where the map holds it. */
  readonly text: string | undefined;
}

/**
 * The source map of an output: what the bundler says, what its last comment refers to, or the file next to it.
 *
 * @param others - by absolute path.
 */
export function mapOf(output: Output, others: ReadonlyMap<string, Output>): SourceMap | undefined {
  const told = output.map?.();
  if (told !== null && told !== undefined) return mapFrom(typeof told === 'string' ? told : JSON.stringify(told));
  const url = mappingUrlOf(textOf(output))?.url ?? '';
  if (url.startsWith('data:')) return mapFrom(inlineMapOf(url)?.text);
  const besides = others.get(posix.join(posix.dirname(output.file), url.replace(/[?#].*$/, ''))) ?? others.get(`${output.file}.map`);
  return mapFrom(besides && textOf(besides));
}

/** A map, unless it is broken: then nothing leads back, and the key is told where it stands. */
export function mapFrom(text: string | undefined): SourceMap | undefined {
  return text === undefined ? undefined : unlessBroken(() => parseSourceMap(text));
}

/** @param place - line and column from 1. */
export function originalPlace(map: SourceMap, place: { readonly line: number; readonly column: number }): MappedPlace | undefined {
  const mapped = unlessBroken(() => map.placeOf(place.line - 1, place.column - 1));
  return mapped && { source: mapped.source.name, line: mapped.line + 1, column: mapped.column + 1, text: mapped.source.content };
}

/** The text of an output. */
export function textOf({ content }: Output): string {
  return typeof content === 'string' ? content : Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('utf8');
}

function unlessBroken<Value>(ask: () => Value): Value | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
