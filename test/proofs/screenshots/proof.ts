import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Match, RecognitionDetector } from '@submit-guard/core';
import { confidenceOf, createDetector, createRecognitionDetector, isAtLeast, Secret } from '@submit-guard/core';
import type { Page, Reading } from '@submit-guard/screenshots';
import { openReader } from '@submit-guard/screenshots';
import { pictureFragment } from '../../../packages/scanner/src/pictures/picture-fragment.ts';
import type { ScreenshotTools } from '../../on-demand/screenshot-tools.ts';
import type { Picture } from './pictures.ts';
import { takePictures } from './take-pictures.ts';

/** What was found in one picture. */
export interface PictureResult {
  readonly picture: Picture;
  /** Why it was not read; absent where it was. */
  readonly unread?: string;
  /** Keys that would be reported with the usual settings. */
  readonly found: number;
  /** Whether its key is found by its value where it is known; in a clean picture, whether another key is taken for known. */
  readonly isKnown: boolean;
}

export interface ProofResult {
  readonly pictures: readonly PictureResult[];
  /** Seconds of processor time for one picture, decoding included; the browser is not counted. */
  readonly seconds: number;
}

export interface ProofOptions {
  readonly tools: ScreenshotTools;
  /** Path of Chromium. */
  readonly program: string;
  /** Folder for the pictures; those that are there are kept. */
  readonly folder: string;
  readonly lanes: number;
}

/** Takes pictures, reads them, and looks for keys in them. */
export async function measurePictures(pictures: readonly Picture[], { tools, program, folder, lanes }: ProofOptions): Promise<ProofResult> {
  await takePictures(tools.chromium, program, pictures, folder);
  const reader = openReader({ lanes, engineFrom: tools.engineFrom });
  const before = process.cpuUsage();
  const readings = await Promise.all(pictures.map(({ name }) => reader.read(readFileSync(join(folder, name)))));
  const { user, system } = process.cpuUsage(before);
  await reader.close();
  const detector = createDetector();
  const unaided = createRecognitionDetector(detector);
  const results = pictures.map((picture, number): PictureResult => {
    const reading = readings[number];
    if (reading?.kind !== 'read') return { picture, unread: reasonOf(reading), found: 0, isKnown: false };
    const [page] = reading.pages;
    const other = pictures.find(({ key }) => key !== undefined && key !== picture.key)?.key ?? '';
    const knowing = createRecognitionDetector(detector, { knownKeys: [{ secret: new Secret(picture.key ?? other), label: 'a variable' }] });
    return { picture, found: reported(page, unaided).length, isKnown: reported(page, knowing).some(({ evidence }) => evidence.some(({ kind }) => kind === 'known')) };
  });
  return { pictures: results, seconds: (user + system) / 1e6 / pictures.length };
}

function reasonOf(reading: Reading | undefined): string {
  return reading !== undefined && 'reason' in reading ? reading.reason : 'nothing was read';
}

function reported(page: Page | undefined, detect: RecognitionDetector): readonly Match[] {
  const matches = page === undefined ? [] : pictureFragment(page, 1, detect).matches;
  return matches.filter(({ secret, evidence }) => secret !== undefined && isAtLeast(confidenceOf(evidence), 'medium'));
}

/** Pictures with a key in which none is found, and clean ones in which one is. */
export function faultsOf({ pictures }: ProofResult): { readonly missed: readonly PictureResult[]; readonly falseAlarms: readonly PictureResult[]; readonly unknown: readonly PictureResult[] } {
  return {
    missed: pictures.filter(({ picture, found }) => picture.key !== undefined && found === 0),
    falseAlarms: pictures.filter(({ picture, found, isKnown }) => picture.key === undefined && (found > 0 || isKnown)),
    unknown: pictures.filter(({ picture, isKnown }) => picture.key !== undefined && !isKnown),
  };
}
