import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tarOf, zipOf } from '../../packages/scanner/test/containers/make-archives.ts';
import { git, temporaryRepository } from '../../packages/scanner/test/git-repository.ts';
import { findChromium, screenshotTools } from '../on-demand/screenshot-tools.ts';
import { picturesOf } from '../proofs/screenshots/pictures.ts';
import type { Picture } from '../proofs/screenshots/pictures.ts';
import { takePictures } from '../proofs/screenshots/take-pictures.ts';
import { folderWith, makeKey, submitGuard } from './command-line.ts';

const program = findChromium();
const tools = program === undefined ? 'There is no Chromium here.' : screenshotTools();
const reason = typeof tools === 'string' ? ` (left out: ${tools})` : '';

/** Milliseconds: recognising takes a second of a processor that may have other things to do. */
const patience = 240_000;

interface Report {
  readonly findings: readonly { readonly ruleId: string; readonly path: string; readonly via?: readonly string[]; readonly box?: object; readonly commit?: string; readonly secret: { readonly fingerprint: string } }[];
  readonly coverage: { readonly files: number; readonly members?: number; readonly skipped: readonly object[]; readonly unread: readonly object[] };
}

/** A document as Chromium prints it: a request in its text, and a screenshot. */
function printPdf(folder: string, key: string, image: string): Buffer {
  writeFileSync(join(folder, 'page.html'), `<h1>Runbook</h1><pre>curl -H "Authorization: Bearer ${key}"\n  https://submit.atomyx.io/api/jobs</pre><p style="break-before: page"><img width="600" src="data:image/png;base64,${image}">`);
  spawnSync(program ?? '', ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer', '--print-to-pdf=page.pdf', pathToFileURL(join(folder, 'page.html')).href], { cwd: folder, stdio: 'ignore' });
  return readFileSync(join(folder, 'page.pdf'));
}

describe.skipIf(reason !== '')(`screenshots that something holds${reason}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'submit-guard-pictures-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const [leaking, clean] = [picturesOf(30, 5)[28], picturesOf(30, 5)[29]] as readonly [Picture, Picture];
  const bytesOf = ({ name }: Picture): Buffer => readFileSync(join(folder, name));
  const installed = typeof tools === 'string' ? {} : { NODE_PATH: join(tools.engineFrom, 'node_modules') };
  const reportOf = ({ stdout }: { readonly stdout: string }): Report => JSON.parse(stdout) as Report;
  const summaryOf = ({ findings }: Report): readonly unknown[] => findings.map(({ path, via }) => [path, via?.join(' > ')]);

  beforeAll(async () => {
    if (typeof tools !== 'string' && program !== undefined) await takePictures(tools.chromium, program, [leaking, clean], folder);
  });

  it('are read in archives, office documents, notebooks, data URLs and PDF documents, and covered', async () => {
    const base64 = bytesOf(leaking).toString('base64');
    const key = makeKey();
    const document = zipOf([{ name: 'word/media/image1.png', content: bytesOf(leaking), method: 0 }, { name: 'word/media/image2.png', content: bytesOf(clean) }]);
    const cwd = folderWith({
      'help.docx': document,
      'all.tar.gz': gzipSync(tarOf([{ name: 'in/help.docx', content: document }])),
      'shot.png.gz': gzipSync(bytesOf(leaking)),
      'notes.md': `# Notes\n\n![clean](data:image/png;base64,${bytesOf(clean).toString('base64')})\n![](data:image/png;base64,${base64})\n`,
      'lab.ipynb': JSON.stringify({ cells: [{ outputs: [{ data: { 'image/png': (base64.match(/.{1,76}/g) ?? []).join('\n') } }] }] }, undefined, 1),
      'runbook.pdf': printPdf(folder, key, base64),
    });
    const run = await submitGuard(['scan', '--jobs', '1', '--annotate', 'covered', '--format', 'json'], { cwd, environment: installed });
    expect(run.status).toBe(1);
    for (const secret of [leaking.key ?? '', key]) expect(run.stdout + run.stderr).not.toContain(secret);
    const report = reportOf(run);
    expect(summaryOf(report)).toEqual([
      ['all.tar.gz!in/help.docx!word/media/image1.png', 'ocr'],
      ['help.docx!word/media/image1.png', 'ocr'],
      ['lab.ipynb!image-1.png', 'base64 on line 7 > ocr'],
      ['notes.md!image-2.png', 'base64 on line 4 > ocr'],
      ['runbook.pdf', 'page 1'],
      ['runbook.pdf', 'page 2 > ocr'],
      ['shot.png.gz', 'gzip > ocr'],
    ]);
    expect(report.findings.map(({ ruleId }) => ruleId)).toEqual(report.findings.map(({ via }) => (via?.includes('ocr') === true ? 'no-key-in-screenshots' : 'no-hardcoded-key')));
    expect(report.findings.every(({ box }) => box !== undefined)).toBe(true);
    expect(report.coverage).toMatchObject({ files: 6, skipped: [], unread: [] });
    expect(readdirSync(join(cwd, 'covered')).map((name) => name.slice(0, -13)).sort()).toEqual([
      'all.tar.gz-in-help.docx-word-media-image1.png', 'help.docx-word-media-image1.png', 'lab.ipynb-image-1.png', 'notes.md-image-2.png', 'runbook.pdf-page-1', 'runbook.pdf-page-2', 'shot.png.gz',
    ]);
  }, patience);

  it('are read in history, once each', async () => {
    const cwd = temporaryRepository({ 'docs/a.png': bytesOf(leaking), 'notes.md': `![](data:image/png;base64,${bytesOf(clean).toString('base64')})\n` });
    git(cwd, 'rm', '-q', 'docs/a.png');
    git(cwd, 'commit', '-qm', 'Hide it');
    const environment = { ...installed, XDG_CACHE_HOME: join(folder, 'cache') };
    for (const isKnown of [false, true]) {
      const run = await submitGuard(['git', '--all', '--jobs', '1', '--format', 'json'], { cwd, environment });
      expect(summaryOf(reportOf(run))).toEqual([['docs/a.png', 'ocr']]);
      expect(reportOf(run).findings[0]?.commit).toMatch(/^[0-9a-f]{40}$/);
      expect('knownClean' in reportOf(run).coverage).toBe(isKnown);
    }
    expect(reportOf(await submitGuard(['git', '--all', '--no-screenshots', '--format', 'json'], { cwd, environment })).findings).toEqual([]);
  }, patience);

  it('are read in the index', async () => {
    const cwd = temporaryRepository({ 'a.txt': 'a\n' });
    writeFileSync(join(cwd, 'b.png'), bytesOf(leaking));
    git(cwd, 'add', 'b.png');
    expect(summaryOf(reportOf(await submitGuard(['git', '--staged', '--jobs', '1', '--format', 'json'], { cwd, environment: installed })))).toEqual([['b.png', 'ocr']]);
  }, patience);
});
