import { Rewriting } from '../decoders/rewriting.ts';
import type { Detector } from '../detectors/detector.ts';
import type { DetectorOptions } from '../detectors/detector-options.ts';
import { defaultDetectorOptions } from '../detectors/detector-options.ts';
import { Merging } from '../detectors/merging.ts';
import type { Match } from '../match.ts';
import { revealTo } from '../secrets/secret.ts';
import type { FoldedText } from './approximate-search.ts';
import { approximatelyIn, folded } from './approximate-search.ts';
import { readsLikeMask } from './confusions.ts';
import { labelledValues } from './labelled-values.ts';
import { Spellings } from './spellings.ts';

/** Finds keys in a text that was recognised in an image. @returns matches by position; offsets in UTF-16 units of the text. */
export type RecognitionDetector = (text: string) => readonly Match[];

/** UTF-16 units from which a known key is told although it was read with mistakes. */
const shortestKey = 12;

/** Share of the characters of a known key that may be wrong: more than recognisers do, and far less than two random keys differ. */
const mostWrong = 0.2;

/**
 * Recognisers confuse characters, and drop and double them. So a known key is told by its distance, the words that tell of Submit are mended before
 * anything else, and a value is taken as it was read: where it stands counts, and not what it is.
 *
 * @param detector - finds keys in plain texts, with the same options.
 */
export function createRecognitionDetector(detector: Detector, options: Partial<Pick<DetectorOptions, 'hosts' | 'stagingHosts' | 'knownKeys'>> = {}): RecognitionDetector {
  const { hosts, stagingHosts, knownKeys } = { ...defaultDetectorOptions, ...options };
  const spellings = new Spellings([...hosts, ...stagingHosts]);
  let needles: readonly (FoldedText | undefined)[] | undefined;
  const knownMatches = (text: string): Match[] => {
    if (knownKeys.length === 0) return [];
    needles ??= knownKeys.map(({ secret }) => foldedSecret(secret));
    const haystack = folded(text);
    return knownKeys.flatMap(({ secret, label }, number) => {
      const needle = needles?.[number];
      const range = needle && approximatelyIn(haystack, needle, Math.floor(needle.units.length * mostWrong));
      return range === undefined ? [] : [{ aspect: 'key', ...range, secret, evidence: [{ kind: 'known', ...range, detail: label }], via: [] }];
    });
  };
  return (text) => {
    const merging = new Merging();
    merging.add(knownMatches(text), (range) => ({ ...range, via: [] }));
    const rewriting = new Rewriting(text, spellings.in(text));
    const found = detector.detect(rewriting.text).filter(({ secret }) => secret !== undefined && !isMask(secret));
    merging.add([...found, ...labelledValues(rewriting.text, hosts)], (range) => ({ ...rewriting.originOf(range), via: [] }));
    return merging.matches();
  };
}

function foldedSecret(secret: NonNullable<Match['secret']>): FoldedText | undefined {
  let result: FoldedText | undefined;
  revealTo(secret, (value) => {
    if (value.length >= shortestKey) result = folded(value);
  });
  return result;
}

function isMask(secret: NonNullable<Match['secret']>): boolean {
  let result = false;
  revealTo(secret, (value) => {
    result = readsLikeMask(value);
  });
  return result;
}
