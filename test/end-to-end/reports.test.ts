import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { everyKind, nothingFound } from '../report-page/every-kind.ts';
import { noBrowser, openPage, startBrowser } from '../report-page/open-page.ts';
import { folderWith, hiddenKey, lineWith, makeKey, program, submitGuard } from './command-line.ts';

/** The data in a page. */
function dataOf(page: string): { readonly sources: readonly { readonly name: string }[]; readonly findings: readonly { readonly path: string; readonly source: number; readonly excerpt?: readonly object[] }[] } {
  const [, text = ''] = /<script type="application\/json" id="data">([^<]*)<\/script>/.exec(page) ?? [];
  return JSON.parse(text) as ReturnType<typeof dataOf>;
}

describe('submit-guard scan --format html', () => {
  it('writes one file that shows what was found, and no key', async () => {
    const [key, hidden] = [makeKey(), makeKey()];
    const cwd = folderWith({ '.env.example.txt': lineWith(key), 'src/jobs.js': hiddenKey(hidden) });
    const { status, stdout } = await submitGuard(['scan', '--format', 'html', '-o', 'page.html'], { cwd });
    const page = readFileSync(join(cwd, 'page.html'), 'utf8');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    const { findings, sources } = dataOf(page);
    expect(findings.map(({ path }) => path).sort()).toEqual(['.env.example.txt', 'src/jobs.js']);
    expect(findings.every(({ excerpt }) => (excerpt?.length ?? 0) > 0)).toBe(true);
    expect(sources).toMatchObject([{ name: cwd.split('/').at(-1) }]);
    for (const secret of [key, hidden, hidden.slice(0, 16)]) expect(page).not.toContain(secret);
  });
});

describe('submit-guard report', () => {
  it('makes one page of the results of several repositories', async () => {
    const cwd = folderWith({ 'shop/results.json': everyKind, 'web/results.json': nothingFound(), 'press.json': everyKind });
    const run = await submitGuard(['report', 'shop/results.json', 'web/results.json', 'press.json', '-o', 'page.html'], { cwd });
    expect(run).toMatchObject({ status: 0, stdout: '', stderr: '' });
    const { sources, findings } = dataOf(readFileSync(join(cwd, 'page.html'), 'utf8'));
    expect(sources.map(({ name }) => name)).toEqual(['shop/results', 'web/results', 'press']);
    expect(findings.map(({ source }) => source)).toEqual([0, 0, 0, 0, 0, 2, 2, 2, 2, 2]);
  });

  it('takes what a scan prints, without the key', async () => {
    const key = makeKey();
    const cwd = folderWith({ 'src/jobs.js': hiddenKey(key) });
    const { stdout: results } = await submitGuard(['scan', '--format', 'json'], { cwd });
    const { status, stdout } = await submitGuard(['report', '-'], { cwd, input: results });
    expect(status).toBe(0);
    expect(dataOf(stdout).findings).toMatchObject([{ path: 'src/jobs.js', excerpt: [{ line: 1 }, { line: 2 }] }]);
    for (const part of [key.slice(0, 16), key.slice(16)]) expect(results + stdout).not.toContain(part);
  });

  it.each([
    [['none.json'], 'none.json could not be read: there is no such file.'],
    [['.'], '. could not be read: it is a folder.'],
    [['broken.json'], 'broken.json is no JSON document: it ends too early. Scan again with --format json -o FILE, which writes it whole or not at all.'],
    [['sarif.json'], 'sarif.json holds no results of submit-guard. It is a SARIF log; name a file that `submit-guard scan --format json` wrote.'],
    [['newer.json'], expect.stringMatching(/^newer\.json was written by submit-guard 99\.0\.0, which is newer than this one \([\d.]+\)\. Update submit-guard to read it\.$/) as string],
    [['good.json', '-o', '.'], 'The report cannot be written to .: it is a folder. Name a file in it.'],
    [['good.json', '-'], '- stands for standard input, and is read alone.'],
    [[], "Missing required argument 'results'"],
  ])('says in a sentence what is wrong with %j', async (options, sentence) => {
    const cwd = folderWith({ 'broken.json': everyKind.slice(0, 500), 'sarif.json': '{"version":"2.1.0","runs":[]}', 'newer.json': everyKind.replace('0.1.0', '99.0.0'), 'good.json': everyKind });
    const { status, stdout, stderr } = await submitGuard(['report', ...options], { cwd });
    expect({ status, stdout, stderr: stderr.trimEnd() }).toEqual({ status: 2, stdout: '', stderr: sentence });
  });
});

/** Starts a server and waits for its address. */
async function serve(cwd: string, ...options: readonly string[]): Promise<URL> {
  const child = spawn(process.execPath, [program, 'serve', ...options], { cwd, env: { PATH: process.env['PATH'] }, stdio: ['ignore', 'pipe', 'ignore'] });
  onTestFinished(async () => {
    child.kill('SIGINT');
    await once(child, 'exit');
  });
  const [line] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  return new URL(line.trim());
}

describe('submit-guard serve', () => {
  it('serves results on this machine only, at an address with a token', async () => {
    const cwd = folderWith({ 'results.json': everyKind });
    const address = await serve(cwd, 'results.json');
    expect(address.href).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{32}\/$/);
    const page = await (await fetch(address)).text();
    expect(dataOf(page).findings).toHaveLength(5);
    expect(createHash('sha256').update(JSON.stringify(await (await fetch(new URL('data.json', address))).json())).digest('hex')).toBe(createHash('sha256').update(JSON.stringify(dataOf(page))).digest('hex'));
    expect((await fetch(new URL('/', address))).status).toBe(404);
  });

  it('says in a sentence why it does not start', async () => {
    const cwd = folderWith({ 'results.json': everyKind, 'broken.json': '{' });
    const { port } = await serve(cwd, 'results.json');
    expect(await submitGuard(['serve', 'broken.json'], { cwd })).toMatchObject({ status: 2, stderr: expect.stringMatching(/^broken\.json is no JSON document/) as string });
    expect(await submitGuard(['serve', 'results.json', '--port', port], { cwd })).toMatchObject({ status: 2, stderr: `The port ${port} cannot be used: another program has it. Choose another one with --port.\n` });
    expect(await submitGuard(['serve', '-'], { cwd })).toMatchObject({ status: 2, stderr: expect.stringContaining('Standard input is read once') as string });
  });

  it.skipIf(noBrowser !== undefined)(`shows newer results in a page that is open, and keeps the old ones where the new ones are broken${noBrowser === undefined ? '' : ` (skipped: ${noBrowser})`}`, async () => {
    const cwd = folderWith({ 'results.json': everyKind });
    const browser = await startBrowser();
    onTestFinished(() => browser.close());
    const { page, complaints } = await openPage(browser, (await serve(cwd, 'results.json')).href);
    const title = page.locator('h1');
    expect(await title.innerText()).toBe('5 findings in 5 files');
    writeFileSync(join(cwd, 'results.json'), everyKind.slice(0, 700));
    await page.locator('.notice').filter({ hasText: 'These are not the newest results.' }).waitFor();
    expect(await title.innerText()).toBe('5 findings in 5 files');
    writeFileSync(join(cwd, 'results.json'), nothingFound());
    await title.filter({ hasText: 'No Submit key found' }).waitFor();
    expect(await page.locator('.notice').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});
