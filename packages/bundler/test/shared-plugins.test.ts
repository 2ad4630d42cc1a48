import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import rolldownGuard from '../src/rolldown.ts';
import rollupGuard from '../src/rollup.ts';
import viteGuard from '../src/vite.ts';
import { bundlers } from './bundlers/index.ts';
import { importOnDemand } from './bundlers/on-demand.ts';
import { runBuild } from './bundlers/run-build.ts';
import { vite } from './bundlers/vite.ts';
import { watchers } from './bundlers/watchers.ts';
import { cleanFiles } from './forms.ts';
import { filesOf, makeKey, project } from './project.ts';

/** A module that nothing but knowing the key convicts. */
const leaking = (key: string): string => `export const send = () => fetch('/orders', { headers: { 'X-Shop': '${key}' } });\n`;

const envOf = (...keys: readonly string[]): Readonly<Record<string, string>> => ({ '.env': keys.map((key, index) => `${index === 0 ? '' : `SHOP${index}_`}ATOMYX_API_KEY=${key}\n`).join('') });

/** Rollup knows of no project but the working directory, unless the plugin is told of one. */
const optionsFor = (name: string, keys: readonly string[]): object => (name === 'rollup' ? { root: project(envOf(...keys)) } : {});

describe.each(bundlers)('a plugin that builds of $name share at the same time', ({ name, plugin, build }) => {
  it('knows the keys of each project', async () => {
    const keys = [makeKey(), makeKey(), makeKey()];
    const shared = plugin(optionsFor(name, keys));
    const roots = keys.map((key, index) => project({ ...envOf(key), ...cleanFiles, ...(index !== 1 && { 'src/api.js': leaking(key) }) }));
    const outcomes = await Promise.all(roots.map((root) => runBuild({ name, plugin, build }, { root, shared })));
    expect(outcomes.map(({ isRefused }) => isRefused)).toEqual([true, false, true]);
    expect(roots.map((root) => Object.keys(filesOf(root)).length > 0)).toEqual([false, true, false]);
  });

  it('lets each of them be for a server, or not', async () => {
    const key = makeKey();
    const shared = plugin(optionsFor(name, [key]));
    const roots = [project({ ...envOf(key), ...cleanFiles, 'src/api.js': leaking(key) }), project({ ...envOf(key), ...cleanFiles, 'src/api.js': leaking(key) })];
    const outcomes = await Promise.all(roots.map((root, index) => runBuild({ name, plugin, build }, { root, shared, server: index === 1 })));
    expect(outcomes.map(({ isRefused }) => isRefused)).toEqual([true, false]);
  });
});

describe.each(watchers)('a plugin that watching builds of $name share', ({ name, plugin, watch }) => {
  it('knows the keys of each project, build after build', async () => {
    const keys = [makeKey(), makeKey()];
    const shared = plugin(optionsFor(name, keys));
    const roots = keys.map((key) => project({ ...envOf(key), ...cleanFiles }));
    const write = (text: (key: string) => string): void => keys.forEach((key, index) => writeFileSync(`${roots[index] ?? ''}/src/api.js`, text(key)));
    const refused: (boolean | undefined)[] = roots.map(() => undefined);
    const untilRefused = (isRefused: boolean): Promise<void> => expect.poll(() => refused, { timeout: 20_000 }).toEqual(roots.map(() => isRefused));
    await watch(roots, shared, (index, isRefused) => {
      refused[index] = isRefused;
    });

    await untilRefused(false);
    for (let round = 0; round < 2; round++) {
      write(leaking);
      await untilRefused(true);
      expect(roots.map((root) => keys.some((key) => Object.values(filesOf(root)).join('').includes(key)))).toEqual([false, false]);
      write(() => `${cleanFiles['src/api.js'] ?? ''}export const round = ${round};\n`);
      await untilRefused(false);
    }
  }, 60_000);
});

it('a plugin of Rollup or Rolldown is found also where Vite has made copies of it', async () => {
  const key = makeKey();
  for (const guard of [rollupGuard, rolldownGuard]) {
    const root = project({ ...envOf(key), ...cleanFiles, 'src/api.js': leaking(key) });
    const { words, isRefused } = await runBuild(vite, { root, shared: guard({ root }) });
    expect(isRefused).toBe(true);
    expect(words).toContain(`.env ATOMYX_API_KEY -> src/api.js:1:${leaking(key).indexOf(key) + 1} -> dist/`);
    expect(filesOf(root)).toEqual({});
  }
});

it('a plugin of Rollup that was not told of a build ends it', async () => {
  const { generateBundle } = rollupGuard();
  await expect(generateBundle.handler.call({} as never, {}, {})).rejects.toThrow('was not checked');
});

const vite5 = (await importOnDemand('vite', '5.4.21', 'dist/node/index.js')) as { build(configuration: object): Promise<unknown> } | undefined;

describe.skipIf(vite5 === undefined)('a plugin that builds of Vite 5 share, which does not tell them apart', () => {
  const build = async (root: string, shared: object): Promise<unknown> => vite5?.build({ root, configFile: false, logLevel: 'silent', plugins: [shared], build: { rollupOptions: { input: `${root}/src/main.js` } } });

  it('ends those of several projects', async () => {
    const keys = [makeKey(), makeKey()];
    const shared = viteGuard();
    const roots = keys.map((key) => project({ ...envOf(key), ...cleanFiles, 'src/api.js': leaking(key) }));
    const outcomes = await Promise.allSettled(roots.map((root) => build(root, shared)));
    expect(outcomes.map((outcome) => (outcome.status === 'rejected' ? String(outcome.reason) : ''))).toEqual(roots.map(() => expect.stringContaining('call `submitGuard()` in every configuration') as string));
    expect(roots.map(filesOf)).toEqual([{}, {}]);
  });

  it('checks those of one project', async () => {
    const key = makeKey();
    const shared = viteGuard();
    const root = project({ ...envOf(key), ...cleanFiles });
    await build(root, shared);
    expect(Object.keys(filesOf(root))).toHaveLength(1);
    writeFileSync(`${root}/src/api.js`, leaking(key));
    await expect(build(root, shared)).rejects.toThrow('.env ATOMYX_API_KEY -> src/api.js:1:');
  });
});
