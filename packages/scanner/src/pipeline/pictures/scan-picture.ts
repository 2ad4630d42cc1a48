import type { Box, Finding, Match } from '@submit-guard/core';
import { applySeverities, createTextFragment } from '@submit-guard/core';
import type { Surface } from '@submit-guard/rules';
import type { Page, Reading } from '../../pictures/image-reader.ts';
import { pictureFragment } from '../../pictures/picture-fragment.ts';
import type { PictureFragment } from '../../pictures/picture-fragment.ts';
import type { Engine, Place } from '../engine.ts';
import { completeDrafts, draftOf } from '../finding-of-match.ts';

/** What the readings of one file come to. Holds no key. */
export interface PictureOutcome {
  readonly findings: readonly Finding[];
  /** Where keys stand in the first image, or on each page of a document by its number, also those that are not reported. */
  readonly boxes: ReadonlyMap<number, readonly Box[]>;
  /** Nothing was found at all, whatever may be reported. */
  readonly isClean: boolean;
}

/** A text of a file, and what the place is at which it stands. */
interface Part extends PictureFragment {
  readonly page?: Page;
  readonly surface: Surface;
}

/**
 * Finds what is to be reported of a file by what was read in it. Comments in an image suppress nothing: anybody can show them. The text of a document is a
 * document like any other; what is recognised in an image is a screenshot, where nobody has said otherwise.
 */
export function scanReading(engine: Engine, reading: Exclude<Reading, { kind: 'unread' }>, place: Place): PictureOutcome {
  const configured = engine.surfaceOf(place, '');
  const shown: Surface = configured === 'repository' ? 'screenshot' : configured;
  const images = (reading.kind === 'read' ? reading.pages : []).map((page, number): Part => ({
    page,
    surface: page.isText === true ? configured : shown,
    ...pictureFragment(page, number + 1, page.isText === true ? (text) => detectText(engine, text) : engine.detectRecognised),
  }));
  const texts = reading.texts.map((text): Part => ({
    surface: shown,
    fragment: { ...createTextFragment(text), viaAt: () => ['metadata'] },
    matches: engine.detector.detect(text),
  }));
  const findings = [...images, ...texts].flatMap(({ fragment, matches, surface }) => {
    const drafts = matches.flatMap((match) => {
      const rule = engine.ruleOf(match, surface);
      return rule === undefined ? [] : [draftOf(match, rule, surface, fragment, place)];
    });
    return completeDrafts(applySeverities(drafts, engine.severities, engine.minConfidence), fragment, matches);
  });
  return {
    findings: onceEach(findings),
    boxes: boxesByPage(images),
    isClean: [...images, ...texts].every(({ matches }) => matches.length === 0),
  };
}

/** What is found in a text; besides, keys that are known and that line ends or blanks take apart. */
function detectText(engine: Engine, text: string): readonly Match[] {
  const found = engine.detector.detect(text);
  const known = engine.detectRecognised(text).filter(({ evidence }) => evidence.some(({ kind }) => kind === 'known'));
  return [...found, ...known.filter((match) => !found.some(({ start, end }) => match.start < end && start < match.end))];
}

function boxesByPage(images: readonly Part[]): ReadonlyMap<number, readonly Box[]> {
  const boxes = new Map<number, Box[]>();
  images.forEach(({ page, fragment, matches }, index) => {
    if (page?.number === undefined && index > 0) return;
    const own = matches.flatMap((match) => boxesOf(match, (range) => fragment.boxOf?.(range)));
    const number = page?.number ?? 1;
    if (own.length > 0) boxes.set(number, [...boxes.get(number) ?? [], ...own]);
  });
  return boxes;
}

function boxesOf({ secret, start, end, pieces }: Match, boxOf: NonNullable<PictureFragment['fragment']['boxOf']>): readonly Box[] {
  return secret === undefined ? [] : (pieces ?? [{ start, end }]).flatMap((range) => boxOf(range) ?? []);
}

/**
 * The frames of an animation show the same key again and again, and a scanned page has a text behind its image.
 */
function onceEach(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  const pageOf = ({ via }: Finding): string | undefined => via?.find((step) => step.startsWith('page '));
  const isRecognised = ({ via }: Finding): boolean => via?.includes('ocr') === true;
  return findings.filter((finding) => {
    const { ruleId, secret, box } = finding;
    const sign = JSON.stringify([ruleId, secret?.fingerprint, box, pageOf(finding), isRecognised(finding)]);
    if (seen.has(sign)) return false;
    seen.add(sign);
    return !isRecognised(finding) || !findings.some((other) => !isRecognised(other) && pageOf(other) !== undefined && pageOf(other) === pageOf(finding) && overlap(box, other.box));
  });
}

function overlap(one: Box | undefined, other: Box | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;
}
