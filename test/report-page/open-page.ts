import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import { renderPage } from '../../packages/report/src/index.ts';
import { pageData } from '../../packages/scanner/src/reporters/html/page-data.ts';
import { parseResult } from '../../packages/scanner/src/results/parse-result.ts';
import { folderWith } from '../end-to-end/command-line.ts';
import type { Browser, Page } from '../on-demand/browser-driver.ts';
import { browserDriver } from '../on-demand/browser-driver.ts';
import { findChromium } from '../on-demand/screenshot-tools.ts';

const program = process.env['CHROME_PATH'] ?? findChromium();
const driver = program === undefined ? 'there is no Chromium; install the package chromium, or let CHROME_PATH name one' : browserDriver();

/** Why tests that open pages are skipped; `undefined` where they are not. */
export const noBrowser = typeof driver === 'string' ? driver : undefined;

/** Chromium that asks nobody for anything, also as root. */
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Starts the browser; the caller closes it. */
export function startBrowser(): Promise<Browser> {
  if (typeof driver === 'string') throw new Error(driver);
  return driver.launch({ executablePath: program, args: flags });
}

/** A page, and what the browser complained about: faults, and what the policy of the page did not allow. */
export interface OpenPage {
  readonly page: Page;
  readonly complaints: string[];
  /** What it asked for besides itself. */
  readonly requests: string[];
}

/** Opens an address in a profile of its own, which lasts as long as the test. */
export async function openPage(browser: Browser, address: string, options: object = {}): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error: Error) => complaints.push(error.message));
  page.on('console', (message: { type: () => string; text: () => string }) => {
    if (/error|warning/.test(message.type())) complaints.push(message.text());
  });
  page.on('request', (request: { url: () => string }) => requests.push(request.url()));
  await page.goto(address);
  return { page, complaints, requests };
}

/** Makes a page of results in JSON, by their names, and returns its address. */
export function pageOf(results: Readonly<Record<string, string>>): string {
  const reports = Object.entries(results).map(([name, text]) => ({ name, report: parseResult(text, name, '0.1.0') }));
  const folder = folderWith({ 'page.html': renderPage(pageData(reports, '0.1.0', new Date())) });
  return pathToFileURL(join(folder, 'page.html')).href;
}
