import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { build as esbuildOf } from 'esbuild';
import { describe, expect, it } from 'vitest';
import webpackOf from 'webpack';
import { ownFilesBelow } from '../src/bundlers/public-files.ts';
import esbuildGuard from '../src/esbuild.ts';
import { nameOfFile } from '../src/origins/source-file.ts';
import webpackGuard from '../src/webpack.ts';
import { bundlers } from './bundlers/index.ts';
import { runBuild } from './bundlers/run-build.ts';
import { configurationOf, run } from './bundlers/webpack-like.ts';
import { cleanFiles, forms } from './forms.ts';
import { filesOf, makeKey, project } from './project.ts';

const key = makeKey();
const env = { '.env': `SUBMIT_API_KEY=${key}\n` };
const leaking: Readonly<Record<string, string>> = { ...env, ...forms[0]?.files(key) };

/** The same files in a folder of a project. */
const within = (folder: string, files: Readonly<Record<string, string>>): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));

describe.each(bundlers)('$name', (bundler) => {
  // Farm finds no configuration in some of them.
  it.each(['C# apps', 'per%20cent', 'br[ack]et', 'x+y (z) ünï'].filter((folder) => bundler.name !== 'farm' || !/[#%]/.test(folder)))('names the module in a project that is called %j', async (folder) => {
    const root = join(project(within(folder, { 'package.json': '{ "private": true, "type": "module" }', ...leaking })), folder);
    const { words, isRefused } = await runBuild(bundler, { root, map: 'external' });
    expect(isRefused).toBe(true);
    expect(words).toContain('.env SUBMIT_API_KEY -> src/api.js:4:33 -> dist/');
    expect(filesOf(root)).toEqual({});
  });

  it('names the module in a folder that is called like the beginning of a fragment', async () => {
    const { 'src/api.js': api = '' } = leaking;
    const root = project({ ...env, 'src/main.js': `import { send } from './C#/api.js';\nsend(1);\n`, 'src/C#/api.js': api });
    const { words, isRefused } = await runBuild(bundler, { root, map: 'external' });
    expect(isRefused).toBe(true);
    expect(words).toContain('.env SUBMIT_API_KEY -> src/C#/api.js:4:33 -> dist/');
  });

  it('leaves alone what the configuration leaves out', async () => {
    const root = project({
      ...env,
      '.submit-guard.json': '{ "exclude": ["src/server.js"] }',
      'src/main.js': `import { title } from './server.js';\ndocument.title = title;\n`,
      'src/server.js': `export const title = 'Orders';\nexport const token = '${key}';\n`,
    });
    const outcome = await runBuild(bundler, { root, minify: true });
    if (outcome.isRefused) expect(outcome.words).toContain('dist/');
    else expect(Object.values(filesOf(root)).join('')).not.toContain(key);
  });
});

describe('esbuild', () => {
  const options = { entryPoints: ['src/main.js'], bundle: true, logLevel: 'silent' as const };

  it.each([{ outdir: 'src' }, { outfile: 'src/main.js' }, { outdir: '.', outbase: '.' }])('does not let outputs take the place of inputs with %j', async (place) => {
    const root = project({ ...env, ...cleanFiles });
    const before = readFileSync(join(root, 'src/main.js'), 'utf8');
    for (const plugins of [[], [esbuildGuard()]]) {
      await expect(esbuildOf({ ...options, absWorkingDir: root, ...place, plugins })).rejects.toThrow(/Refusing to overwrite input file ".*main.js" \(use "allowOverwrite: true" to allow this\)/);
      expect(readFileSync(join(root, 'src/main.js'), 'utf8')).toBe(before);
    }
  });

  it('lets outputs take the place of inputs where that is wanted, and of former outputs', async () => {
    const root = project({ ...env, ...cleanFiles });
    for (let time = 0; time < 2; time++) await esbuildOf({ ...options, absWorkingDir: root, outdir: 'dist', plugins: [esbuildGuard()] });
    await esbuildOf({ ...options, absWorkingDir: root, outdir: 'src', allowOverwrite: true, plugins: [esbuildGuard()] });
    expect(readFileSync(join(root, 'src/main.js'), 'utf8')).toBe(readFileSync(join(root, 'dist/main.js'), 'utf8'));
  });

  it('knows the keys of each project where builds at the same time share a plugin', async () => {
    const keys = [makeKey(), makeKey()];
    const plugins = [esbuildGuard()];
    const builds = keys.map((own) => esbuildOf({ ...options, absWorkingDir: project({ '.env': `SUBMIT_API_KEY=${own}\n`, 'src/main.js': `fetch('/orders', { headers: { 'X-Shop': '${own}' } });\n` }), outdir: 'dist', plugins }));
    expect((await Promise.allSettled(builds)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});

describe('webpack', () => {
  it.each(['electron-renderer', 'electron-main', 'nwjs'])('is refused a key for %s, whose programs run where their users are', async (target) => {
    const root = project(leaking);
    await expect(run((done) => webpackOf({ ...configurationOf({ root }), target, plugins: [webpackGuard()] }, done))).rejects.toThrow('.env SUBMIT_API_KEY -> src/api.js:4:33');
    expect(filesOf(root)).toEqual({});
  });

  it('names the modules of each project where compilers at the same time share a plugin', async () => {
    const roots = [project(leaking), project(leaking)];
    const plugins = [webpackGuard()];
    const building = run((done) => webpackOf(roots.map((root) => ({ ...configurationOf({ root }), plugins })), done as never));
    const words = await building.catch((error: unknown) => (error as Error).message);
    expect(words.split('.env SUBMIT_API_KEY -> src/api.js:4:33 -> dist/main.js')).toHaveLength(3);
  });
});

it('a link that leads to itself, or to a folder above, ends no search for files', () => {
  const root = project(cleanFiles);
  symlinkSync('loop', join(root, 'src/loop'));
  symlinkSync('..', join(root, 'src/up'));
  expect(ownFilesBelow(root).map((file) => nameOfFile(file, root)).sort()).toEqual(['package.json', 'src/api.js', 'src/main.js']);
});
