import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { expect, it } from 'vitest';
import { writeAtomically } from '../../src/policies/write-atomically.ts';
import { temporaryFolder } from '../temporary-folder.ts';

it('writes, makes folders, replaces, and leaves nothing beside', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a/b/file.json');
  writeAtomically(path, 'one', 'file.json', folder);
  writeAtomically(path, 'two ü', 'file.json', folder);
  expect(readFileSync(path, 'utf8')).toBe('two ü');
  expect(readdirSync(join(folder, 'a/b'))).toEqual(['file.json']);
});

it('does not follow a link out of the folder', () => {
  const outside = temporaryFolder();
  const folder = temporaryFolder();
  symlinkSync(outside, join(folder, 'a'));
  for (const path of ['a/file.json', 'a/b/file.json']) {
    expect(() => writeAtomically(join(folder, path), 'one', path, folder)).toThrow(/was not written: a symbolic link leads out of/);
  }
  expect(readdirSync(outside)).toEqual([]);
});

it('replaces a link and not what it leads to', () => {
  const folder = temporaryFolder({ precious: 'mine' });
  symlinkSync('precious', join(folder, 'file.json'));
  writeAtomically(join(folder, 'file.json'), 'one', 'file.json', folder);
  expect(readFileSync(join(folder, 'precious'), 'utf8')).toBe('mine');
  expect(readFileSync(join(folder, 'file.json'), 'utf8')).toBe('one');
});

it('says why it could not, and leaves nothing beside', () => {
  const folder = temporaryFolder({ file: '' });
  mkdirSync(join(folder, 'folder.json'));
  expect(() => writeAtomically(join(folder, 'folder.json'), 'one', 'folder.json')).toThrow(/^folder\.json could not be written: /);
  expect(() => writeAtomically(join(folder, 'file/a.json'), 'one', 'a.json')).toThrow(/^a\.json could not be written: /);
  expect(readdirSync(folder).sort()).toEqual(['file', 'folder.json']);
});

it('leaves a whole file when the process is killed at any moment', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'file.json');
  // A program of its own, to be killed: it writes one text or another, for ever.
  const program = join(folder, 'program.mjs');
  await build({
    input: fileURLToPath(new URL('../../src/policies/write-atomically.ts', import.meta.url)),
    platform: 'node',
    resolve: { alias: { '@submit-guard/core': fileURLToPath(new URL('../../../core/src/policies/policy-error.ts', import.meta.url)) } },
    output: { file: program },
    logLevel: 'silent',
  });
  appendFileSync(program, `for (let n = 0; ; n++) writeAtomically(${JSON.stringify(path)}, JSON.stringify(String(n % 2).repeat(3e6)), 'file.json');`);
  const seen = new Set<string>();
  for (let delay = 200; delay < 1_000; delay += 70) {
    spawnSync(process.execPath, [program], { timeout: delay, killSignal: 'SIGKILL' });
    if (!existsSync(path)) continue;
    const content = JSON.parse(readFileSync(path, 'utf8')) as string;
    expect(content.length).toBe(3e6);
    seen.add(content.slice(0, 1));
  }
  expect(seen.size).toBeGreaterThan(0);
});
