import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding, Report } from '@submit-guard/core';
import { scan } from '../../src/pipeline/scan.ts';
import { makeKey } from '../pipeline/engines.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { mappingsOf, placeIn } from './maps.ts';

const host = 'https://submit.atomyx.io/api/jobs';

/** Code that sends a key, as a bundler writes it. */
const shippedWith = (key: string): string => `(()=>{var e="${key}";fetch("${host}",{method:"POST",headers:{Authorization:"Bearer "+e}})})();`;

/** The source that it is from. */
const sourceWith = (key: string): string => `// Sends jobs.\nconst apiKey = '${key}';\n\nawait fetch('${host}', { method: 'POST', headers: { Authorization: \`Bearer \${apiKey}\` } });\n`;

function mapFor(key: string, map: object = {}): string {
  const { line, column } = placeIn(shippedWith(key), `"${key}`);
  const mappings = mappingsOf([{ line: 1, column: 1, source: 0, from: [1, 1] }, { line, column, source: 0, from: [2, 16] }]);
  return JSON.stringify({ version: 3, file: 'app.js', sources: ['../src/api.ts'], sourcesContent: [sourceWith(key)], names: [], mappings, ...map });
}

const scanned = async (cwd: string, targets: readonly string[] = ['.'], environment = {}): Promise<Report> => scan({ cwd, targets, environment });

const inCode = ({ findings }: Report): Finding | undefined => findings.find(({ path }) => path.endsWith('.js'));

describe('what is found in a bundle', () => {
  it('has its place in the source, in lines and columns of the key', async () => {
    const key = makeKey();
    const cwd = temporaryFolder({ 'dist/app.js': `${shippedWith(key)}\n//# sourceMappingURL=app.js.map\n`, 'dist/app.js.map': mapFor(key) });
    const { findings, coverage } = await scanned(cwd);
    expect(findings).toMatchObject([
      { path: 'dist/app.js', original: { path: 'src/api.ts', line: 2, column: 17 }, chain: [{ path: 'src/api.ts', line: 2, column: 17, what: 'holds the key' }, { path: 'dist/app.js', what: 'ships it' }] },
      { path: 'dist/app.js.map', pointer: '/sourcesContent/0', original: { path: 'src/api.ts', line: 2, column: 17 } },
    ]);
    expect(findings[1]?.secret).toEqual(findings[0]?.secret);
    expect(findings[1]?.chain?.at(-1)?.what).toBe(`ships it in a source map; dist/app.js:1:${findings[0]?.column} holds the same key`);
    expect(coverage.skipped).toEqual([]);
  });

  it.each([
    ['beside it, without a comment', '', 'dist/app.js.map'],
    ['in another folder', '//# sourceMappingURL=../maps/app.js.map', 'maps/app.js.map'],
    ['at an address of the site', '//# sourceMappingURL=/assets/app-1a2b.js.map?v=3', 'dist/app-1a2b.js.map'],
    ['with blanks in its name', '//# sourceMappingURL=app%20one.map', 'dist/app one.map'],
    ['in the old form', '//@ sourceMappingURL=app.map\n\n/* the end */', 'dist/app.map'],
    ['before other comments', '//# sourceMappingURL=app.map\n//# debugId=4f\n', 'dist/app.map'],
  ])('finds its map %s', async (_, comment, path) => {
    const key = makeKey();
    const cwd = temporaryFolder({ 'dist/app.js': `${shippedWith(key)}\n${comment}`, [path]: mapFor(key) });
    expect(inCode(await scanned(cwd))).toMatchObject({ original: { path: 'src/api.ts', line: 2, column: 17 } });
  });

  it.each([
    ['base64', (map: string) => `data:application/json;charset=utf-8;base64,${Buffer.from(map).toString('base64')}`],
    ['percent-encoded', (map: string) => `data:application/json,${encodeURIComponent(map)}`],
  ])('finds its map in the file itself: %s', async (_, toUrl) => {
    const key = makeKey();
    const cwd = temporaryFolder({ 'dist/app.js': `${shippedWith(key)}\n//# sourceMappingURL=${toUrl(mapFor(key))}\n` });
    const { findings } = await scanned(cwd);
    expect(findings).toMatchObject([{ line: 1, original: { path: 'src/api.ts', line: 2, column: 17 } }]);
  });

  it.each(['', 'größe ', '漢字'])('tells where an inline map alone holds a key: %j', async (words) => {
    const key = makeKey();
    const content = `// ${words}\n// ATOMYX_SUBMIT_API_KEY = "${key}"\nalert(1);\n`;
    const map = JSON.stringify({ version: 3, sources: ['../src/old.ts'], sourcesContent: [content], mappings: 'AAAA' });
    const cwd = temporaryFolder({ 'dist/app.js': `alert(1);\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(map).toString('base64')}` });
    const { findings } = await scanned(cwd);
    expect(findings).toMatchObject([{ path: 'dist/app.js', line: 2, original: { path: 'src/old.ts', ...placeIn(content, key) } }]);
    expect(findings[0]?.chain?.at(-1)?.what).toBe('ships it in a source map alone');
  });

  it('tells where a map alone holds a key', async () => {
    const key = makeKey();
    const content = `/* "quoted" \\ \t */\r\n// ATOMYX_SUBMIT_API_KEY=${key}\r\nalert(1);\n`;
    const map = JSON.stringify({ version: 3, sections: [{ offset: { line: 0, column: 0 }, map: { version: 3, sourceRoot: 'webpack://shop', sources: ['./src/old.ts?4f'], sourcesContent: [content], mappings: 'AAAA' } }] });
    const cwd = temporaryFolder({ 'dist/app.js': 'alert(1);\n//# sourceMappingURL=app.js.map', 'dist/app.js.map': map });
    expect((await scanned(cwd)).findings).toMatchObject([
      { path: 'dist/app.js.map', ruleId: 'no-key-in-frontend', pointer: '/sections/0/map/sourcesContent/0', original: { path: 'src/old.ts', line: 2, column: placeIn(content, key).column } },
    ]);
  });

  it('says which variable of the environment was written into it, and by which configuration', async () => {
    const key = makeKey();
    const source = "const headers = { Authorization: `Bearer ${import.meta.env.VITE_PREPRESS}` };\nawait fetch('https://submit.atomyx.io/api/jobs', { headers });\n";
    const code = `var e={Authorization:"Bearer ${key}"};await fetch("${host}",{headers:e});`;
    const mappings = mappingsOf([{ line: 1, column: placeIn(code, '"Bearer').column, source: 0, from: [1, placeIn(source, '`Bearer').column] }]);
    const cwd = temporaryFolder({
      '.env.production': `# prepress\nVITE_PREPRESS=${key}\n`,
      'vite.config.ts': "export default {\n  define: {\n    'import.meta.env.VITE_PREPRESS': JSON.stringify(process.env.VITE_PREPRESS),\n  },\n};\n",
      'dist/assets/app.js': code,
      'dist/assets/app.js.map': JSON.stringify({ version: 3, sources: ['../../src/api.ts'], sourcesContent: [source], mappings }),
    });
    expect(inCode(await scanned(cwd, ['dist']))).toMatchObject({
      original: { path: 'src/api.ts', line: 1 },
      chain: [
        { path: '.env.production', line: 2, what: 'sets VITE_PREPRESS' },
        { path: 'vite.config.ts', line: 3, what: 'defines it for the build' },
        { path: 'src/api.ts', line: 1, what: 'reads import.meta.env.VITE_PREPRESS' },
        { path: 'dist/assets/app.js', line: 1, what: 'ships it' },
      ],
    });
  });

  it('names a variable of the process that holds the key', async () => {
    const key = makeKey();
    const cwd = temporaryFolder({ 'dist/index.html': `<p data-token="${key}"></p>` });
    expect((await scanned(cwd, ['dist'], { ATOMYX_SUBMIT_API_KEY: key })).findings).toMatchObject([
      { chain: [{ what: 'environment variable ATOMYX_SUBMIT_API_KEY holds the key' }, { path: 'dist/index.html', line: 1, what: 'ships it' }] },
    ]);
  });

  it('reads maps of style sheets', async () => {
    const key = makeKey();
    const css = `:root{--atomyx-submit-api-key:"${key}"}`;
    const map = { version: 3, sources: ['../src/theme.scss'], sourcesContent: [`:root {\n  --atomyx-submit-api-key: "${key}";\n}\n`], mappings: mappingsOf([{ line: 1, column: 1, source: 0, from: [1, 1] }]) };
    const cwd = temporaryFolder({ 'dist/theme.css': `${css}\n/*# sourceMappingURL=theme.css.map */`, 'dist/theme.css.map': JSON.stringify(map) });
    expect((await scanned(cwd)).findings.find(({ path }) => path === 'dist/theme.css')).toMatchObject({ original: { path: 'src/theme.scss', line: 2, column: 29 } });
  });
});

describe('names of sources', () => {
  it.each([
    ['webpack://shop/./src/api.ts?5f3a', 'src/api.ts'],
    ['webpack:///./src/api.ts', 'src/api.ts'],
    ['turbopack:///[project]/app/page.tsx', 'app/page.tsx'],
    ['/__parcel_source_root/src/api.ts', 'src/api.ts'],
    ['../src/components/Order.vue?vue&type=script&setup=true', 'src/components/Order.vue'],
    ['..\\src\\api.ts', 'src/api.ts'],
    ['/etc/passwd', '/etc/passwd'],
    ['file:///C:/shop/src/api.ts', 'C:/shop/src/api.ts'],
    ['https://cdn.example/api.ts', 'https://cdn.example/api.ts'],
    ['../src/\u001b[2Jα\u202e.ts', '"src/\\033[2J\\316\\261\\342\\200\\256.ts"'],
  ])('are shown and not opened: %j', async (name, path) => {
    const key = makeKey();
    const cwd = temporaryFolder({ 'dist/app.js': shippedWith(key), 'dist/app.js.map': mapFor(key, { sources: [name] }) });
    expect(inCode(await scanned(cwd))?.original?.path).toBe(path);
  });

  it('lead up from the working directory where the map says so', async () => {
    const key = makeKey();
    const cwd = temporaryFolder({ 'dist/app.js': shippedWith(key), 'dist/app.js.map': mapFor(key, { sources: ['../../../../../../../../../../etc/passwd'] }) });
    expect(inCode(await scanned(cwd))?.original?.path).toMatch(/^(?:\.\.\/)+etc\/passwd$/);
  });

  it('never show a key', async () => {
    const key = makeKey();
    const cwd = temporaryFolder({ 'dist/app.js': shippedWith(key), 'dist/app.js.map': mapFor(key, { sources: [`../src/${key}.ts`] }) });
    const report = await scanned(cwd);
    expect(inCode(report)?.original?.path).toBe(`src/${key.slice(0, 4)}....ts`);
    expect(JSON.stringify(report)).not.toContain(key);
  });

  it('are those of the project that the bundle was built in', async () => {
    const key = makeKey();
    const cwd = temporaryFolder({
      'apps/shop/package.json': '{}',
      'apps/shop/dist/package.json': '{"type":"module"}',
      'apps/shop/dist/app.js': shippedWith(key),
      'apps/shop/dist/app.js.map': mapFor(key, { sources: ['webpack://shop/./src/api.ts'] }),
    });
    expect(inCode(await scanned(cwd))?.original?.path).toBe('apps/shop/src/api.ts');
  });
});

describe('a map that is of no use', () => {
  it.each([
    ['broken JSON', '{"version":3,"mappings":"AAAA', 'it is no JSON'],
    ['wrong sections', '{"version":3,"sections":[{"offset":{"line":5}}]}', 'one of its `sections` has no `offset`'],
    ['no sources', '{"version":3,"mappings":"AAAA"}', 'its `sources` are no list'],
  ])('is named, and the finding stands: %s', async (_, map, reason) => {
    const key = makeKey();
    const cwd = temporaryFolder({ 'dist/app.js': `${shippedWith(key)}\n//# sourceMappingURL=app.js.map`, 'dist/app.js.map': map });
    const { findings, coverage } = await scanned(cwd);
    expect(findings).toMatchObject([{ path: 'dist/app.js' }]);
    expect(findings[0]).not.toHaveProperty('original');
    expect(coverage).toMatchObject({ skipped: [{ path: 'dist/app.js.map', reason: `source map: ${reason}; read as text` }], unread: [] });
  });

  it('is read as text all the same', async () => {
    const key = makeKey();
    const cwd = temporaryFolder({ 'dist/app.js.map': `{"version":3,"mappings":"AAAA","sourcesContent":["ATOMYX_SUBMIT_API_KEY=${key}\\n"]` });
    const { findings, coverage } = await scanned(cwd);
    expect(findings).toMatchObject([{ path: 'dist/app.js.map' }]);
    expect(coverage.skipped).toEqual([{ path: 'dist/app.js.map', reason: 'source map: it is no JSON; read as text' }]);
  });

  it('is nothing where there is none', async () => {
    const key = makeKey();
    const cwd = temporaryFolder({ 'dist/app.js': `${shippedWith(key)}\n//# sourceMappingURL=app.js.map` });
    const { findings, coverage } = await scanned(cwd);
    expect(findings).toHaveLength(1);
    expect(coverage.skipped).toEqual([]);
  });

  it.each(['https://cdn.example/app.js.map', '//cdn.example/app.js.map', 'data:text/plain,x', '%', '\0', '../../../../../../../../etc/hostname', '.', ''])('is not looked for outside: %j', async (url) => {
    const key = makeKey();
    const cwd = temporaryFolder({ 'dist/app.js': `${shippedWith(key)}\n//# sourceMappingURL=${url}` });
    const { findings, coverage } = await scanned(cwd);
    expect(findings).toHaveLength(1);
    expect(coverage.skipped).toEqual([]);
  });

  it('lies outside of the scanned folder, be it by a link', async () => {
    const key = makeKey();
    const cwd = temporaryFolder({ 'site/dist/app.js': `${shippedWith(key)}\n//# sourceMappingURL=../../maps/app.js.map`, 'maps/app.js.map': mapFor(key) });
    expect((await scanned(cwd, ['site'])).findings[0]).not.toHaveProperty('original');
    writeFileSync(join(cwd, 'site/dist/app.js'), shippedWith(key));
    symlinkSync(join(cwd, 'maps/app.js.map'), join(cwd, 'site/dist/app.js.map'));
    expect((await scanned(cwd, ['site'])).findings[0]).not.toHaveProperty('original');
    mkdirSync(join(cwd, 'site/loop'));
    symlinkSync('app.js.map', join(cwd, 'site/loop/app.js.map'));
    writeFileSync(join(cwd, 'site/loop/app.js'), shippedWith(key));
    expect((await scanned(cwd, ['site/loop'])).findings).toMatchObject([{ path: 'site/loop/app.js' }]);
  });
});
