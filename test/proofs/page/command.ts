import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { renderPage } from '../../../packages/report/src/index.ts';
import { pageData } from '../../../packages/scanner/src/reporters/html/page-data.ts';
import { parseResult } from '../../../packages/scanner/src/results/parse-result.ts';
import type { BrowserContext, Page } from '../../on-demand/browser-driver.ts';
import { manyFindings } from '../../report-page/many-findings.ts';
import { noBrowser, startBrowser } from '../../report-page/open-page.ts';

/** Milliseconds that an interaction may take the page's main thread; on a machine that does nothing else, what it takes until it is drawn. */
const goal = 200;

/** What somebody does, as a program in the page that changes something; each runs several times. */
const interactions: Readonly<Record<string, readonly string[]>> = {
  'type a letter': ['m', 'mo', 'mod', 'modu', 'modul', 'module-4', 'module-41', 'module', ''].map((words) => `search(${JSON.stringify(words)})`),
  'choose a value': Array.from({ length: 8 }, (_, index) => `document.querySelectorAll('.facet__value:not(:disabled)')[${index % 4}].click()`),
  'next finding (j)': Array.from({ length: 20 }, () => `press('j')`),
  'last, first (End, Home)': ['End', 'Home', 'End', 'Home'].map((key) => `document.getElementById('findings').focus(), press('${key}')`),
  scroll: Array.from({ length: 20 }, (_, index) => `document.getElementById('findings').scrollTop = ${index} * 170000`),
  'change the order': ['place', 'newest', 'certainty'].map((order) => `choose('${order}')`),
  'check a step': Array.from({ length: 4 }, (_, index) => `document.querySelectorAll('.remedy input')[${index}].click()`),
  'clear all filters': [`search('part-3')`, `document.querySelector('.chips .link').click()`],
};

/** Runs a change, waits until what it leads to has been drawn, and says how long that took. */
const measured = (change: string): string => `(async () => {
  const press = (key) => (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  const search = (words) => { const input = document.getElementById('search'); input.value = words; input.dispatchEvent(new InputEvent('input', { bubbles: true })); };
  const choose = (value) => { const select = document.querySelector('.order'); select.value = value; select.dispatchEvent(new Event('change', { bubbles: true })); };
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const start = performance.now();
  ${change};
  await new Promise((resolve) => requestAnimationFrame(() => { const drawn = new MessageChannel(); drawn.port1.onmessage = resolve; drawn.port2.postMessage(0); }));
  return performance.now() - start;
})()`;

/** The value in the middle, and the highest. */
function spread(numbers: readonly number[]): readonly [median: number, worst: number] {
  const sorted = numbers.toSorted((a, b) => a - b);
  return [sorted[Math.floor(sorted.length / 2)] ?? 0, sorted.at(-1) ?? 0];
}

/** A clock of the processor time of the page's main thread, in milliseconds. What else the machine does is not in it. */
async function processorClock(context: BrowserContext, page: Page): Promise<() => Promise<number>> {
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
  };
}

async function measure(page: Page, clock: () => Promise<number>): Promise<boolean> {
  let slowest = 0;
  console.log('                                    processor       until drawn');
  console.log('interaction                  runs  median   worst  median   worst   (ms)');
  for (const [name, changes] of Object.entries(interactions)) {
    const worked: number[] = [];
    const waited: number[] = [];
    for (const change of changes) {
      const before = await clock();
      waited.push(await page.evaluate<number>(measured(change)));
      worked.push((await clock()) - before);
    }
    const numbers = [...spread(worked), ...spread(waited)];
    slowest = Math.max(slowest, ...worked);
    console.log(`${name.padEnd(28)} ${String(changes.length).padStart(4)} ${numbers.map((number) => number.toFixed(1).padStart(7)).join(' ')}`);
  }
  console.log(`worst ${slowest.toFixed(1)} ms of the processor, goal ${goal} ms`);
  return slowest < goal;
}

/** Measures interactions with the report page in a real browser: `--findings N` (default 50,000). */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { findings: { type: 'string', default: '50000' } } });
  if (noBrowser !== undefined) {
    console.error(`The page cannot be measured: ${noBrowser}.`);
    return 2;
  }
  const folder = mkdtempSync(join(tmpdir(), 'submit-guard-page-'));
  const browser = await startBrowser();
  try {
    const html = renderPage(pageData([{ name: 'shop', report: parseResult(manyFindings(Number(values.findings)), 'results', '0.1.0') }], '0.1.0', new Date()));
    writeFileSync(join(folder, 'page.html'), html);
    // The policy of the page allows no program but its own; what measures is another one.
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, bypassCSP: true });
    const page = await context.newPage();
    const clock = await processorClock(context, page);
    await page.goto(pathToFileURL(join(folder, 'page.html')).href);
    const loaded = await page.evaluate<number>(`new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())))`);
    console.log(`${values.findings} findings, ${(html.length / 1e6).toFixed(1)} MB, shown after ${(loaded / 1000).toFixed(2)} s`);
    return (await measure(page, clock)) ? 0 : 1;
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
