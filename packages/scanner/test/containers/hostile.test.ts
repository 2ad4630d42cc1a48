import { spawnSync, execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { scan } from '../../src/pipeline/scan.ts';
import { lineWith, makeKey } from '../pipeline/engines.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { asarOf, gzipTimes, tarMember, tarOf, zipOf } from './make-archives.ts';
import { placesOf, scanFiles } from './scan-folder.ts';

const leak = (): string => `${lineWith(makeKey())}\n`;
const compressed = (program: string, content: string): Buffer | undefined => {
  const { error, stdout } = spawnSync(program, ['-c'], { input: content });
  return error === undefined ? stdout : undefined;
};

/** One archive a format, each with a key at the end of what is in it. */
function samples(): Readonly<Record<string, Buffer>> {
  const content = `${'plain words, '.repeat(20)}\n${leak()}`;
  const all = {
    'a.zip': zipOf([{ name: 'a.txt', content: 'nothing' }, { name: 'a.env', content }]),
    'a.tar': tarOf([{ name: 'a.txt', content: 'nothing' }, { name: 'a.env', content }]),
    'a.tgz': gzipSync(tarOf([{ name: 'a.env', content }])),
    'a.env.gz': gzipSync(content),
    'a.env.br': brotliCompressSync(content),
    'a.asar': asarOf({ files: { 'a.env': { offset: '0', size: Buffer.byteLength(content) } } }, Buffer.from(content)),
    'a.env.bz2': compressed('bzip2', content),
    'a.env.xz': compressed('xz', content),
    'a.env.zst': compressed('zstd', content),
  };
  return Object.fromEntries(Object.entries(all).flatMap(([name, bytes]) => (bytes === undefined ? [] : [[name, bytes]])));
}

/** All offsets of what is short, and some hundred of what is long, the borders of its blocks among them. */
function offsetsIn(bytes: Buffer): readonly number[] {
  const step = Math.ceil(bytes.length / 400);
  return Array.from(bytes.keys()).filter((offset) => offset % step === 0 || [0, 1, 511].includes(offset % 512));
}

describe('an archive that is cut short', () => {
  it.each(Object.entries(samples()))('anywhere: %s', async (name, bytes) => {
    const cuts = Object.fromEntries(offsetsIn(bytes).filter((length) => length > 0).map((length) => [`${length}/${name}`, bytes.subarray(0, length)]));
    const faults: unknown[] = [];
    const { findings, coverage } = await scan({ cwd: temporaryFolder(cuts), environment: {}, onFault: (fault) => faults.push(fault) });
    expect(faults).toEqual([]);
    const found = new Set(findings.map(({ path }) => path.split('/')[0]));
    const named = new Set([...coverage.unread, ...coverage.skipped].map(({ path }) => path.split('/')[0]));
    const silent = Object.keys(cuts).filter((path) => !found.has(path.split('/')[0]) && !named.has(path.split('/')[0])).map((path) => Number(path.split('/')[0]));
    // Too short to be told from a text; or, of tar, cut behind the bytes of the first member.
    expect(silent.filter((length) => length > 12 && (name !== 'a.tar' || (length > 512 && length < 519) || length > 1024))).toEqual([]);
  });

  it('is named, and what came before is found', async () => {
    const bytes = gzipSync(`${leak()}${'words '.repeat(50_000)}`);
    const zip = zipOf([{ name: 'a.env', content: leak() }, { name: 'b.env', content: leak() }]);
    const report = await scanFiles({ 'a.log.gz': bytes.subarray(0, -20), 'a.zip': zip.subarray(0, zip.length - 120) });
    expect(placesOf(report).map((place) => place.split(':')[0])).toContain('a.log.gz');
    expect(placesOf(report).map((place) => place.split(':')[0])).toContain('a.zip!a.env');
    expect(report.coverage.unread).toContainEqual({ path: 'a.log.gz', reason: 'is cut short' });
    expect(report.coverage.unread).toContainEqual({ path: 'a.zip', reason: 'is cut short or damaged: it has no directory' });
  });
});

describe('zstd', () => {
  // A Huffman tree whose states use no bits: a decoder that only goes on reading them never ends.
  const endless = Buffer.from('28b52ffd00002d0100de138007000810f80bf9a9a9a9a9a9565656563f565646000000575656565d82910100004c', 'hex');

  it('that would be decoded for ever is damaged', async () => {
    const report = await scanFiles({ 'a.zst': endless, 'b.zip': zipOf([{ name: 'a.zst', content: endless }, { name: 'b.env', content: leak() }]) });
    expect(report.coverage.unread).toEqual([{ path: 'a.zst', reason: 'is damaged' }, { path: 'b.zip!a.zst', reason: 'is damaged' }]);
    expect(placesOf(report).map((place) => place.split(':')[0])).toContain('b.zip!b.env');
  });

  it('with a window that is too long, or a dictionary, is named', async () => {
    const report = await scanFiles({ 'window.zst': Buffer.from('28b52ffd0098010000', 'hex'), 'dictionary.zst': Buffer.from('28b52ffd015801010000', 'hex') });
    expect(report.coverage.unread).toEqual([
      { path: 'dictionary.zst', reason: 'needs a dictionary that is not in it' },
      { path: 'window.zst', reason: 'needs a window of more than 128 MiB to be unpacked, which is not read' },
    ]);
  });
});

describe('an archive of which one byte is wrong', () => {
  it.each(Object.entries(samples()))('does no harm: %s', async (name, bytes) => {
    const files = Object.fromEntries(offsetsIn(bytes).map((offset) => {
      const changed = Buffer.from(bytes);
      changed[offset] = (changed[offset] ?? 0) ^ 0xa5;
      return [`${offset}/${name}`, changed];
    }));
    const faults: unknown[] = [];
    await scan({ cwd: temporaryFolder(files), environment: {}, onFault: (fault) => faults.push(fault) });
    expect(faults).toEqual([]);
  });

  it('is named where its checksum tells, and its members are found', async () => {
    const report = await scanFiles({ 'a.zip': zipOf([{ name: 'a.env', content: leak(), checksum: 1 }, { name: 'b.env', content: leak() }]) });
    expect(report.findings.map(({ path }) => path)).toEqual(['a.zip!a.env', 'a.zip!b.env']);
    expect(report.coverage.unread).toEqual([{ path: 'a.zip!a.env', reason: 'is damaged: its checksum is wrong' }]);
  });
});

describe('limits', () => {
  it('bytes', async () => {
    const files = { 'a.gz': gzipSync(Buffer.alloc(2_000_000)), 'b.zip': zipOf([{ name: 'a', content: Buffer.alloc(2_000_000) }]), 'c.gz': gzipSync('short') };
    const { coverage } = await scanFiles(files, { maxArchiveBytes: 1_500_000 });
    const reason = 'unpacks to more than 1500000 bytes; --max-archive-bytes raises the limit';
    expect(coverage.unread).toEqual([{ path: 'a.gz', reason }, { path: 'b.zip', reason }]);
  });

  it('ratio', async () => {
    const { coverage } = await scanFiles({ 'a.gz': gzipSync(Buffer.alloc(5_000_000)) }, { maxArchiveRatio: 100 });
    expect(coverage.unread).toEqual([{ path: 'a.gz', reason: 'unpacks to more than 100 times its length; --max-archive-ratio raises the limit' }]);
    expect((await scanFiles({ 'a.gz': gzipSync(Buffer.alloc(5_000_000)) })).coverage.unread).toEqual([]);
  });

  it('members, all that is in a file together', async () => {
    const inner = tarOf([{ name: 'a' }, { name: 'b' }, { name: 'c' }]);
    const { coverage } = await scanFiles({ 'a.tar': tarOf([{ name: 'x.tar', content: inner }, { name: 'y.tar', content: inner }]) }, { maxArchiveMembers: 7 });
    expect(coverage.unread).toEqual([{ path: 'a.tar', reason: 'holds more than 7 members; --max-archive-members raises the limit' }]);
  });

  it('depth', async () => {
    const deep = { 'deep.gz': gzipTimes(leak(), 9), 'fine.gz': gzipTimes(leak(), 8) };
    const report = await scanFiles(deep);
    expect(report.findings.map(({ path }) => path)).toEqual(['fine.gz']);
    expect(report.coverage.unread).toEqual([{ path: 'deep.gz', reason: 'lies more than 8 containers deep; --max-archive-depth raises the limit' }]);
    expect((await scanFiles(deep, { maxArchiveDepth: 9 })).findings).toHaveLength(2);
  });

  it('a bomb of bombs ends at the limit of all its bytes', async () => {
    const layer = (content: Buffer): Buffer => zipOf(Array.from({ length: 16 }, (_, index) => ({ name: `${index}.zip`, content })));
    const bomb = layer(layer(layer(zipOf([{ name: '0', content: Buffer.alloc(4_000_000) }]))));
    const { coverage } = await scanFiles({ 'bomb.zip': bomb }, { maxArchiveBytes: 50_000_000 });
    expect(coverage.unread).toEqual([{ path: 'bomb.zip', reason: 'unpacks to more than 50000000 bytes; --max-archive-bytes raises the limit' }]);
    expect(coverage.bytes).toBeLessThan(100_000_000);
  });

  it('entries that all stand at the same bytes count each', async () => {
    const one = zipOf([{ name: 'a', content: Buffer.alloc(1_000_000, 'words ') }]);
    const start = one.readUInt32LE(one.length - 6);
    const entry = one.subarray(start, one.length - 22);
    const end = Buffer.from(one.subarray(one.length - 22));
    end.writeUInt16LE(100, 8);
    end.writeUInt16LE(100, 10);
    end.writeUInt32LE(entry.length * 100, 12);
    const { coverage } = await scanFiles({ 'a.zip': Buffer.concat([one.subarray(0, start), ...Array.from({ length: 100 }, () => entry), end]) }, { maxArchiveBytes: 10_000_000 });
    expect(coverage.unread).toMatchObject([{ path: 'a.zip', reason: expect.stringContaining('--max-archive-bytes') as string }]);
  });

  it('archives are left alone where somebody says so', async () => {
    const { findings, coverage } = await scanFiles({ 'a.zip': zipOf([{ name: 'a.env', content: leak() }]) }, { archives: false });
    expect(findings).toEqual([]);
    expect(coverage).toMatchObject({ files: 0, skipped: [{ path: 'a.zip', reason: 'archive' }], unread: [] });
  });
});

describe('what is no archive', () => {
  it('is read as ever, however short it is or whatever it begins with', async () => {
    const files = { 'a.txt': '', 'b.txt': 'x', 'c.br': '', 'd.txt': '\0', 'e.txt': 'PK', 'f.txt': 'x^2 + y^2', 'g.txt': 'BZh is a name', 'h.txt': `x\n${leak()}`, 'i.bin': '\x04\0\0\0' };
    const report = await scanFiles(files);
    expect(report.findings.map(({ path }) => path)).toEqual(['h.txt']);
    expect(report.coverage).toMatchObject({ unread: [], skipped: [{ path: 'd.txt', reason: 'binary' }, { path: 'i.bin', reason: 'binary' }] });
    expect(report.coverage.members).toBeUndefined();
  });
});

describe('what cannot be read', () => {
  it('is unread where it is encrypted, and skipped where nobody reads its method', async () => {
    const { coverage } = await scanFiles({ 'a.zip': zipOf([{ name: 'a.env', content: leak(), flags: 1 }, { name: 'b.env', content: leak(), method: 9 }, { name: 'c.txt', content: '' }]) });
    expect(coverage.unread).toEqual([{ path: 'a.zip!a.env', reason: 'is encrypted' }]);
    expect(coverage.skipped).toEqual([{ path: 'a.zip!b.env', reason: 'archive member with compression method 9' }]);
  });

  it('a format that nobody reads is skipped, as any other file', async () => {
    const { coverage } = await scanFiles({ 'a.lz4': Buffer.from('\x04\x22\x4d\x18\0 and so on', 'latin1'), 'a.cab': Buffer.from('MSCF\0\0\0\0', 'latin1') });
    expect(coverage).toMatchObject({ skipped: [{ path: 'a.cab', reason: 'archive' }, { path: 'a.lz4', reason: 'archive' }], unread: [] });
  });

  it('7z and RAR are unread, and their own bytes are looked at', async () => {
    const { coverage, findings } = await scanFiles({ 'a.rar': Buffer.from('Rar!\x1a\x07\x01\0 and so on'), 'a.7z': Buffer.from(`7z\xbc\xaf\x27\x1c\0\x04\n${lineWith(makeKey())}\n`, 'latin1') });
    expect(coverage.unread).toEqual([{ path: 'a.7z', reason: 'is a 7z archive, which is not opened: unpack it, or exclude it' }, { path: 'a.rar', reason: 'is a RAR archive, which is not opened: unpack it, or exclude it' }]);
    expect(findings.map(({ path }) => path)).toEqual(['a.7z']);
  });

  it('a header of asar that says it has a gigabyte', async () => {
    const bytes = asarOf({ files: {} }, Buffer.alloc(100));
    bytes.writeUInt32LE(0x40000000, 12);
    expect((await scanFiles({ 'a.asar': bytes })).coverage.unread).toEqual([{ path: 'a.asar', reason: 'has a header of 1073741824 bytes, which is more than is read' }]);
  });

  it('sizes of tar that are negative, huge or nonsense', async () => {
    const minus = tarMember({ name: 'b.env', size: '\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xf0' });
    const huge = tarMember({ name: 'b.env', content: leak(), size: '77777777777\0' });
    const first = tarMember({ name: 'a.env', content: leak() });
    const report = await scanFiles({ 'huge.tar': Buffer.concat([first, huge]), 'minus.tar': Buffer.concat([first, minus]) });
    expect(report.findings.map(({ path }) => path)).toEqual(['huge.tar!a.env', 'huge.tar!b.env', 'minus.tar!a.env']);
    expect(new Set(report.coverage.unread.map(({ path }) => path.split('!')[0]))).toEqual(new Set(['huge.tar', 'minus.tar']));
  });
});

describe('names in archives', () => {
  it('are shown, quoted where they have to be, and never used', async () => {
    const names = ['../../up.env', '/etc/root.env', 'line\nfeed.env', Buffer.from([0x66, 0xff, 0x2e, 0x65, 0x6e, 0x76]), 'nul\0.env', 'same.env', 'same.env'];
    const cwd = temporaryFolder({ 'inner/a.zip': zipOf(names.map((name) => ({ name, content: leak() }))) });
    const { findings } = await scan({ cwd, environment: {} });
    expect(findings.map(({ path }) => path).sort()).toEqual([
      '"inner/a.zip!f\\377.env"', '"inner/a.zip!line\\nfeed.env"', '"inner/a.zip!nul\\000.env"', 'inner/a.zip!../../up.env', 'inner/a.zip!/etc/root.env', 'inner/a.zip!same.env', 'inner/a.zip!same.env',
    ]);
    expect(readdirSync(cwd)).toEqual(['inner']);
    expect(readdirSync(join(cwd, 'inner'))).toEqual(['a.zip']);
  });
});

describe('standard input and git', () => {
  const bytes = zipOf([{ name: 'a.env', content: leak() }]);

  async function* inPieces(content: Buffer): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < content.length; at += 7) yield await Promise.resolve(content.subarray(at, at + 7));
  }

  it('an archive that comes through a pipe', async () => {
    const report = await scan({ targets: ['-'], stdin: inPieces(bytes), stdinPath: 'dist/a.zip', cwd: temporaryFolder(), environment: {} });
    expect(report.findings.map(({ path }) => path)).toEqual(['dist/a.zip!a.env']);
  });

  it('a long one, of which the directory comes last', async () => {
    const noise = Buffer.alloc(40_000_000, 'words and words ');
    const long = zipOf([{ name: 'noise.txt', content: noise, method: 0 }, { name: 'a.env', content: leak() }]);
    const stdin = (async function* pieces() {
      for (let at = 0; at < long.length; at += 65_536) yield await Promise.resolve(long.subarray(at, at + 65_536));
    })();
    const report = await scan({ targets: ['-'], stdin, cwd: temporaryFolder(), environment: {} });
    expect(report.findings.map(({ path }) => path)).toEqual(['<stdin>!a.env']);
    expect(report.coverage.unread).toEqual([]);
  });

  it('an archive among the objects of a repository, also when it is gone', async () => {
    const { scanRepository } = await import('../../src/pipeline/objects/scan-repository.ts');
    const cwd = temporaryFolder({ 'lib/a.zip': bytes, 'a.txt': 'nothing' });
    const git = (...words: readonly string[]): void => void execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...words], { cwd });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'one');
    const staged = temporaryFolder({ 'b.tgz': gzipSync(tarOf([{ name: 'b.env', content: leak() }])) });
    execFileSync('git', ['init', '-q'], { cwd: staged });
    execFileSync('git', ['add', '.'], { cwd: staged });
    git('rm', '-q', 'lib/a.zip');
    git('commit', '-qm', 'two');
    const all = await scanRepository({ target: { kind: 'all' }, cwd, environment: {}, cache: false });
    expect(all.findings).toMatchObject([{ path: 'lib/a.zip!a.env', line: 1, commit: expect.stringMatching(/^[0-9a-f]{40}$/) as string }]);
    expect(all.coverage.members).toBe(1);
    expect(await scanRepository({ target: { kind: 'staged' }, cwd: staged, environment: {} })).toMatchObject({ findings: [{ path: 'b.tgz!b.env' }] });
  });
});
