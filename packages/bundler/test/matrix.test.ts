import { describe, expect, it } from 'vitest';
import { scan } from 'submit-guard';
import type { MapKind } from './bundlers/bundler.ts';
import { bundlers } from './bundlers/index.ts';
import { runBuild } from './bundlers/run-build.ts';
import { forms } from './forms.ts';
import { filesOf, makeKey, project } from './project.ts';

const maps: readonly MapKind[] = ['external', 'inline', 'none'];
const settings = [false, true].flatMap((minify) => maps.map((map) => ({ minify, map })));

describe.each(bundlers)('$name', (bundler) => {
  describe.each(forms)('a key that is $name', ({ ...form }) => {
    const { define, origin } = form;
    // Rollup leaves minifying to plugins.
    it.each(settings.filter(({ minify }) => !minify || bundler.name !== 'rollup'))('is refused with minify $minify and map $map', async ({ minify, map }) => {
      const key = makeKey();
      const root = project({ '.env': `SUBMIT_API_KEY=${key}\n`, ...form.files(key) });
      const { words, isRefused } = await runBuild(bundler, { root, minify, map, define: define?.(key) ?? {} });

      expect(words).toContain('submit-guard: A Submit API key would reach the browser; the build was stopped.');
      expect(isRefused).toBe(true);
      expect(filesOf(root)).toEqual({});
      expect(words).not.toContain(key);
      expect(words).not.toContain(Buffer.from(key).toString('base64'));
      const places = origin.columns.map((column) => `.env SUBMIT_API_KEY -> ${origin.path}:${origin.line}:${column} -> dist/`);
      // What a configuration defines is refused before anything is built.
      const expected = define === undefined || bundler.name === 'rollup' ? places : [/-> \S+(?:\.config)?(?: define| transform\.define)? process\.env\.SUBMIT_API_KEY/];
      expect(expected.filter((place) => (typeof place === 'string' ? words.includes(place) : place.test(words)))).toHaveLength(1);
    });

    it('is told with its whole way, where it is only to be warned of', async () => {
      const key = makeKey();
      const root = project({ '.env': `SUBMIT_API_KEY=${key}\n`, ...form.files(key) });
      const { words, isRefused } = await runBuild(bundler, { root, minify: bundler.name !== 'rollup', map: 'external', define: define?.(key) ?? {}, guard: { mode: 'warn' } });

      expect(isRefused).toBe(false);
      expect(words).not.toContain(key);
      const places = origin.columns.map((column) => ` -> ${origin.path}:${origin.line}:${column} -> dist/`);
      expect(places.filter((place) => words.includes(place))).toHaveLength(1);
      expect(Object.keys(filesOf(root)).length).toBeGreaterThan(0);

      const report = await scan({ cwd: root, targets: ['dist'], environment: {}, surface: 'frontend' });
      expect(report.findings.map(({ secret, path }) => [secret?.length, path.startsWith('dist/')])).toContainEqual([key.length, true]);
    });
  });
});
