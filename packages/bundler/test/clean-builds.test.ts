import { describe, expect, it } from 'vitest';
import { bundlers } from './bundlers/index.ts';
import { runBuild } from './bundlers/run-build.ts';
import { cleanFiles, forms, serverFiles } from './forms.ts';
import { filesOf, makeKey, project } from './project.ts';

describe.each(bundlers)('$name', (bundler) => {
  it.each(['external', 'inline', 'none'] as const)('writes the same bytes with the plugin and without it, with map %s', async (map) => {
    const root = project({ '.env': `SUBMIT_API_KEY=${makeKey()}\n`, ...cleanFiles });
    const query = { root, minify: bundler.name !== 'rollup', map };
    expect(await runBuild(bundler, { ...query, guard: false })).toMatchObject({ isRefused: false });
    const without = filesOf(root);
    const { words, isRefused } = await runBuild(bundler, query);
    expect(isRefused).toBe(false);
    expect(words).not.toContain('Submit');
    expect(filesOf(root)).toEqual(without);
    expect(Object.keys(without).length).toBeGreaterThan(0);
  });

  it('lets a server have the key', async () => {
    const key = makeKey();
    const root = project({ '.env': `SUBMIT_API_KEY=${key}\n`, ...serverFiles });
    const { words, isRefused } = await runBuild(bundler, { root, server: true });
    expect(isRefused).toBe(false);
    expect(words).not.toContain('Submit');
  });

  it('takes a build for one of a server, or for none, where it is told so', async () => {
    const key = makeKey();
    const root = project({ '.env': `SUBMIT_API_KEY=${key}\n`, ...forms[0]?.files(key) });
    expect(await runBuild(bundler, { root, guard: { target: 'server' } })).toMatchObject({ isRefused: false });
    expect(await runBuild(bundler, { root, server: true })).toMatchObject({ isRefused: false });
    expect(await runBuild(bundler, { root, server: true, guard: { target: 'client' } })).toMatchObject({ isRefused: true });
  });
});
