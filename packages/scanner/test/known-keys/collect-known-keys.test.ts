import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collectKnownKeys } from '../../src/known-keys/collect-known-keys.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const key = (): string => randomBytes(20).toString('hex');
const line = (name = 'ATOMYX_SUBMIT_API_KEY'): string => `${name}=${key()}\n`;

function repository(files: Readonly<Record<string, string | Uint8Array>>, tracked: readonly string[] = []): string {
  const folder = temporaryFolder(files);
  execFileSync('git', ['init', '--quiet'], { cwd: folder });
  if (tracked.length > 0) execFileSync('git', ['add', '--force', '--', ...tracked], { cwd: folder });
  return folder;
}

/** Labels of the keys that are known for a scan of a folder. */
async function labelsIn(folder: string, cwd = folder, over: Partial<Parameters<typeof collectKnownKeys>[0]> = {}): Promise<readonly string[]> {
  const { keys } = await collectKnownKeys({ cwd, folders: [folder], foldersOfFiles: [], environment: {}, envFiles: true, names: [], ...over });
  return keys.map(({ label }) => label);
}

const ignored = { '.gitignore': '.env*\n!.env.example\nsecrets/\n' };

describe('in a work tree', () => {
  it('git-ignored environment files are sources, wherever they stand', async () => {
    const folder = repository({ ...ignored, '.env': line(), 'apps/web/.env.production': line(), 'secrets/.env': line() });
    expect(await labelsIn(folder)).toEqual(['.env ATOMYX_SUBMIT_API_KEY', 'apps/web/.env.production ATOMYX_SUBMIT_API_KEY', 'secrets/.env ATOMYX_SUBMIT_API_KEY']);
    expect(await labelsIn(join(folder, 'apps'), join(folder, 'apps'))).toHaveLength(3);
  });

  it('tracked ones, ones that git would commit, and samples are not', async () => {
    const folder = repository({ '.gitignore': '.env.*\n', '.env': line(), '.env.local': line(), '.env.example': line(), '.env.ci.sample': line() }, ['.env.local']);
    expect(await labelsIn(folder)).toEqual([]);
  });

  it('those of other people are not', async () => {
    const folder = repository({ '.gitignore': 'node_modules\nvendor/\n.env\n', 'node_modules/a/.env': line(), 'node_modules/.env': line(), 'vendor/.env': line() });
    expect(await labelsIn(folder)).toEqual([]);
  });

  it('those of the working directory count besides those of what is scanned', async () => {
    const here = repository({ ...ignored, '.env': line('ATOMYX_API_KEY') });
    const there = repository({ ...ignored, '.env.local': line('ATOMYX_TOKEN') });
    expect(await labelsIn(there, here)).toEqual(expect.arrayContaining(['.env ATOMYX_API_KEY', expect.stringMatching(/\.env\.local ATOMYX_TOKEN$/)]));
  });

  it('names with blanks, quotes and line ends are read and printed safely', async () => {
    const folder = repository({ ...ignored, 'a "b"\n/.env': line() });
    expect(await labelsIn(folder)).toEqual(['"a \\"b\\"\\n/.env" ATOMYX_SUBMIT_API_KEY']);
  });
});

describe('outside of any work tree', () => {
  it('private ones by convention are sources', async () => {
    const folder = temporaryFolder({ '.env': line(), '.env.local': line(), '.env.test.local': line(), '.env.production': line(), '.env.example': line(), 'api/.env': line(), 'a/b/c/d/.env': line() });
    expect(await labelsIn(folder)).toEqual(['.env', '.env.local', '.env.test.local', 'api/.env'].map((path) => `${path} ATOMYX_SUBMIT_API_KEY`));
  });

  it('the working directory is looked into itself only', async () => {
    const cwd = temporaryFolder({ '.env': line(), 'other/.env': line() });
    expect(await labelsIn(temporaryFolder(), cwd)).toEqual(['.env ATOMYX_SUBMIT_API_KEY']);
  });
});

describe('what is known', () => {
  it('comes from the environment too, and needs substance everywhere', async () => {
    const folder = repository({ ...ignored, '.env': 'ATOMYX_API_KEY=production\nSUBMIT_API_KEY=\nATOMYX_TOKEN=${OTHER}\n' });
    const environment = { ATOMYX_SUBMIT_API_KEY: key(), ATOMYX_API_KEY: 'test', PATH: '/bin', HOME: undefined };
    expect(await labelsIn(folder, folder, { environment })).toEqual(['environment variable ATOMYX_SUBMIT_API_KEY']);
  });

  it('can have names of one’s own', async () => {
    const folder = repository({ ...ignored, '.env': line('ACME_PREFLIGHT_TOKEN') });
    expect(await labelsIn(folder)).toEqual([]);
    expect(await labelsIn(folder, folder, { names: ['^ACME_PREFLIGHT'] })).toEqual(['.env ACME_PREFLIGHT_TOKEN']);
  });

  it('can be left to the environment', async () => {
    const folder = repository({ ...ignored, '.env': line() });
    expect(await labelsIn(folder, folder, { envFiles: false })).toEqual([]);
  });

  it('is read from what Windows writes', async () => {
    const folder = repository({ ...ignored, '.env': Buffer.from(`\uFEFF${line()}`.replace('\n', '\r\n'), 'utf16le'), '.env.local': `\uFEFFA=b\r\n${line('ATOMYX_TOKEN')}` });
    expect(await labelsIn(folder)).toEqual(['.env ATOMYX_SUBMIT_API_KEY', '.env.local ATOMYX_TOKEN']);
  });
});

describe('what cannot be read', () => {
  it('is named, and makes nothing known', async () => {
    const folder = repository({ ...ignored, '.env': line(), '.env.big': `#${'x'.repeat(1_100_000)}` });
    expect(await collectKnownKeys({ cwd: folder, folders: [folder], foldersOfFiles: [], environment: {}, envFiles: true, names: [] }))
      .toMatchObject({ keys: [{}], unread: [{ path: '.env.big' }] });
  });

  it.skipIf(process.getuid?.() === 0)('for want of permission is named', async () => {
    const folder = repository({ ...ignored, '.env': line() });
    chmodSync(join(folder, '.env'), 0);
    expect((await collectKnownKeys({ cwd: folder, folders: [folder], foldersOfFiles: [], environment: {}, envFiles: true, names: [] })).unread).toHaveLength(1);
  });

  it('is no failure where it is a link to nowhere, a pipe or a folder', async () => {
    const folder = repository({ ...ignored, '.env.d/.env': line() });
    symlinkSync('/nowhere/at/all', join(folder, '.env.link'));
    execFileSync('mkfifo', [join(folder, '.env')]);
    mkdirSync(join(folder, '.env.folder'));
    expect(await collectKnownKeys({ cwd: folder, folders: [folder], foldersOfFiles: [], environment: {}, envFiles: true, names: [] })).toMatchObject({ unread: [] });
  });
});
