import { lstatSync, readdirSync, readFileSync, rmdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, lineWith, makeKey, submitGuard } from './command-line.ts';

describe('submit-guard', () => {
  it('prints its version', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../packages/scanner/package.json', import.meta.url), 'utf8')) as { version: string };
    for (const option of ['--version', '-V']) expect(await submitGuard([option])).toEqual({ status: 0, signal: null, stdout: `${version}\n`, stderr: '' });
  });

  it.each([[['--help']], [['help']], [['scan', '--help']], [['help', 'scan']], [['keys', '--help']], [['keys', 'add', '--help']], [['rules', '--help']], [['explain', '--help']], [['init', '--help']], [['baseline', '--help']]])(
    'helps: %j', async (options) => {
      const { status, stdout, stderr } = await submitGuard(options);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toMatch(/^Usage: submit-guard /);
    },
  );

  it('prints its help and fails where nothing was asked for', async () => {
    const { status, stdout, stderr } = await submitGuard([]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^Usage: submit-guard /);
  });

  it.each([
    [['scna'], 'scan'],
    [['scan', '--fromat', 'json'], '--format'],
    [['scan', '--format', 'sariff'], 'sarif'],
    [['explain', 'no-hardcode-key'], 'no-hardcoded-key'],
    [['keys', 'lst'], 'list'],
  ])('guesses what was meant: %j', async (options, meant) => {
    const { status, stdout, stderr } = await submitGuard(options);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.toLowerCase()).toContain('did you mean');
    expect(stderr).toContain(meant);
  });

  it.each([
    [['scan', '--jobs', '0'], 'whole number'],
    [['scan', '--jobs', 'many'], 'whole number'],
    [['scan', '--max-decode-depth', '-1'], 'whole number'],
    [['scan', '--max-file-size', 'big'], 'size'],
    [['scan', '--min-confidence', 'some'], 'Allowed choices'],
    [['scan', '--as', 'desk'], 'Allowed choices'],
    [['scan', '--stdin-filename', 'x.py', '.'], '-'],
    [['scan', ''], 'empty'],
    [['scan', '-o'], 'argument missing'],
    [['scan', '-o', 'no/such/folder/report.json'], 'no folder'],
    [['scan', '-o', '/tmp'], 'a folder'],
    [['scan', '--config', 'nowhere.yaml'], 'nowhere.yaml'],
    [['scan', '--baseline', 'nowhere.json'], 'nowhere.json'],
    [['explain'], 'missing'],
    [['rules', 'extra'], 'too many'],
  ])('says what is wrong with %j', async (options, words) => {
    const { status, stdout, stderr } = await submitGuard(options, { cwd: folderWith() });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.toLowerCase()).toContain(words.toLowerCase());
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('scans a path that stands where a command would', async () => {
    const folder = folderWith({ 'a.env': lineWith(makeKey()) });
    expect(await submitGuard(['.'], { cwd: folder })).toMatchObject({ status: 1 });
    expect(await submitGuard(['a.env'], { cwd: folder })).toMatchObject({ status: 1 });
  });

  it('says so where its working directory is gone', async () => {
    const folder = folderWith();
    const started = submitGuard(['scan'], { cwd: folder });
    rmdirSync(folder);
    const { status, stderr } = await started;
    expect(status).toBe(2);
    expect(stderr).toContain('working directory');
  });

  it('lists and explains the rules', async () => {
    const list = await submitGuard(['rules']);
    expect(list).toMatchObject({ status: 0, stderr: '' });
    const { rules } = JSON.parse((await submitGuard(['rules', '--format', 'json'])).stdout) as { rules: { id: string; title: string }[] };
    expect(rules.length).toBeGreaterThan(10);
    for (const { id, title } of rules) {
      expect(list.stdout).toContain(id);
      const page = await submitGuard(['explain', id]);
      expect(page).toMatchObject({ status: 0, stderr: '' });
      expect(page.stdout).toContain(title);
      expect(page.stdout).not.toMatch(/[«»]/);
    }
  });

  it('repeats no key that somebody has typed or put into a file of the policy', async () => {
    const key = makeKey();
    const folder = folderWith({ 'bad.yaml': `hosts: [\n${key}: ${key}`, 'bad.json': `{"minConfidence": "${key}", "${key}": 1}`, 'base.json': `{"entries": [${key}]}`, 'keys.json': `{"keys": ["${key}"]}` });
    const attempts: readonly (readonly string[])[] = [
      [key], ['scan', key], ['scan', `--${key}`], ['scan', `--submit-api-key=${key}`], ['scan', '--format', key], ['scan', '--as', key], ['scan', '--jobs', key],
      ['scan', '--max-file-size', key], ['explain', key], ['keys', 'add', key], ['keys', 'add', '--label', key], ['keys', 'remove', key], ['keys', key], ['rules', key], ['init', key],
      ['scan', '--config', 'bad.yaml'], ['scan', '--config', 'bad.json'], ['scan', '--baseline', 'base.json'], ['keys', 'list', '--keys-file', 'keys.json'],
      ['scan', '--min-confidence', key], ['help', key], ['baseline', '--expires', key, '--reason', 'a good reason'],
    ];
    for (const attempt of attempts) {
      for (const options of [attempt, ['--debug', ...attempt]]) {
        const { status, stdout, stderr } = await submitGuard(options, { cwd: folder });
        expect({ options, leaks: `${stdout}${stderr}`.includes(key) }).toEqual({ options, leaks: false });
        expect({ options, status: status !== null && status < 3 }).toEqual({ options, status: true });
      }
    }
  });
});

describe('submit-guard scan -o', () => {
  it('writes the report whole, over an old one, and prints nothing', async () => {
    const folder = folderWith({ 'a.env': lineWith(makeKey()), 'report.json': 'old' });
    expect(await submitGuard(['scan', 'a.env', '--format', 'json', '-o', 'report.json'], { cwd: folder })).toMatchObject({ status: 1, stdout: '' });
    expect(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))).toMatchObject({ findings: [{ path: 'a.env' }] });
  });

  it('leaves an old report alone where the scan could not begin', async () => {
    const folder = folderWith({ 'report.json': 'old', 'bad.json': '{' });
    expect(await submitGuard(['scan', '--config', 'bad.json', '-o', 'report.json'], { cwd: folder })).toMatchObject({ status: 2 });
    expect(readFileSync(join(folder, 'report.json'), 'utf8')).toBe('old');
  });

  it('writes to a device, and takes - for standard output', async () => {
    const folder = folderWith({ 'a.txt': '' });
    expect(await submitGuard(['scan', '-o', '/dev/null'], { cwd: folder })).toMatchObject({ status: 0, stdout: '' });
    expect((await submitGuard(['scan', '-f', 'json', '-o', '-'], { cwd: folder })).stdout).toContain('"coverage"');
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  it('writes what a link leads to, and leaves the link', async () => {
    const folder = folderWith({ 'a.txt': '', 'real/report.json': 'old' });
    symlinkSync('real/report.json', join(folder, 'link.json'));
    expect(await submitGuard(['scan', 'a.txt', '-f', 'json', '-o', 'link.json'], { cwd: folder })).toMatchObject({ status: 0 });
    expect(lstatSync(join(folder, 'link.json')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'real/report.json'), 'utf8')).toContain('"coverage"');
  });
});
