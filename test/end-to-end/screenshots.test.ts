import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, screenshotTools } from '../on-demand/screenshot-tools.ts';
import { picturesOf } from '../proofs/screenshots/pictures.ts';
import type { Picture } from '../proofs/screenshots/pictures.ts';
import { takePictures } from '../proofs/screenshots/take-pictures.ts';
import { folderWith, submitGuard } from './command-line.ts';
import { denySockets } from './deny-sockets.ts';

const program = findChromium();
const tools = program === undefined ? 'There is no Chromium here.' : screenshotTools();
const reason = typeof tools === 'string' ? ` (left out: ${tools})` : '';

interface Report {
  readonly findings: readonly { readonly ruleId: string; readonly path: string; readonly line: number; readonly box?: object; readonly image?: object; readonly via?: readonly string[] }[];
  readonly coverage: { readonly files: number; readonly skipped: readonly object[]; readonly unread: readonly object[] };
}

describe.skipIf(reason !== '')(`submit-guard scan of screenshots${reason}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'submit-guard-pictures-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const [leaking, clean] = [picturesOf(30, 5)[28], picturesOf(30, 5)[29]] as readonly [Picture, Picture];
  const bytesOf = ({ name }: Picture): Buffer => readFileSync(join(folder, name));
  /** As an installation beside submit-guard would be found. */
  const installed = typeof tools === 'string' ? {} : { NODE_PATH: join(tools.engineFrom, 'node_modules') };
  const reportOf = ({ stdout }: { readonly stdout: string }): Report => JSON.parse(stdout) as Report;

  beforeAll(async () => {
    if (typeof tools !== 'string' && program !== undefined) await takePictures(tools.chromium, program, [leaking, clean], folder);
  });

  it('finds a key, says where it stands, and asks no network', async () => {
    const cwd = folderWith({ 'a.png': bytesOf(leaking), 'b.png': bytesOf(clean), 'deny.mjs': denySockets });
    const sockets = join(cwd, 'sockets');
    const environment = { ...installed, NODE_OPTIONS: `--import ${pathToFileURL(join(cwd, 'deny.mjs')).href}`, SOCKETS: sockets };
    const run = await submitGuard(['scan', 'a.png', 'b.png', '--format', 'json'], { cwd, environment });
    expect(run).toMatchObject({ status: 1, stderr: '' });
    expect(existsSync(sockets)).toBe(false);
    expect(run.stdout).not.toContain(leaking.key);
    const { findings, coverage } = reportOf(run);
    const size = { width: expect.any(Number) as number, height: expect.any(Number) as number };
    expect(findings).toMatchObject([{ ruleId: 'no-key-in-screenshots', path: 'a.png', via: ['ocr'], box: size, image: size }]);
    expect(coverage).toMatchObject({ files: 2, skipped: [], unread: [] });
  });

  it('is certain of a known key, and reads a clean image only once', async () => {
    const cwd = folderWith({ 'a.png': bytesOf(leaking), 'b.png': bytesOf(clean) });
    const environment = { ...installed, XDG_CACHE_HOME: join(cwd, 'cache'), ATOMYX_SUBMIT_API_KEY: leaking.key ?? '' };
    const first = await submitGuard(['scan', 'a.png', 'b.png', '--format', 'json'], { cwd, environment });
    expect(reportOf(first).findings).toMatchObject([{ confidence: 'certain', secret: { length: leaking.key?.length } }]);
    const second = await submitGuard(['scan', 'b.png', '--format', 'json'], { cwd, environment });
    expect(second.status).toBe(0);
    expect(reportOf(second).coverage).toMatchObject({ files: 1, skipped: [] });
    const [cache = ''] = readdirSync(join(cwd, 'cache/submit-guard'));
    expect(readFileSync(join(cwd, 'cache/submit-guard', cache)).includes(leaking.key ?? '')).toBe(false);
  });

  it('writes a copy in which nothing can be read any more', async () => {
    const cwd = folderWith({ 'a.png': bytesOf(leaking) });
    const run = await submitGuard(['scan', 'a.png', '--annotate', 'covered', '--format', 'json'], { cwd, environment: installed });
    expect(run).toMatchObject({ status: 1, stderr: expect.stringMatching(/^submit-guard: a\.png: a copy in which the keys are covered is covered\/a\.png-[0-9a-f]{8}\.png\.\n$/) as string });
    const again = await submitGuard(['scan', 'covered', '--format', 'json'], { cwd, environment: { ...installed, ATOMYX_SUBMIT_API_KEY: leaking.key ?? '' } });
    expect(again.status).toBe(0);
    expect(reportOf(again).coverage.files).toBe(1);
  });

  it('reads standard input', async () => {
    const run = await submitGuard(['scan', '-', '--stdin-filename', 'shot.png', '--format', 'json'], { input: bytesOf(leaking), environment: installed });
    expect(reportOf(run).findings).toMatchObject([{ path: 'shot.png', ruleId: 'no-key-in-screenshots' }]);
  });

  it('names what it cannot read', async () => {
    const cwd = folderWith({ 'cut.png': bytesOf(leaking).subarray(0, 3000) });
    const run = await submitGuard(['scan', '--format', 'json'], { cwd, environment: installed });
    expect(run.status).toBe(2);
    expect(reportOf(run).coverage.unread).toEqual([{ path: 'cut.png', reason: 'damaged PNG' }]);
  });

  it('reads none where that is not wanted', async () => {
    const cwd = folderWith({ 'a.png': bytesOf(leaking) });
    const run = await submitGuard(['scan', '--no-screenshots', '--format', 'json'], { cwd, environment: installed });
    expect(run.status).toBe(0);
    expect(reportOf(run).coverage).toMatchObject({ files: 0, skipped: [{ path: 'a.png', reason: 'media' }] });
  });

  it('says what is missing where it is wanted and not installed', async () => {
    const cwd = folderWith({ 'a.png': bytesOf(leaking) });
    const run = await submitGuard(['scan', '--screenshots'], { cwd });
    expect(run).toMatchObject({ status: 2, stderr: expect.stringContaining('are not installed. Install @submit-guard/screenshots again.') as string });
    expect((await submitGuard(['scan'], { cwd })).status).toBe(0);
  });
});

it('options that contradict each other are refused', async () => {
  const run = await submitGuard(['scan', '--no-screenshots', '--annotate', 'covered'], { cwd: folderWith() });
  expect(run).toMatchObject({ status: 2, stderr: expect.stringContaining('--no-screenshots reads none') as string });
});
