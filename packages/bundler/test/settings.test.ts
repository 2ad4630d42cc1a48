import { build as esbuildOf } from 'esbuild';
import { rollup } from 'rollup';
import { resolveConfig } from 'vite';
import { describe, expect, it } from 'vitest';
import webpackOf from 'webpack';
import type { WebpackPluginInstance } from 'webpack';
import esbuildGuard from '../src/esbuild.ts';
import { LeakError } from '../src/index.ts';
import rollupGuard from '../src/rollup.ts';
import viteGuard from '../src/vite.ts';
import webpackGuard from '../src/webpack.ts';
import { bundlers } from './bundlers/index.ts';
import { runBuild } from './bundlers/run-build.ts';
import { vite } from './bundlers/vite.ts';
import { configurationOf, run } from './bundlers/webpack-like.ts';
import { cleanFiles, forms } from './forms.ts';
import { filesOf, makeKey, project } from './project.ts';

const key = makeKey();
const env = (name: string): Readonly<Record<string, string>> => ({ '.env': `${name}=${key}\n`, ...cleanFiles });

/** What Vite's server says of a configuration. A build says the same once it knows all modules. */
async function resolved(root: string, config: object = {}): Promise<string> {
  try {
    await resolveConfig({ root, configFile: false, logLevel: 'silent', plugins: [viteGuard()], ...config }, 'serve', 'production');
    return 'fine';
  } catch (error) {
    expect(error).toBeInstanceOf(LeakError);
    expect(String((error as Error).stack)).not.toContain(key);
    return (error as Error).message.split('\n')[2]?.trim() ?? '';
  }
}

describe('a configuration of Vite', () => {
  it.each(['VITE_ATOMYX_API_KEY', 'VITE_SUBMIT_API_KEY', 'VITE_ATOMYX_SUBMIT_TOKEN'])('is refused with the variable %s', async (name) => {
    expect(await resolved(project(env(name)))).toBe(`.env ${name} -> import.meta.env ${name}`);
  });

  it.each(['NEXT_PUBLIC_ATOMYX_API_KEY', 'PUBLIC_SUBMIT_API_KEY', 'REACT_APP_ATOMYX_API_KEY', 'NUXT_PUBLIC_SUBMIT_API_KEY'])('is refused with %s, which some tool shows to browsers', async (name) => {
    expect(await resolved(project(env(name)))).toBe(`.env ${name}`);
  });

  it('is refused where a prefix of its own shows the key', async () => {
    expect(await resolved(project(env('ATOMYX_API_KEY')), { envPrefix: 'ATOMYX_' })).toBe('.env ATOMYX_API_KEY -> import.meta.env ATOMYX_API_KEY');
  });

  it('is refused where a variable refers to the key', async () => {
    const root = project({ ...cleanFiles, '.env': `SUBMIT_API_KEY=${key}\nVITE_BEARER=$SUBMIT_API_KEY\n` });
    expect(await resolved(root)).toBe('.env SUBMIT_API_KEY -> import.meta.env VITE_BEARER');
  });

  it.each([
    ['a string of code', { __KEY__: JSON.stringify(key) }, '__KEY__'],
    ['an object', { 'process.env': { NODE_ENV: 'production', SUBMIT_API_KEY: key } }, 'process.env'],
    ['base64', { __AUTH__: JSON.stringify(Buffer.from(`Bearer ${key}`).toString('base64')) }, '__AUTH__'],
  ])('is refused where it defines the key as %s', async (_, define, name) => {
    expect(await resolved(project(env('SUBMIT_API_KEY')), { define })).toBe(`.env SUBMIT_API_KEY -> vite.config define ${name}`);
  });

  it('is refused where it defines a constant that is named like a key and looks like one, though nothing knows it', async () => {
    expect(await resolved(project(cleanFiles), { define: { __ATOMYX_API_KEY__: JSON.stringify(key) } })).toBe('vite.config define __ATOMYX_API_KEY__');
  });

  it.each([
    ['a server has the key', env('SUBMIT_API_KEY'), {}],
    ['another service has a public key', { ...cleanFiles, '.env': `VITE_STRIPE_API_KEY=${key}\n` }, {}],
    ['the value is none', { ...cleanFiles, '.env': 'VITE_SUBMIT_API_KEY=YOUR_API_KEY\nVITE_ATOMYX_API_KEY=test\n' }, {}],
    ['the build is for a server', env('SUBMIT_API_KEY'), { build: { ssr: 'src/main.js' }, define: { __KEY__: JSON.stringify(key) } }],
    ['code is defined, not a value', env('SUBMIT_API_KEY'), { define: { 'process.env.SUBMIT_API_KEY': 'undefined', __API__: 'process.env.SUBMIT_API_KEY' } }],
  ])('is fine where %s', async (_, files, config) => {
    expect(await resolved(project(files), config)).toBe('fine');
  });

  it('counts the environment files of another folder, and of every mode', async () => {
    const root = project({ ...cleanFiles, 'settings/.env.staging.local': `SUBMIT_API_KEY=${key}\n` });
    expect(await resolved(root, { envDir: 'settings', define: { __KEY__: JSON.stringify(key) } })).toBe('settings/.env.staging.local SUBMIT_API_KEY -> vite.config define __KEY__');
  });

  it('is refused with a variable that browsers would see, before a build writes anything', async () => {
    const root = project({ ...env('VITE_ATOMYX_API_KEY'), 'dist/former.js': '', 'public/robots.txt': '' });
    const { words, isRefused } = await runBuild(vite, { root });
    expect(isRefused).toBe(true);
    expect(words).toContain('.env VITE_ATOMYX_API_KEY -> import.meta.env VITE_ATOMYX_API_KEY');
    expect(words).not.toContain(key);
    expect(Object.keys(filesOf(root))).toEqual(['former.js']);
  });

  it('is refused where a file that is copied holds the key', async () => {
    const root = project({ ...env('SUBMIT_API_KEY'), 'public/config.json': `{ "token": "${key}" }\n` });
    const { words, isRefused } = await runBuild(vite, { root });
    expect(isRefused).toBe(true);
    expect(words).toContain('.env SUBMIT_API_KEY -> public/config.json:1:13');
    expect(filesOf(root)).toEqual({});
  });
});

it('webpack is refused with an EnvironmentPlugin that gives the key away', async () => {
  const root = project(env('SUBMIT_API_KEY'));
  const plugins: WebpackPluginInstance[] = [new webpackOf.EnvironmentPlugin({ SUBMIT_API_KEY: key }), webpackGuard()];
  const building = run((done) => webpackOf({ ...configurationOf({ root }), plugins }, done));
  await expect(building).rejects.toThrow('EnvironmentPlugin SUBMIT_API_KEY');
  expect(filesOf(root)).toEqual({});
});

it('a module that holds the key is refused also where nothing of it would be left', async () => {
  const root = project({
    '.env': `SUBMIT_API_KEY=${key}\n`,
    'src/main.js': `import { title } from './server.js';\ndocument.title = title;\n`,
    'src/server.js': `export const title = 'Orders';\nexport const token = '${key}';\n`,
  });
  const bundle = await rollup({ input: `${root}/src/main.js`, plugins: [rollupGuard({ root })] });
  await expect(bundle.write({ dir: `${root}/dist` })).rejects.toThrow('.env SUBMIT_API_KEY -> src/server.js:2:23');
  expect(filesOf(root)).toEqual({});
});

describe('esbuild', () => {
  const options = (root: string) => ({ absWorkingDir: root, entryPoints: ['src/main.js'], bundle: true, outdir: 'dist', logLevel: 'silent' as const });

  it('is left with the options and results that it has without the plugin', async () => {
    const root = project(env('SUBMIT_API_KEY'));
    const own = { ...options(root), plugins: [esbuildGuard()] };
    expect((await esbuildOf(own)).outputFiles).toBeUndefined();
    expect(Object.keys(filesOf(root))).toEqual(['main.js']);
    expect(own).not.toHaveProperty('write');
    const inMemory = await esbuildOf({ ...own, outdir: 'other', write: false });
    expect(inMemory.outputFiles.map(({ path }) => path)).toEqual([`${root}/other/main.js`]);
  });

  it.each([{}, { define: { __SHOP__: '7' } }])('is refused with a variable that some tool shows to browsers, and the options %j', async (more) => {
    const root = project(env('NEXT_PUBLIC_ATOMYX_API_KEY'));
    await expect(esbuildOf({ ...options(root), ...more, plugins: [esbuildGuard()] })).rejects.toThrow('.env NEXT_PUBLIC_ATOMYX_API_KEY');
    expect(filesOf(root)).toEqual({});
  });

  it('writes nothing, and hands nothing over, where there is a leak', async () => {
    const root = project({ '.env': `SUBMIT_API_KEY=${key}\n`, ...forms[0]?.files(key) });
    for (const write of [true, false]) {
      const failure = await esbuildOf({ ...options(root), write, sourcemap: true, plugins: [esbuildGuard()] }).catch((error: unknown) => error as { errors: { detail: unknown }[] });
      expect(failure).toHaveProperty('errors');
      expect(JSON.stringify(failure)).not.toContain(key);
    }
    expect(filesOf(root)).toEqual({});
  });
});

it('options that are none are named', () => {
  expect(() => viteGuard({ mode: 'loud' } as never)).toThrow("the option `mode` is one of 'error', 'warn'");
  expect(() => viteGuard({ modus: 'warn' } as never)).toThrow('has no option `modus`');
});

// The others say it through a logger that prints.
it.each(bundlers.filter(({ name }) => ['vite', 'rollup', 'rolldown', 'esbuild'].includes(name)))('a build by $name says so where an environment file cannot be read', async (bundler) => {
  const root = project({ ...cleanFiles, '.env': 'A=1\n'.repeat(400_000) });
  const { words, isRefused } = await runBuild(bundler, { root });
  expect(isRefused).toBe(false);
  expect(words.split('keys may be missed, as this could not be read: .env')).toHaveLength(2);
});

it.each(bundlers)('a build by $name ends where the configuration is faulty', async (bundler) => {
  const root = project({ ...cleanFiles, '.submit-guard.json': '{ "exclude": 7 }' });
  const { words, isRefused } = await runBuild(bundler, { root });
  expect(isRefused).toBe(true);
  expect(words).toContain('.submit-guard.json');
  expect(filesOf(root)).toEqual({});
});
