import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { temporaryRepository } from '../git-repository.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const dist = new URL('../../dist/', import.meta.url);
const program = fileURLToPath(new URL('bin.js', dist));

/** The files of the bundle that a run loads, by V8's account of what was executed. */
function filesLoadedBy(cwd: string, ...args: readonly string[]): readonly string[] {
  const account = temporaryFolder();
  const { status, stderr } = spawnSync(process.execPath, [program, ...args], { cwd, encoding: 'utf8', env: { ...process.env, NODE_V8_COVERAGE: account } });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const urls = readdirSync(account).flatMap((file) => (JSON.parse(readFileSync(join(account, file), 'utf8')) as { readonly result: readonly { readonly url: string }[] }).result.map(({ url }) => url));
  return [...new Set(urls)].filter((url) => url.startsWith(pathToFileURL(fileURLToPath(dist)).href)).map((url) => fileURLToPath(url));
}

/** Names without the hash of what is in them. */
const namesOf = (files: readonly string[]): readonly string[] => files.map((file) => basename(file, '.js').replace(/-[\w-]{8}$/, '')).sort();

const clean = { 'src/a.py': 'print("hello")\n', 'src/b.ts': 'export const rows = [1, 2];\n' };

/** What every scan loads. A module that it need not load at once belongs behind a dynamic import, wherever it lies. */
const ofEveryScan = ['bin', 'main', 'pretty', 'rolldown-runtime', 'scan', 'sieve'];

// The bundle is looked at: `npm test` builds first.
describe.skipIf(!existsSync(program))('the bundled command line', () => {
  it('loads for a scan of clean files what every scan needs, and nothing of git, archives or analyses', () => {
    const files = filesLoadedBy(temporaryFolder(clean), 'scan', 'src');
    expect(namesOf(files)).toEqual(ofEveryScan);
    expect(files.reduce((sum, file) => sum + statSync(file).size, 0)).toBeLessThan(800_000);
  });

  it('loads what reads archives for the first of them', () => {
    const folder = temporaryFolder({ ...clean, 'src/a.txt.gz': gzipSync('hello\n') });
    expect(namesOf(filesLoadedBy(folder, 'scan', 'src'))).toEqual([...ofEveryScan, 'containers'].sort());
  });

  it('loads what reads repositories for `git`, and what reads objects and packs for all of one', () => {
    const folder = temporaryRepository(clean);
    const staged = namesOf(filesLoadedBy(folder, 'git', '--staged'));
    expect(staged).toEqual([...ofEveryScan, 'git', 'repository'].sort());
    expect(namesOf(filesLoadedBy(folder, 'git', '--all'))).toEqual([...staged, 'packs'].sort());
  });

  it('loads what reads a configuration where there is one', () => {
    const folder = temporaryFolder({ ...clean, 'submit-guard.config.yaml': 'exclude: [src/legacy/]\nformats: [{ name: ours, pattern: "[a-z]{4}[0-9]{12}" }]\n' });
    expect(namesOf(filesLoadedBy(folder, 'scan', 'src'))).toEqual(expect.arrayContaining([...ofEveryScan, 'parse-config', 'parse-yaml']));
  });

  it('loads next to nothing to say its version', () => {
    expect(namesOf(filesLoadedBy(temporaryFolder(), '--version'))).toEqual(['bin', 'main', 'rolldown-runtime']);
  });
});
