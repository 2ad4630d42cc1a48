import type { Finding } from '@submit-guard/core';
import type { Module, Output, Place } from '../builds/build.ts';
import type { Lead, Sought, Surroundings } from '../origins/locate.ts';
import { locate } from '../origins/locate.ts';
import { mapFrom, mapOf, originalPlace, textOf } from '../origins/source-map.ts';

/**
 * Where the key of a finding in an output was written.
 *
 * @param outputs - all of the build.
 * @param modules - that went into the output.
 */
export function originOf(finding: Finding, sought: Sought, output: Output, outputs: readonly Output[], modules: Iterable<Module>, surroundings: Surroundings): Promise<Place | undefined> {
  return locate(sought, leadOf(finding, output, outputs), modules, surroundings);
}

function leadOf(finding: Finding, output: Output, outputs: readonly Output[]): Lead | undefined {
  const { pointer } = finding;
  if (pointer?.includes('sourcesContent') === true) return leadInMap(output, pointer);
  const map = mapOf(output, new Map(outputs.map((other) => [other.file, other])));
  const mapped = map && originalPlace(map, finding);
  return mapped && { mapped, mapFile: output.file };
}

/** A source that stands in the map as a whole. */
function leadInMap(output: Output, pointer: string): Lead | undefined {
  const source = mapFrom(textOf(output))?.sourceAt(pointer);
  return source === undefined || source.name === '' ? undefined : { mapped: { source: source.name, line: 1, column: 1, text: source.content }, mapFile: output.file };
}
