import type { SecretSummary } from '@submit-guard/core';
import { fingerprintOf } from '@submit-guard/core';
import { jsonPointersAt } from '../readers/json-pointers.ts';
import { placeInString } from './content-place.ts';
import type { InlineMap } from './inline-map.ts';
import type { OriginalPlace } from './placed-finding.ts';
import { withoutGuard } from './source-map.ts';
import type { Inquiry } from './through-map.ts';

/** Units by which a place in base64 may be off. */
const slack = 3;

/**
 * Tells where what was decoded out of an inline map stands in its sources.
 *
 * @returns a function that takes the UTF-16 offset of a finding in the payload of the data URL.
 */
export function throughInlineMap(inline: InlineMap, { map, mapFolder, lines }: Inquiry): (offset: number, secret: SecretSummary | undefined) => OriginalPlace | undefined {
  const text = withoutGuard(inline.text);
  return (offset, secret) => {
    const at = inline.offsetOf(offset);
    const pointer = jsonPointersAt(text, [at], [], false).get(at);
    const source = pointer === undefined ? undefined : map.sourceAt(pointer);
    const place = source === undefined ? undefined : placeInString(text, at);
    if (source === undefined || place === undefined) return undefined;
    const column = secret === undefined ? place.column : exactColumn(lines.lineOf(source, place.line) ?? '', place.column, secret);
    return { name: source.name, mapFolder, line: place.line + 1, column: column + 1, holdsKey: true, expressions: [] };
  };
}

function exactColumn(line: string, column: number, { length, fingerprint }: SecretSummary): number {
  for (let shift = -slack; shift <= slack; shift++) {
    if (column + shift >= 0 && fingerprintOf(line.slice(column + shift, column + shift + length)) === fingerprint) return column + shift;
  }
  return column;
}
