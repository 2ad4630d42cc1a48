import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from '../installations.ts';
import type { Tool } from '../tool.ts';

/** Playwright Test writes reports, traces and recordings of network traffic; with an installed Chromium those of pages, too. */
export const playwright: Tool = {
  name: 'Playwright',
  installation: { from: 'npm', folder: 'playwright', packages: ['@playwright/test@1.65.1'] },
  exports: [
    { path: 'report.json', words: /the (?:errors|stdout) of the test "creates a job" in a Playwright report/ },
    { path: 'junit.xml' },
    { path: 'html/index.html' },
    { path: 'blob/report*.zip' },
    { path: 'results/*/trace.zip', words: /in a Playwright trace/ },
    ...(findProgram('chromium') === undefined ? [] : [{ path: 'page.har', words: /entry \d of a HAR recording/ }, { path: 'page.har.zip' }]),
  ],
  async run({ project, exports, runNode, url, otherUrl, key, installation, port }) {
    const chromium = findProgram('chromium');
    writeFileSync(join(project, 'jobs.spec.js'), `
const { test, expect, chromium } = require('@playwright/test');
test('creates a job', async ({ request }) => {
  console.log('POST ${url} Authorization: Bearer ${key}');
  await request.get('${otherUrl}');
  const response = await request.post('${url}', { data: { externalId: 'ORD-1' }, headers: { Authorization: 'Bearer ${key}' } });
  expect(response.status(), 'POST ${url} with Bearer ${key}').toBe(299);
});
${chromium === undefined ? '' : `for (const path of ['page.har', 'page.har.zip']) test('a page is recorded: ' + path, async () => {
  const browser = await chromium.launch({ executablePath: '${chromium}', args: ['--no-sandbox', '--host-resolver-rules=MAP * 127.0.0.1:${port}'] });
  const context = await browser.newContext({ ignoreHTTPSErrors: true, recordHar: { path: '${exports}/' + path } });
  const page = await context.newPage();
  await page.goto('${otherUrl}');
  await page.goto('${url}');
  await page.evaluate(([address, token]) => fetch(address, { method: 'POST', headers: { Authorization: 'Bearer ' + token } }).catch(() => undefined), ['${url}', '${key}']);
  await context.close();
  await browser.close();
});`}
`);
    writeFileSync(join(project, 'playwright.config.js'), `
module.exports = {
  outputDir: ${JSON.stringify(join(exports, 'results'))}, use: { trace: 'on', ignoreHTTPSErrors: true }, timeout: 60_000,
  reporter: [['json', { outputFile: ${JSON.stringify(join(exports, 'report.json'))} }], ['junit', { outputFile: ${JSON.stringify(join(exports, 'junit.xml'))} }], ['html', { open: 'never', outputFolder: ${JSON.stringify(join(exports, 'html'))} }], ['blob', { outputDir: ${JSON.stringify(join(exports, 'blob'))} }]],
};
`);
    await runNode(join(installation, 'node_modules/@playwright/test/cli.js'), ['test', '--workers', '1']);
  },
};
