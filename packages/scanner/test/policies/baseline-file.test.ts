import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { BaselineEntry } from '@submit-guard/core';
import { formatBaseline, fingerprintOf } from '@submit-guard/core';
import { baselineContextOf } from '../../src/policies/baseline-context.ts';
import { loadBaseline, parseBaseline, saveBaseline } from '../../src/policies/baseline-file.ts';
import { placeOf } from '../../src/policies/policy-file.ts';
import { pathsFrom } from '../../src/policies/policy-root.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const entry: BaselineEntry = { path: 'a.py', ruleId: 'no-hardcoded-key', fingerprint: fingerprintOf('one'), reason: 'revoked', added: '2026-06-15' };
const usual = '.submit-guard/baseline.json';

const queryIn = (root: string) => ({ cwd: root, root, configFolder: root, explicit: undefined, configured: undefined });

it('is written and read back', async () => {
  const root = temporaryFolder();
  const place = placeOf(usual, queryIn(root));
  saveBaseline(place, [entry], root);
  expect(await loadBaseline(place)).toEqual({ version: 1, entries: [entry] });
});

it('is read from bytes, wherever they come from', async () => {
  expect(await parseBaseline(Buffer.from(formatBaseline([entry])), 'main:baseline.json')).toEqual({ version: 1, entries: [entry] });
  await expect(parseBaseline(Buffer.from('{\n  "version": 1,\n=======\n'), 'main:baseline.json')).rejects.toThrow('main:baseline.json:3:1 holds a merge conflict here; resolve it.');
});

it('may be missing, unless the user named it', async () => {
  const root = temporaryFolder();
  expect((await loadBaseline(placeOf(usual, queryIn(root)))).entries).toEqual([]);
  await expect(loadBaseline(placeOf(usual, { ...queryIn(root), explicit: 'mine.json' }))).rejects.toThrow('mine.json could not be read: there is no such file.');
});

it('is not written through a link that leads out of the root', async () => {
  const outside = temporaryFolder();
  const root = temporaryFolder();
  symlinkSync(outside, join(root, '.submit-guard'));
  expect(() => saveBaseline(placeOf(usual, queryIn(root)), [entry], root)).toThrow(/symbolic link leads out of/);
});

it.each([
  ['a.py', 'pkg/a.py'],
  ['../a.py', 'a.py'],
  ['a.zip!dir/x', 'pkg/a.zip!dir/x'],
  ['"a\\nb"', '"pkg/a\\nb"'],
  ['"../a\\nb"', '"a\\nb"'],
  ['<stdin>', '<stdin>'],
  ['commit:0123', 'commit:0123'],
])('%s in a folder is %s from the root', (path, expected) => {
  expect(pathsFrom('/root/pkg', '/root')(path)).toBe(expected);
});

it('knows what a run has looked at, and what is gone', () => {
  const root = temporaryFolder({ 'src/a.py': '', 'x.zip': '' });
  const context = baselineContextOf({ cwd: root, root, targets: ['src', 'b/'], unread: [{ path: 'src/locked', reason: '' }] }, usual);
  expect(['src/a.py', 'src/zip!a', 'b/x', 'src'].map(context.wasScanned)).toEqual([true, true, true, true]);
  expect(['srcs/a.py', 'a.py', 'src/locked', 'src/locked/a'].map(context.wasScanned)).toEqual([false, false, false, false]);
  expect(['src/a.py', 'x.zip!a/b', '"x"'].map(context.isGone)).toEqual([false, false, false]);
  expect(['src/b.py', 'y.zip!a/b', '../../../nowhere/at/all'].map(context.isGone)).toEqual([true, true, true]);
});
