import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openProject } from '../src/project.ts';
import { temporaryFolder } from './temporary-folder.ts';

const key = randomBytes(20).toString('hex');

/** A project outside of any work tree that knows a key from its environment file. */
function projectWith(files: Readonly<Record<string, string>> = {}) {
  const root = temporaryFolder({ '.env': `SUBMIT_API_KEY=${key}\n`, ...files });
  return openProject({ root, surface: 'frontend', environment: {} });
}

/** Code that says nothing of Submit, in characters of one to four bytes. */
const filler = (length: number): string => 'const rows = ["aä€😀", 1];\n'.repeat(Math.ceil(length / 27)).slice(0, length);

/** Offsets around those at which long texts are searched piece by piece. */
const borders = [0, 524_287, 589_800, 589_824, 1_048_560, 1_700_000];

describe('a project', () => {
  it.each(borders)('finds its key in a text of two megabytes at %i', async (at) => {
    const project = await projectWith();
    const text = `${filler(at)}"${key}"${filler(2_000_000 - at)}`;
    const column = text.indexOf(key) - text.lastIndexOf('\n', text.indexOf(key));
    for (const content of [text, Buffer.from(text)]) {
      expect(await project.scan(content, 'a.js')).toMatchObject([{ column, secret: { length: key.length } }]);
    }
  });

  it.each(borders)('finds what its name convicts in a text of two megabytes at %i', async (at) => {
    const project = await projectWith();
    const other = randomBytes(20).toString('hex');
    const text = `${filler(at)}const submitApiKey = "${other}";${filler(2_000_000 - at)}`;
    for (const content of [text, Buffer.from(text)]) expect(await project.scan(content, 'a.txt')).toMatchObject([{ secret: { length: other.length } }]);
  });

  it.each([
    ['base64', (text: string) => Buffer.from(text).toString('base64')],
    ['hexadecimal', (text: string) => Buffer.from(text).toString('hex')],
    ['two pieces', (text: string) => text.replace(key, `${key.slice(0, 20)}' + '${key.slice(20)}`)],
  ])('finds its key in %s', async (_, encode) => {
    const project = await projectWith();
    expect(await project.scan(`send('${encode(key)}');\n`, 'a.js')).toHaveLength(1);
  });

  it('finds its key in files that are no UTF-8', async () => {
    const project = await projectWith();
    expect(await project.scan(Buffer.from(`\uFEFFtoken: ${key}\n`, 'utf16le'), 'a.txt')).toHaveLength(1);
    expect(await project.scan(Buffer.from(`token: ${Buffer.from(key).toString('base64')}\n`.repeat(2), 'utf16le'), 'a.txt')).toHaveLength(2);
    expect(await project.scan(Buffer.concat([Buffer.from('\0asm\x01\0\0\0'), Buffer.from(key)]), 'a.wasm')).toHaveLength(1);
  });

  it('finds nothing in what is clean', async () => {
    const project = await projectWith();
    for (const content of ['', '\ud83d', filler(600_000), Buffer.alloc(10), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0])]) expect(await project.scan(content, 'a.js')).toEqual([]);
    expect(await project.scan(`form.submit(); const headers = { Authorization: bearer(token) }; ${filler(600_000)} const apiKey = read();`, 'a.js')).toEqual([]);
  });

  it('leaves out what its configuration does', async () => {
    const project = await projectWith({ '.submit-guard.json': '{ "exclude": ["legacy/"] }' });
    expect(await project.scan(`'${key}'`, 'legacy/a.js')).toEqual([]);
    expect(await project.scan(`'${key}'`, 'src/a.js')).toHaveLength(1);
  });

  it('finds what a configured pattern fits, and other keys that evidence convicts', async () => {
    const project = await projectWith({ '.submit-guard.json': '{ "formats": [{ "name": "ours", "pattern": "[a-z]{4}[0-9]{12}" }] }' });
    const formed = `qzxk${String(Math.random()).slice(2, 14).padEnd(12, '7')}`;
    expect(await project.scan(`const a = '${formed}';`, 'a.js')).toHaveLength(1);
    const other = randomBytes(20).toString('hex');
    expect(await project.scan(`fetch('https://submit.atomyx.io/api/jobs', { headers: { Authorization: 'Bearer ${other}' } });`, 'a.js')).toHaveLength(1);
  });
});
