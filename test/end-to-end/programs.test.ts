import { cpSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Report } from '@submit-guard/core';
import { Secret } from '@submit-guard/core';
import { describe, expect, it } from 'vitest';
import { folderWith, hiddenKey, lineWith, makeKey, program, submitGuard } from './command-line.ts';

const fingerprintsIn = (stdout: string): readonly (string | undefined)[] => (JSON.parse(stdout) as Report).findings.map(({ secret }) => secret?.fingerprint);

/** The command line without what is installed next to it. */
function buildAlone(): string {
  const folder = folderWith();
  cpSync(dirname(program), join(folder, 'dist'), { recursive: true });
  cpSync(join(dirname(program), '../package.json'), join(folder, 'package.json'));
  return join(folder, 'dist', 'bin.js');
}

describe('programs', () => {
  it.each(['1', '2'])('are read as programs with --jobs %s, and the scan ends when it is done', async (jobs) => {
    const keys = [makeKey(), makeKey()];
    const files = Object.fromEntries(Array.from({ length: 1200 }, (_, number) => [`t/${number}.txt`, 'nothing']));
    const cwd = folderWith({ ...files, 'a/a.js': hiddenKey(keys[0] ?? ''), 'z/b.ts': `const n = <number>1;\n${hiddenKey(keys[1] ?? '')}` });
    const run = await submitGuard(['scan', '--jobs', jobs, '--format', 'json'], { cwd });
    expect(run).toMatchObject({ status: 1, stderr: '' });
    expect(fingerprintsIn(run.stdout)).toEqual(keys.map((key) => new Secret(key).fingerprint));
  });

  it('that end the parser are read as text, end nothing else, and --debug names them', async () => {
    const [shown, hidden] = [makeKey(), makeKey()];
    const cwd = folderWith({ 'a.js': `const SUBMIT_API_KEY = '${shown}';\n${'('.repeat(200_000)}`, 'b.js': hiddenKey(hidden) });
    const run = await submitGuard(['scan', '--format', 'json', '--debug'], { cwd });
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('a.js was read as text and not as a program: oxc-parser crashed on it');
    expect(fingerprintsIn(run.stdout)).toEqual([shown, hidden].map((key) => new Secret(key).fingerprint));
  });

  it('are read as text where there is no parser, which is told', async () => {
    const key = makeKey();
    const cwd = folderWith({ 'a.js': `const SUBMIT_API_KEY = '${key}';\n`, 'b.js': hiddenKey(makeKey()), 'c.env': lineWith(makeKey()) });
    const run = await submitGuard(['scan', 'a.js', 'b.js', '--format', 'json'], { cwd, build: buildAlone() });
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(/^submit-guard: oxc-parser does not work here \(Cannot find module .*\), so a\.js and 1 other program were read as text/);
    expect(fingerprintsIn(run.stdout)).toEqual([new Secret(key).fingerprint]);
  });

  it('that read their keys from the environment start no parser', async () => {
    const cwd = folderWith({ 'a.js': "fetch('https://submit.atomyx.io/api/jobs', { headers: { Authorization: `Bearer ${process.env.ATOMYX_SUBMIT_API_KEY}` } });\n" });
    expect(await submitGuard(['scan', '--quiet'], { cwd, build: buildAlone() })).toMatchObject({ status: 0, stderr: '' });
  });
});
