import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import type { BrowserType } from '../proofs/screenshots/take-pictures.ts';
import { bringPackages } from './bring-packages.ts';

/** What tests of screenshots need and no installation of the workspace brings. */
export interface ScreenshotTools {
  /** Folder, with a trailing `/`, from which the recognition engine is found. */
  readonly engineFrom: string;
  /** The driver of Chromium. */
  readonly chromium: BrowserType;
}

/** 72 MB that nothing but the tests of screenshots needs. */
const wanted = ['tesseract.js-core@7.0.0', '@tesseract.js-data/eng@1.0.0', 'playwright-core@1.65.1'];

/** The tools, or why there are none, in words; npm brings them on the first call. */
export function screenshotTools(): ScreenshotTools | string {
  const brought = bringPackages('screenshot-tools', 'reads screenshots', wanted);
  if (typeof brought === 'string') return brought;
  const { chromium } = createRequire(brought.from)('playwright-core') as { readonly chromium: BrowserType };
  return { engineFrom: brought.from, chromium };
}

/** Path of an installed Chromium; `undefined` where there is none. */
export function findChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name))).find((path) => existsSync(path));
}
