import { join } from 'node:path';
import { rolldown } from 'rolldown';
import type { OutputOptions } from 'rolldown';
import { describe, expect, it } from 'vitest';
import type { Finding } from '@submit-guard/core';
import { scan } from '../../src/pipeline/scan.ts';
import { makeKey } from '../pipeline/engines.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const page = "import { send } from './api';\ndocument.querySelector('#go')?.addEventListener('click', () => void send({ externalId: '1' }));\n";
const options = "{ method: 'POST', headers: { Authorization: `Bearer ${KEY}` }, body: JSON.stringify(job) }";

/** Sources that send a key, and the line that the original place must have; rolldown maps no JSON. */
const shapes: Readonly<Record<string, (key: string) => { readonly api: string; readonly others?: Readonly<Record<string, string>>; readonly line?: number }>> = {
  'a literal': (key) => ({ api: `export const send = (job: object) =>\n  fetch('https://submit.atomyx.io/api/jobs', { method: 'POST', headers: { Authorization: 'Bearer ${key}' }, body: JSON.stringify(job) });\n`, line: 2 }),
  'a client': (key) => ({
    api: `class Client {\n  constructor(readonly base: string, readonly key: string) {}\n  post(path: string, job: object) {\n    return fetch(this.base + path, ${options.replace('KEY', 'this.key')});\n  }\n}\nconst client = new Client(\n  'https://submit.atomyx.io/api',\n  '${key}',\n);\nexport const send = (job: object) => client.post('/jobs', job);\n`,
    line: 9,
  }),
  'a variable of the build': () => ({ api: `export const send = (job: object) =>\n  fetch('https://submit.atomyx.io/api/jobs', ${options.replace('KEY', 'import.meta.env.VITE_PREPRESS')});\n`, line: 2 }),
  JSON: (key) => ({
    api: `import config from './config.json';\nexport const send = (job: object) => fetch(config.base + '/jobs', ${options.replace('KEY', 'config.secret')});\n`,
    others: { 'src/config.json': JSON.stringify({ base: 'https://submit.atomyx.io/api', secret: key }) },
  }),
};

async function build(cwd: string, key: string, output: OutputOptions): Promise<void> {
  const bundle = await rolldown({ cwd, input: join(cwd, 'src/main.ts'), platform: 'browser', logLevel: 'silent', transform: { define: { 'import.meta.env.VITE_PREPRESS': JSON.stringify(key) } } });
  await bundle.write({ dir: join(cwd, 'dist'), format: 'esm', ...output });
  await bundle.close();
}

const inCode = (findings: readonly Finding[]): readonly Finding[] => findings.filter(({ path }) => path.endsWith('.js'));

describe.each(Object.entries(shapes))('what rolldown makes of %s', (_, shape) => {
  it.each([
    ['as it is, with a map beside it', { sourcemap: true }],
    ['minified, with a map beside it', { sourcemap: true, minify: true }],
    ['minified, with a map that it does not name', { sourcemap: 'hidden', minify: true }],
    ['minified, with a map in it', { sourcemap: 'inline', minify: true }],
  ] as const)('leads back to the source: %s', async (__, output) => {
    const key = makeKey();
    const { api, others = {}, line } = shape(key);
    const cwd = temporaryFolder({ 'src/main.ts': page, 'src/api.ts': api, ...others });
    await build(cwd, key, output);
    const { findings } = await scan({ cwd, targets: ['dist'], environment: {} });
    const [finding] = inCode(findings);
    expect(finding).toMatchObject({ ruleId: 'no-key-in-frontend', path: 'dist/main.js', secret: { length: key.length }, ...(line !== undefined && { original: { path: 'src/api.ts', line } }) });
    expect(JSON.stringify(findings)).not.toContain(key);
  });

  it('is found without a map, too', async () => {
    const key = makeKey();
    const { api, others = {} } = shape(key);
    const cwd = temporaryFolder({ 'src/main.ts': page, 'src/api.ts': api, ...others });
    await build(cwd, key, { minify: true });
    const { findings } = await scan({ cwd, targets: ['dist'], environment: {} });
    expect(findings).toMatchObject([{ path: 'dist/main.js' }]);
    expect(findings[0]).not.toHaveProperty('original');
  });
});
