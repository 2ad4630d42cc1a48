import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configNames } from '../../src/configs/find-config.ts';
import { loadConfig } from '../../src/configs/load-config.ts';
import { toDetectorOptions } from '../../src/configs/to-detector-options.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const high = 'minConfidence: high\n';
const low = 'minConfidence: low\n';

/** The confidence tells which file was loaded; `medium` stands for none. */
const loaded = async (cwd: string, explicit?: string) => (await loadConfig(cwd, explicit)).config.minConfidence;

describe('the configuration is found', () => {
  it.each(configNames)('as %s', async (name) => {
    const folder = temporaryFolder({ [name]: name.includes('json') ? '{ "minConfidence": "high" }' : high });
    expect(await loadConfig(folder)).toMatchObject({ config: { minConfidence: 'high' }, path: join(folder, name), folder });
  });

  it('nearest first, up to the top of the work tree', async () => {
    const folder = temporaryFolder({ '.submit-guard.yaml': low, 'repo/.git/HEAD': '', 'repo/submit-guard.config.yaml': high, 'repo/a/b/x': '', 'repo/a/.submit-guard.yml': low });
    expect(await loaded(join(folder, 'repo/a/b'))).toBe('low');
    expect(await loaded(join(folder, 'repo'))).toBe('high');
  });

  it('never above the top of the work tree', async () => {
    const folder = temporaryFolder({ '.submit-guard.yaml': low, 'repo/.git': 'gitdir: elsewhere', 'repo/a/x': '' });
    expect(await loaded(join(folder, 'repo/a'))).toBe('medium');
  });

  it('outside of any work tree in the working directory only', async () => {
    const folder = temporaryFolder({ '.submit-guard.yaml': low, 'a/x': '' });
    expect(await loaded(join(folder, 'a'))).toBe('medium');
    expect(await loaded(folder)).toBe('low');
  });

  it('where the user says, and messages repeat what was said', async () => {
    const folder = temporaryFolder({ 'etc/mine.yml': high, 'etc/bad.yml': 'hots: 1\n', '.submit-guard.yaml': low });
    expect(await loaded(folder, 'etc/mine.yml')).toBe('high');
    expect((await loadConfig(folder, 'etc/mine.yml')).folder).toBe(join(folder, 'etc'));
    await expect(loadConfig(folder, 'etc/bad.yml')).rejects.toThrow('etc/bad.yml:1:1 unknown option `hots`; did you mean `hosts`?');
  });

  it('and messages name it from the working directory', async () => {
    const folder = temporaryFolder({ '.git/HEAD': '', '.submit-guard.yaml': 'hots: 1\n', 'a/x': '' });
    await expect(loadConfig(join(folder, 'a'))).rejects.toThrow(/^\.\.\/\.submit-guard\.yaml:1:1 /);
  });
});

describe('the configuration is refused', () => {
  it('where there are two', async () => {
    const folder = temporaryFolder({ '.submit-guard.json': '{}', 'submit-guard.config.yaml': '' });
    await expect(loadConfig(folder)).rejects.toThrow(/^There are two configurations in .*: \.submit-guard\.json and submit-guard\.config\.yaml\. Keep one/);
  });

  it.each([['missing.yaml', 'there is no such file'], ['folder.yaml', 'it is a folder'], ['a/missing.yaml', 'there is no such file'], ['loop.yaml', 'go round in a circle']])('as %s', async (path, why) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'folder.yaml'));
    symlinkSync('loop.yaml', join(folder, 'loop.yaml'));
    await expect(loadConfig(folder, path)).rejects.toThrow(why);
  });

  it('as a pipe or a device, without waiting for it', async () => {
    const folder = temporaryFolder();
    execFileSync('mkfifo', [join(folder, 'pipe.yaml')]);
    symlinkSync('/dev/zero', join(folder, 'zero.yaml'));
    await expect(loadConfig(folder, 'pipe.yaml')).rejects.toThrow('pipe.yaml could not be read: it is no regular file.');
    await expect(loadConfig(folder, 'zero.yaml')).rejects.toThrow('zero.yaml could not be read: it is no regular file.');
  });

  it('where it is larger than any that a person writes', async () => {
    const folder = temporaryFolder({ 'big.yaml': `# ${'x'.repeat(300_000)}\n` });
    await expect(loadConfig(folder, 'big.yaml')).rejects.toThrow('big.yaml was not read: it has more than 262144 bytes');
  });

  it('with a name that cannot steer a terminal', async () => {
    const folder = temporaryFolder({ 'a\u001b[2J.yaml': 'hots: 1\n' });
    await expect(loadConfig(folder, 'a\u001b[2J.yaml')).rejects.toThrow(/^"a\\033\[2J\.yaml":1:1 /);
  });
});

it('says the detector what it needs to know', async () => {
  const folder = temporaryFolder({ '.submit-guard.yaml': 'hosts: [Submit.Example.com]\ngateways: [gateway.example.com]\nmaxDecodeDepth: 1\n' });
  const { config } = await loadConfig(folder);
  expect(toDetectorOptions(config, { keys: [], fingerprints: undefined }, undefined)).toEqual({
    hosts: ['submit.atomyx.io', 'submit.example.com', 'gateway.example.com'], stagingHosts: [], names: [], formats: [], knownKeys: [], maxDecodeDepth: 1,
  });
});
