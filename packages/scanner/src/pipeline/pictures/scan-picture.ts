import type { Box, Finding, Match } from '@submit-guard/core';
import { applySeverities, createTextFragment } from '@submit-guard/core';
import type { Surface } from '@submit-guard/rules';
import type { Reading } from '../../pictures/image-reader.ts';
import { pictureFragment } from '../../pictures/picture-fragment.ts';
import type { PictureFragment } from '../../pictures/picture-fragment.ts';
import type { Engine, Place } from '../engine.ts';
import { completeDrafts, draftOf } from '../finding-of-match.ts';

/** What the readings of one file come to. Holds no key. */
export interface PictureOutcome {
  readonly findings: readonly Finding[];
  /** Where keys stand in the first image, also those that are not reported. */
  readonly boxes: readonly Box[];
  /** Nothing was found at all, whatever may be reported. */
  readonly isClean: boolean;
}

/**
 * Finds what is to be reported of a file by what was read in it. Comments in an image suppress nothing: anybody can show them.
 */
export function scanReading(engine: Engine, reading: Exclude<Reading, { kind: 'unread' }>, place: Place): PictureOutcome {
  const configured = engine.surfaceOf(place, '');
  const surface: Surface = configured === 'repository' ? 'screenshot' : configured;
  const images = reading.kind === 'read' ? reading.pages.map((page, number) => pictureFragment(page, number + 1, engine.detectRecognised)) : [];
  const texts = reading.texts.map((text): PictureFragment => ({
    fragment: { ...createTextFragment(text), viaAt: () => ['metadata'] },
    matches: engine.detector.detect(text),
  }));
  const findings = [...images, ...texts].flatMap(({ fragment, matches }) => {
    const drafts = matches.flatMap((match) => {
      const rule = engine.ruleOf(match, surface);
      return rule === undefined ? [] : [draftOf(match, rule, surface, fragment, place)];
    });
    return completeDrafts(applySeverities(drafts, engine.severities, engine.minConfidence), fragment, matches);
  });
  return {
    findings: onceEach(findings),
    boxes: images.slice(0, 1).flatMap(({ fragment, matches }) => matches.flatMap((match) => boxesOf(match, (range) => fragment.boxOf?.(range)))),
    isClean: [...images, ...texts].every(({ matches }) => matches.length === 0),
  };
}

function boxesOf({ secret, start, end, pieces }: Match, boxOf: NonNullable<PictureFragment['fragment']['boxOf']>): readonly Box[] {
  return secret === undefined ? [] : (pieces ?? [{ start, end }]).flatMap((range) => boxOf(range) ?? []);
}

/** The frames of an animation show the same key again and again. */
function onceEach(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ ruleId, secret, box, via }) => {
    const sign = JSON.stringify([ruleId, secret?.fingerprint, box, via?.includes('ocr')]);
    return !seen.has(sign) && seen.add(sign);
  });
}
