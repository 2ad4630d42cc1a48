import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findChromium, screenshotTools } from '../../on-demand/screenshot-tools.ts';
import { picturesOf } from './pictures.ts';
import { faultsOf, measurePictures } from './proof.ts';

const program = findChromium();
const tools = program === undefined ? 'There is no Chromium here.' : screenshotTools();
const reason = typeof tools === 'string' ? tools : undefined;
const folder = mkdtempSync(join(tmpdir(), 'submit-guard-screenshots-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** One of each scene with a key, and a clean one of some of them. */
const few = picturesOf(14, 3).filter((_, number) => [0, 2, 4, 6, 9, 10, 11, 13].includes(number));

describe('screenshots that Chromium takes', () => {
  it.skipIf(reason !== undefined)(`are read: keys are found, and nothing else${reason === undefined ? '' : ` (left out: ${reason})`}`, { timeout: 600_000 }, async () => {
    if (typeof tools === 'string' || program === undefined) return;
    const { missed, falseAlarms, unknown } = faultsOf(await measurePictures(few, { tools, program, folder, lanes: 2 }));
    const names = (results: typeof missed): readonly string[] => results.map(({ picture }) => picture.name);
    expect({ missed: names(missed), falseAlarms: names(falseAlarms), unknown: names(unknown) }).toEqual({ missed: [], falseAlarms: [], unknown: [] });
  });
});
