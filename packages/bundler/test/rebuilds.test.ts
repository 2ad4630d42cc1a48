import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { context } from 'esbuild';
import type { Plugin } from 'esbuild';
import type { RollupWatcherEvent } from 'rollup';
import { watch } from 'rollup';
import { describe, expect, it, onTestFinished } from 'vitest';
import esbuildGuard from '../src/esbuild.ts';
import rollupGuard from '../src/rollup.ts';
import { cleanFiles, forms } from './forms.ts';
import { filesOf, makeKey, project } from './project.ts';

const key = makeKey();
const { 'src/api.js': leaking = '' }: Readonly<Record<string, string>> = forms[0]?.files(key) ?? {};
const { 'src/api.js': mended = '' } = cleanFiles;
const writtenIn = (root: string): string => Object.values(filesOf(root)).join('');

describe('a build that is made again', () => {
  it('is looked at again by esbuild, with the keys that there are then', async () => {
    const root = project({ '.env': `SUBMIT_API_KEY=${key}\n`, ...cleanFiles });
    const building = await context({ absWorkingDir: root, entryPoints: ['src/main.js'], bundle: true, outdir: 'dist', logLevel: 'silent', plugins: [esbuildGuard()] });
    onTestFinished(() => building.dispose());
    const write = (path: string, text: string): void => writeFileSync(join(root, path), text);

    await building.rebuild();
    const first = writtenIn(root);
    write('src/api.js', leaking);
    for (let time = 0; time < 2; time++) await expect(building.rebuild()).rejects.toThrow('.env SUBMIT_API_KEY -> src/api.js:4:33');
    expect(writtenIn(root)).toBe(first);

    write('src/api.js', `${mended}export const more = 1;\n`);
    await building.rebuild();
    expect(writtenIn(root)).toContain('/api/jobs');

    const other = makeKey();
    write('.env', `SUBMIT_API_KEY=${other}\n`);
    write('src/api.js', leaking.replace(key, other));
    await expect(building.rebuild()).rejects.toThrow('.env SUBMIT_API_KEY -> src/api.js:4:33');
  });

  it('leaves of esbuild what it leaves without the plugin: what is as before, and nothing that is no longer made', async () => {
    const states = async (plugins: Plugin[]): Promise<unknown> => {
      const root = project({ 'src/main.js': 'console.log(1);\n', 'src/other.js': 'console.log(2);\n' });
      const building = await context({ absWorkingDir: root, entryPoints: ['src/main.js', 'src/other.js'], bundle: true, outdir: 'dist', entryNames: '[name]-[hash]', logLevel: 'silent', plugins });
      onTestFinished(() => building.dispose());
      const seen: unknown[] = [];
      for (const text of ['console.log(1);\n', 'console.log(3);\n', 'console.log(', 'console.log(4);\n']) {
        writeFileSync(join(root, 'src/main.js'), text);
        const begin = Date.now();
        await building.rebuild().catch(() => undefined);
        seen.push(filesOf(root), Object.keys(filesOf(root)).filter((path) => statSync(join(root, 'dist', path)).mtimeMs >= begin - 5));
        await setTimeout(30);
      }
      return seen;
    };
    expect(await states([esbuildGuard()])).toEqual(await states([]));
  });

  it('is looked at again by Rollup, and goes on when it is mended', async () => {
    const root = project({ '.env': `SUBMIT_API_KEY=${key}\n`, ...cleanFiles });
    const watcher = watch({ input: `${root}/src/main.js`, plugins: [rollupGuard({ root })], output: { dir: `${root}/dist` } });
    onTestFinished(() => watcher.close());
    const errors: string[] = [];
    const nextEnd = (): Promise<void> => new Promise((resolve) => {
      const look = (event: RollupWatcherEvent): void => {
        if (event.code === 'ERROR') errors.push(event.error.message);
        if (event.code === 'ERROR' || event.code === 'BUNDLE_END') void event.result?.close();
        if (event.code !== 'END') return;
        watcher.off('event', look);
        resolve();
      };
      watcher.on('event', look);
    });
    const afterWriting = async (text: string): Promise<void> => {
      const end = nextEnd();
      writeFileSync(join(root, 'src/api.js'), text);
      await end;
    };

    await nextEnd();
    const first = writtenIn(root);
    await afterWriting(leaking);
    expect(errors).toEqual([expect.stringContaining('.env SUBMIT_API_KEY -> src/api.js:4:33')]);
    expect(writtenIn(root)).toBe(first);
    await afterWriting(`${mended}export const more = 1;\n`);
    expect(errors).toHaveLength(1);
    expect(writtenIn(root)).not.toContain(key);
  });
});
