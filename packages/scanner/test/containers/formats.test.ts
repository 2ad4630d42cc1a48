import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { lineWith, makeKey } from '../pipeline/engines.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { asarOf, paxRecord, tarOf, zipOf } from './make-archives.ts';
import { placesOf, scanFiles } from './scan-folder.ts';

const leak = (): string => `# settings\nA=1\n${lineWith(makeKey())}\n`;
const column = 'ATOMYX_SUBMIT_API_KEY='.length + 1;
const at = (path: string): readonly string[] => [`${path}:3:${column}`];
const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;

describe('zip', () => {
  it.each([
    ['deflated', {}],
    ['stored', { method: 0 }],
    ['with sizes behind the bytes', { describedBehind: true }],
    ['with sizes of 64 bits', { zip64: true }],
    ['in no directory', { unlisted: true }],
    ['in no directory, with sizes behind the bytes', { unlisted: true, describedBehind: true }],
  ])('a member that is %s', async (_, options) => {
    const bytes = zipOf([{ name: 'first.txt', content: 'nothing' }, { name: 'conf/a.env', content: leak(), ...options }, { name: 'last.txt', content: 'nothing' }]);
    const report = await scanFiles({ 'a.zip': bytes });
    expect(placesOf(report)).toEqual(at('a.zip!conf/a.env'));
    expect(report.coverage).toMatchObject({ files: 1, members: 3, skipped: [], unread: [] });
  });

  it('a package of a browser, which has a header before it', async () => {
    const before = Buffer.concat([Buffer.from('Cr24\x03\0\0\0\x10\0\0\0'), Buffer.alloc(16, 1)]);
    const plain = zipOf([{ name: 'background.js', content: leak() }]);
    expect(placesOf(await scanFiles({ 'a.crx': Buffer.concat([before, plain]), 'b.crx': zipOf([{ name: 'background.js', content: leak() }], { before }) }))).toEqual([...at('a.crx!background.js'), ...at('b.crx!background.js')]);
  });

  it('what is in a member is the surface that its path says', async () => {
    const code = `fetch('https://submit.atomyx.io/api/jobs', { headers: { Authorization: 'Bearer ${makeKey()}' } });\n`;
    const { findings } = await scanFiles({ 'out.zip': zipOf([{ name: 'dist/assets/index.js', content: code }, { name: 'server/index.js', content: code }]) });
    expect(findings.map(({ path, ruleId }) => [path, ruleId])).toEqual([['out.zip!dist/assets/index.js', 'no-key-in-frontend'], ['out.zip!server/index.js', 'no-hardcoded-key']]);
  });

  it('a key in the comment of an archive is found, and one in a member that is not compressed is found once', async () => {
    const bytes = zipOf([{ name: 'a.env', content: leak(), method: 0 }], { comment: lineWith(makeKey()) });
    expect((await scanFiles({ 'a.zip': bytes })).findings.map(({ path }) => path)).toEqual(['a.zip', 'a.zip!a.env']);
  });

  it.runIf(has('zip'))('what zip writes', async () => {
    const folder = temporaryFolder({ 'conf/a.env': leak() });
    execFileSync('zip', ['-q', '-r', 'a.jar', 'conf'], { cwd: folder });
    expect(placesOf(await scanFiles({ 'a.jar': readFileSync(join(folder, 'a.jar')) }))).toEqual(at('a.jar!conf/a.env'));
  });
});

describe('tar', () => {
  const long = `${'folder/'.repeat(30)}a.env`;

  it('members, and links and folders, which have no bytes', async () => {
    const bytes = tarOf([{ name: './', type: '5' }, { name: 'link', type: '2' }, { name: './a.env', content: leak() }]);
    expect(placesOf(await scanFiles({ 'a.tar': bytes, 'a.tgz': gzipSync(bytes) }))).toEqual([...at('a.tar!a.env'), ...at('a.tgz!a.env')]);
  });

  it('long names of pax and of GNU tar', async () => {
    const pax = tarOf([{ name: 'x', type: 'x', content: paxRecord('path', long) }, { name: 'cut', content: leak() }]);
    const gnu = tarOf([{ name: '././@LongLink', type: 'L', content: `${long}\0` }, { name: 'cut', content: leak() }]);
    expect(placesOf(await scanFiles({ 'gnu.tar': gnu, 'pax.tar': pax }))).toEqual([...at(`gnu.tar!${long}`), ...at(`pax.tar!${long}`)]);
  });

  it('what was appended behind the end', async () => {
    expect(placesOf(await scanFiles({ 'a.tar': Buffer.concat([tarOf([{ name: 'a.txt', content: 'nothing' }]), tarOf([{ name: 'b.env', content: leak() }])]) }))).toEqual(at('a.tar!b.env'));
  });

  it.runIf(has('tar')).each([['ustar'], ['pax'], ['gnu'], ['v7'], ['oldgnu']])('what tar writes in the format %s', async (format) => {
    const folder = temporaryFolder({ 'conf/a.env': leak() });
    mkdirSync(join(folder, 'sparse'));
    writeFileSync(join(folder, 'sparse/b.env'), Buffer.concat([Buffer.alloc(1_000_000), Buffer.from(`\n${lineWith(makeKey())}`)]));
    execFileSync('tar', [`--format=${format}`, ...(format === 'v7' || format === 'ustar' ? [] : ['--sparse']), '-cf', 'a.tar', 'conf', 'sparse'], { cwd: folder });
    const report = await scanFiles({ 'a.tar': readFileSync(join(folder, 'a.tar')) });
    expect(report.findings.map(({ path }) => path)).toEqual(['a.tar!conf/a.env', 'a.tar!sparse/b.env']);
    expect(report.coverage.unread).toEqual([]);
  });
});

describe('compressed files', () => {
  it.each([['gz', 'gzip', gzipSync], ['br', 'brotli', brotliCompressSync], ['zz', 'zlib', deflateSync]] as const)('.%s', async (ending, via, compress) => {
    const report = await scanFiles({ [`a.env.${ending}`]: compress(leak()) });
    expect(placesOf(report)).toEqual(at(`a.env.${ending}`));
    expect(report.findings[0]?.via).toEqual([via]);
    expect(report.coverage).toMatchObject({ files: 1, members: 1, skipped: [], unread: [] });
  });

  it('several members of gzip, one behind the other', async () => {
    expect(placesOf(await scanFiles({ 'a.log.gz': Buffer.concat([gzipSync('# settings\n'), gzipSync(leak().slice('# settings\n'.length))]) }))).toEqual(at('a.log.gz'));
  });

  it('text whose name says brotli is text', async () => {
    const report = await scanFiles({ 'settings.br': leak() });
    expect(placesOf(report)).toEqual(at('settings.br'));
    expect(report.coverage).toMatchObject({ files: 1, skipped: [], unread: [] });
  });

  it.skipIf(!has('zstd'))('text that zstd stores as it is, once', async () => {
    const folder = temporaryFolder({});
    const frame = (): Buffer => {
      writeFileSync(join(folder, 'a.env'), leak());
      return execFileSync('zstd', ['-c', 'a.env'], { cwd: folder });
    };
    const report = await scanFiles(Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`${index}.env.zst`, Buffer.concat([frame(), frame()])])));
    expect(report.findings).toHaveLength(120);
  });

  it.each([['xz', 'xz'], ['bzip2', 'bz2'], ['zstd', 'zst']].filter(([program]) => has(program ?? '')))('what %s writes', async (program, ending) => {
    const folder = temporaryFolder({ 'a.env': leak(), 'b.env': leak() });
    const [one, two] = ['a.env', 'b.env'].map((name) => execFileSync(program, ['-c', name], { cwd: folder }));
    if (one === undefined || two === undefined) throw new Error('no output');
    const tar = join(folder, 'a.tar');
    writeFileSync(tar, tarOf([{ name: 'a.env', content: leak() }]));
    const report = await scanFiles({ [`a.env.${ending}`]: one, [`both.env.${ending}`]: Buffer.concat([one, two]), [`c.tar.${ending}`]: execFileSync(program, ['-c', tar]) });
    expect(report.findings.map(({ path, line }) => `${path}:${line}`)).toEqual([`a.env.${ending}:3`, `both.env.${ending}:3`, `both.env.${ending}:6`, `c.tar.${ending}!a.env:3`]);
    expect(report.coverage.unread).toEqual([]);
  });
});

describe('asar', () => {
  it('members, but not what is unpacked next to the archive', async () => {
    const body = Buffer.from(leak());
    const header = { files: { 'main.js': { offset: '0', size: 0 }, src: { files: { 'a.env': { offset: '0', size: body.length }, 'b.node': { size: 5, unpacked: true }, link: { link: 'src/a.env' } } } } };
    const report = await scanFiles({ 'app.asar': asarOf(header, body) });
    expect(placesOf(report)).toEqual(at('app.asar!src/a.env'));
    expect(report.coverage.unread).toEqual([]);
  });
});

describe('containers in containers', () => {
  it('have paths that lead through all of them', async () => {
    const inner = zipOf([{ name: 'a.env', content: leak() }]);
    const layer = tarOf([{ name: 'app/inner.zip', content: inner }]);
    const image = tarOf([{ name: 'manifest.json', content: '[]' }, { name: 'blobs/layer', content: gzipSync(layer) }]);
    expect(placesOf(await scanFiles({ 'image.tar': image }))).toEqual(at('image.tar!blobs/layer!app/inner.zip!a.env'));
  });

  it('a member that is too long to be read at once', async () => {
    const line = 'nothing to see here, over and over again, in a long log\n';
    const content = `${line.repeat(400_000)}${leak()}${line}`;
    const report = await scanFiles({ 'a.zip': zipOf([{ name: 'a.log', content }]), 'a.log.gz': gzipSync(content) });
    expect(placesOf(report)).toEqual([`a.log.gz:400003:${column}`, `a.zip!a.log:400003:${column}`]);
  });
});
