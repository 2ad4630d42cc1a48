import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '@submit-guard/core';
import { scan } from '../../src/pipeline/scan.ts';
import { asarOf, tarOf, zipOf, zstandardOf } from '../containers/make-archives.ts';
import { makeKey } from '../pipeline/engines.ts';
import { temporaryFolder, temporaryFolderForAll } from '../temporary-folder.ts';

const key = makeKey();
const page = "import { send } from './api';\ndocument.querySelector('#go')?.addEventListener('click', () => void send({ externalId: '1' }));\n";
const api = `export const send = (job: object) => fetch('https://submit.atomyx.io/api/jobs', { method: 'POST', headers: { Authorization: 'Bearer ${key}' }, body: JSON.stringify(job) });\n`;
const inSource = { line: 1, column: api.indexOf(key) + 1 };

/** What rolldown makes of it, and the map beside that. */
const built = { code: '', map: '' };

const project = temporaryFolderForAll();

beforeAll(async () => {
  const cwd = project;
  mkdirSync(join(cwd, 'src'));
  writeFileSync(join(cwd, 'src/main.ts'), page);
  writeFileSync(join(cwd, 'src/api.ts'), api);
  const bundle = await rolldown({ cwd, input: join(cwd, 'src/main.ts'), platform: 'browser', logLevel: 'silent' });
  await bundle.write({ dir: join(cwd, 'dist'), format: 'esm', minify: true, sourcemap: true });
  await bundle.close();
  built.code = readFileSync(join(cwd, 'dist/main.js'), 'utf8');
  built.map = readFileSync(join(cwd, 'dist/main.js.map'), 'utf8');
});

type Files = readonly { readonly name: string; readonly content: Buffer | string }[];

const filesIn = (folder: string): Files => [
  { name: `${folder}main.js`, content: built.code },
  { name: `${folder}README.md`, content: '# Shop\n' },
  { name: `${folder}main.js.map`, content: built.map },
];

const scanned = (files: Readonly<Record<string, Buffer>>): Promise<Report> => scan({ cwd: temporaryFolder(files), targets: ['.'], environment: {} });

/** An asar archive of files in one folder. */
function asarWith(folder: string, files: Files): Buffer {
  const bodies = files.map(({ content }) => Buffer.from(content));
  let offset = 0;
  const entries = files.map(({ name }, index) => {
    const size = bodies[index]?.length ?? 0;
    const entry = [name, { size, offset: String(offset) }] as const;
    offset += size;
    return entry;
  });
  return asarOf({ files: { [folder]: { files: Object.fromEntries(entries) } } }, Buffer.concat(bodies));
}

/** The front of a Chrome extension (CRX3): magic, version, length of a header that is empty here. */
const crxFront = Buffer.from([...Buffer.from('Cr24'), 3, 0, 0, 0, 0, 0, 0, 0]);

const zipFiles = (files: Files): readonly { readonly name: string; readonly content: Buffer }[] => files.map(({ name, content }) => ({ name, content: Buffer.from(content) }));

describe('what is found in a bundle within an archive', () => {
  it.each<[string, () => Buffer, string, string]>([
    ['shop.tgz', () => gzipSync(tarOf(filesIn('package/dist/'))), 'shop.tgz!package/dist/main.js', 'shop.tgz!package/src/api.ts'],
    ['shop.zip', () => zipOf(zipFiles(filesIn('shop/dist/'))), 'shop.zip!shop/dist/main.js', 'shop.zip!shop/src/api.ts'],
    ['shop.vsix', () => zipOf(zipFiles(filesIn('extension/dist/'))), 'shop.vsix!extension/dist/main.js', 'shop.vsix!extension/src/api.ts'],
    ['shop.crx', () => zipOf(zipFiles(filesIn('')), { before: crxFront }), 'shop.crx!main.js', '../src/api.ts'],
    ['app.asar', () => asarWith('dist', filesIn('')), 'app.asar!dist/main.js', 'src/api.ts'],
    ['all.tar', () => tarOf([{ name: 'lib/a!b.zip', content: zipOf(zipFiles(filesIn('shop/dist/'))) }]), 'all.tar!lib/a!b.zip!shop/dist/main.js', 'all.tar!lib/a!b.zip!shop/src/api.ts'],
    ['twins.tar', () => tarOf([{ name: 'shop/dist/main.js.gz', content: gzipSync(built.code) }, ...filesIn('shop/dist/').slice(1)]), 'twins.tar!shop/dist/main.js.gz', 'twins.tar!shop/src/api.ts'],
  ])('has its place in the source: %s', async (name, archive, path, original) => {
    const { findings, coverage } = await scanned({ [name]: archive() });
    const inCode = findings.find((finding) => finding.path === path);
    expect(inCode).toMatchObject({ ruleId: 'no-key-in-frontend', original: { path: original, ...inSource } });
    expect(inCode?.chain?.map(({ what }) => what)).toEqual(['holds the key', 'ships it']);
    const map = path.replace(/(?:\.gz)?$/, '.map').replace('.js.gz', '.js');
    expect(findings.find((finding) => finding.path === map)).toMatchObject({ pointer: '/sourcesContent/0', original: { path: original, ...inSource } });
    expect(JSON.stringify(findings)).not.toContain(key);
    expect(coverage).toMatchObject({ skipped: [], unread: [] });
  });

  it('has its place where a compressed twin lies beside the map on the disk', async () => {
    const { findings } = await scanned({ 'dist/main.js.br': brotliCompressSync(built.code), 'dist/main.js.map': Buffer.from(built.map) });
    expect(findings.find(({ path }) => path.endsWith('.br'))).toMatchObject({ via: ['brotli'], original: { path: 'src/api.ts', ...inSource } });
  });

  it.each<[string, (map: string) => Buffer]>([
    ['gz', gzipSync],
    ['br', brotliCompressSync],
    ['zst', zstandardOf],
  ])('has its place where of the map there is a compressed twin alone: %s', async (extension, compress) => {
    const map = { [`dist/main.js.map.${extension}`]: compress(built.map) };
    for (const code of [{ 'dist/main.js': Buffer.from(built.code) }, { 'dist/main.js.gz': gzipSync(built.code) }]) {
      const { findings, coverage } = await scanned({ ...code, ...map });
      expect(findings.find(({ path }) => path in code)).toMatchObject({ original: { path: 'src/api.ts', ...inSource } });
      expect(coverage).toMatchObject({ skipped: [], unread: [] });
    }
  });

  it('has none where the twin of the map is broken, and says why', async () => {
    const { findings, coverage } = await scanned({ 'dist/main.js': Buffer.from(built.code), 'dist/main.js.map.gz': gzipSync(built.map).subarray(0, -20) });
    expect(findings.find(({ path }) => path === 'dist/main.js')?.original).toBeUndefined();
    expect(coverage.skipped).toContainEqual({ path: 'dist/main.js.map.gz', reason: 'source map: it is no JSON; read as text' });
    expect(coverage.unread.map(({ path }) => path)).toEqual(['dist/main.js.map.gz']);
  });

  it('has none where the map is in another archive, or none at all, and says why where it is broken', async () => {
    const [code, , map] = filesIn('dist/');
    if (code === undefined || map === undefined) throw new Error('There are three files.');
    const { findings, coverage } = await scanned({ 'code.tar': tarOf([code]), 'map.tar': tarOf([map]), 'broken.tar': tarOf([code, { name: map.name, content: '{"mappings":' }]) });
    expect(findings.filter(({ path }) => path.endsWith('.js')).map(({ path, original }) => [path, original])).toEqual([['broken.tar!dist/main.js', undefined], ['code.tar!dist/main.js', undefined]]);
    expect(coverage.skipped).toEqual([{ path: 'broken.tar!dist/main.js.map', reason: 'source map: it is no JSON; read as text' }]);
  });
});
