import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserType } from '../proofs/screenshots/take-pictures.ts';

/** What tests of screenshots need and no installation of the workspace brings. */
export interface ScreenshotTools {
  /** Folder, with a trailing `/`, from which the recognition engine is found. */
  readonly engineFrom: string;
  /** The driver of Chromium. */
  readonly chromium: BrowserType;
}

/** The tools, or why there are none, in words; npm brings them on the first call. */
export function screenshotTools(): ScreenshotTools | string {
  const script = fileURLToPath(new URL('screenshot-tools.mjs', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  if (status !== 0) return stderr.trim();
  const engineFrom = join(stdout, '/');
  const { chromium } = createRequire(engineFrom)('playwright-core') as { readonly chromium: BrowserType };
  return { engineFrom, chromium };
}

/** Path of an installed Chromium; `undefined` where there is none. */
export function findChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name))).find((path) => existsSync(path));
}
