import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '@submit-guard/core';
import { scanRepository } from '../../src/pipeline/objects/scan-repository.ts';
import type { RepositoryScanOptions } from '../../src/pipeline/objects/scan-repository.ts';
import { commitAll, git, temporaryRepository } from '../git-repository.ts';
import { makeKey } from '../pipeline/engines.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { mappingsOf, placeIn } from './maps.ts';

const shippedWith = (key: string): string => `(()=>{var e="${key}";fetch("https://submit.atomyx.io/api/jobs",{method:"POST",headers:{Authorization:"Bearer "+e}})})();\n//# sourceMappingURL=app.js.map\n`;
const sourceWith = (key: string, line: number): string => `${'\n'.repeat(line - 1)}const apiKey = '${key}';\nawait fetch('https://submit.atomyx.io/api/jobs', { headers: { Authorization: \`Bearer \${apiKey}\` } });\n`;

/** A map that leads to a line of the source. */
function mapFor(key: string, line: number): string {
  const { line: at, column } = placeIn(shippedWith(key), `"${key}`);
  const mappings = mappingsOf([{ line: at, column, source: 0, from: [line, 16] }]);
  return JSON.stringify({ version: 3, file: 'app.js', sources: ['../src/api.ts'], sourcesContent: [sourceWith(key, line)], names: [], mappings });
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

const bundle = (key: string, line: number, folder = ''): Readonly<Record<string, string>> => ({
  [`${folder}dist/app.js`]: shippedWith(key), [`${folder}dist/app.js.map`]: mapFor(key, line),
});

const scanned = (options: Omit<RepositoryScanOptions, 'environment' | 'cache'>): Promise<Report> => scanRepository({ environment: {}, cache: false, ...options });

const all = { kind: 'all' } as const;

describe('what is found in a bundle of a commit', () => {
  it('is led back by the map of the same commit, whatever became of it', async () => {
    const [first, second] = [makeKey(), makeKey()];
    const cwd = temporaryRepository();
    write(cwd, bundle(first, 2));
    commitAll(cwd);
    write(cwd, bundle(second, 5));
    commitAll(cwd);
    rmSync(join(cwd, 'dist'), { recursive: true });
    write(cwd, { 'README.md': '# Shop\n' });
    commitAll(cwd);
    const { findings, coverage } = await scanned({ target: all, cwd });
    const inCode = findings.filter(({ path }) => path === 'dist/app.js');
    expect(inCode.map(({ original }) => original?.line).sort()).toEqual([2, 5]);
    expect(inCode[0]).toMatchObject({ original: { path: 'src/api.ts', column: 17 }, chain: [{ path: 'src/api.ts', what: 'holds the key' }, { path: 'dist/app.js', what: 'ships it' }] });
    expect(findings.filter(({ path }) => path === 'dist/app.js.map').map(({ original }) => original?.line).sort()).toEqual([2, 5]);
    expect(coverage.skipped).toEqual([]);
    expect(JSON.stringify(findings)).not.toContain(first);
  });

  it('is led back from a folder of the work tree, and in a repository without one', async () => {
    const key = makeKey();
    const cwd = temporaryRepository();
    write(cwd, bundle(key, 3, 'shop/'));
    commitAll(cwd);
    const bare = join(temporaryFolder(), 'bare.git');
    git(cwd, 'clone', '-q', '--bare', '.', bare);
    const pathsFrom = async (folder: string): Promise<unknown> => (await scanned({ target: all, cwd: folder })).findings.map(({ path, original }) => [path, original?.path, original?.line]);
    expect(await pathsFrom(join(cwd, 'shop/dist'))).toEqual([['app.js', '../src/api.ts', 3], ['app.js.map', '../src/api.ts', 3]]);
    expect(await pathsFrom(bare)).toEqual([['shop/dist/app.js', 'shop/src/api.ts', 3], ['shop/dist/app.js.map', 'shop/src/api.ts', 3]]);
  });

  it('is led back by the index before it is committed, and by the map that is in it', async () => {
    const key = makeKey();
    const cwd = temporaryRepository();
    const inline = shippedWith(key).replace('app.js.map', `data:application/json;base64,${Buffer.from(mapFor(key, 4)).toString('base64')}`);
    write(cwd, { ...bundle(key, 3), 'public/app.js': inline });
    git(cwd, 'add', '.');
    rmSync(join(cwd, 'dist'), { recursive: true });
    const { findings } = await scanned({ target: { kind: 'staged' }, cwd });
    expect(findings.map(({ path, original }) => [path, original])).toEqual([
      ['dist/app.js', { path: 'src/api.ts', line: 3, column: 17 }],
      ['dist/app.js.map', { path: 'src/api.ts', line: 3, column: 17 }],
      ['public/app.js', { path: 'src/api.ts', line: 4, column: 17 }],
    ]);
  });

  it('is led nowhere where the commit has no map', async () => {
    const key = makeKey();
    const cwd = temporaryRepository();
    write(cwd, { 'dist/app.js': shippedWith(key) });
    commitAll(cwd);
    write(cwd, { 'dist/app.js.map': mapFor(key, 2) });
    const { findings } = await scanned({ target: all, cwd });
    expect(findings.map(({ path, original }) => [path, original])).toEqual([['dist/app.js', undefined]]);
  });
});
