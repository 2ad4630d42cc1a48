import type { Confidence, SecretSummary } from '@submit-guard/core';
import type { RuleId } from '@submit-guard/rules';
import type { Place } from '../builds/build.ts';

/** A key on its way to browsers. Plain data that holds no key. */
export interface Leak {
  readonly ruleId: RuleId;
  readonly severity: 'error' | 'warning' | 'info';
  readonly confidence: Confidence;
  /** What may be shown of the key. */
  readonly key?: SecretSummary;
  /** What convicted it, in words. */
  readonly because: string;
  /** Where the key is known from, the settings that let it through: what comes before the code. */
  readonly sources: readonly string[];
  /** Where it stands in the code as it was written, as far as that can be told. */
  readonly origin?: Place;
  /** Where it stands in what the build makes; none for what was found before. */
  readonly outputs: readonly Place[];
}

/** The way of a key, from where it is known to what would be shipped. */
export function chainOf({ sources, origin, outputs }: Leak): readonly string[] {
  return [...sources, ...[origin, outputs[0]].filter((place) => place !== undefined).map(placeInWords)];
}

/** `src/api.ts:12:9`. */
export function placeInWords({ path, line, column }: Place): string {
  return [path, line, column].filter((part) => part !== undefined).join(':');
}

/** Makes one leak of those with the same key from the same place: a bundle, its source map and a page may all hold it. */
export function joinLeaks(leaks: readonly Leak[]): readonly Leak[] {
  const joined = new Map<string, Leak>();
  for (const leak of leaks) {
    const id = JSON.stringify([leak.ruleId, leak.key?.fingerprint ?? leak.sources, leak.origin && placeInWords(leak.origin)]);
    const other = joined.get(id);
    joined.set(id, other === undefined ? leak : { ...other, outputs: inOrder([...other.outputs, ...leak.outputs]) });
  }
  return [...joined.values()];
}

/** What browsers run comes before the source maps of it. */
function inOrder(places: readonly Place[]): readonly Place[] {
  const isMap = ({ path }: Place): boolean => path.endsWith('.map');
  return [...places.filter((place) => !isMap(place)), ...places.filter(isMap)];
}
