import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Baseline, Finding } from '@submit-guard/core';
import { fingerprintOf } from '@submit-guard/core';
import { writeBaseline } from '../../src/commands/baseline.ts';
import type { BaselineOptions, Scan } from '../../src/commands/baseline.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { memoryContext } from './memory-context.ts';

function finding(path: string, value = 'one'): Finding {
  return {
    ruleId: 'no-hardcoded-key', clause: 'repository', severity: 'error', confidence: 'high', message: 'A key.', path, line: 1, column: 1, endLine: 1, endColumn: 2,
    secret: { redacted: '...', length: 3, fingerprint: fingerprintOf(value) }, evidence: [],
  };
}

const coverage = { files: 1, blobs: 0, bytes: 1, skipped: [], unread: [] };
const scanOf = (...findings: readonly Finding[]): Scan => async () => ({ findings, coverage });

async function write(cwd: string, scan: Scan, options: BaselineOptions = { reason: 'old and revoked' }, targets: readonly string[] = []) {
  const context = memoryContext(cwd);
  const status = await writeBaseline(targets, options, scan, context);
  return { status, ...context.said() };
}

const read = (folder: string, path = '.submit-guard/baseline.json') => (JSON.parse(readFileSync(join(folder, path), 'utf8')) as Baseline).entries;

describe('baseline', () => {
  it('accepts what a scan finds, and says so', async () => {
    const folder = temporaryFolder();
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    execFileSync('git', ['config', 'user.name', 'Ann Example'], { cwd: folder });
    const { status, printed, told } = await write(folder, scanOf(finding('b.py'), finding('a.py'), finding('a.py')), { reason: ' old and revoked ', expires: '2099-12-31' });
    expect({ status, printed, told }).toEqual({ status: 0, told: '', printed: '3 findings; 2 entries added, 0 dropped; .submit-guard/baseline.json holds 2 entries.\n' });
    const added = new Date().toISOString().slice(0, 10);
    expect(read(folder)).toEqual(['a.py', 'b.py'].map((path) => (
      { path, ruleId: 'no-hardcoded-key', fingerprint: fingerprintOf('one'), reason: 'old and revoked', added, by: 'Ann Example', expires: '2099-12-31' }
    )));
  });

  it('is the same file from wherever it is written', async () => {
    const folder = temporaryFolder({ '.git/HEAD': '', 'pkg/a.py': '' });
    await write(join(folder, 'pkg'), scanOf(finding('a.py'), finding('../b.py', 'two')));
    expect(read(folder).map(({ path }) => path)).toEqual(['b.py', 'pkg/a.py']);
  });

  it('follows a moved file, and drops what is gone when asked', async () => {
    const folder = temporaryFolder({ 'a.py': '' });
    await write(folder, scanOf(finding('a.py'), finding('a.py', 'two')));
    mkdirSync(join(folder, 'src'));
    renameSync(join(folder, 'a.py'), join(folder, 'src/a.py'));
    expect((await write(folder, scanOf(finding('src/a.py')), { prune: true })).printed).toBe('1 finding; 0 entries added, 1 dropped; .submit-guard/baseline.json holds 1 entry.\n');
    expect(read(folder)).toMatchObject([{ path: 'src/a.py', reason: 'old and revoked' }]);
  });

  it('prunes only what was scanned', async () => {
    const folder = temporaryFolder({ 'a/x.py': '', 'b/x.py': '' });
    await write(folder, scanOf(finding('a/x.py'), finding('b/x.py', 'two')));
    await write(folder, scanOf(), { prune: true }, ['a']);
    expect(read(folder).map(({ path }) => path)).toEqual(['b/x.py']);
  });

  it('does not prune what could not be read, and says that it could not', async () => {
    const folder = temporaryFolder();
    await write(folder, scanOf(finding('a.py')));
    const scan: Scan = async () => ({ findings: [finding('b.py', 'two')], coverage: { ...coverage, unread: [{ path: 'a.py', reason: 'permission denied' }] } });
    const { status, told } = await write(folder, scan, { reason: 'old and revoked', prune: true });
    expect(status).toBe(2);
    expect(told).toBe('1 place could not be read, first a.py: permission denied. What stands there is not in the baseline, and nothing was pruned.\n');
    expect(read(folder).map(({ path }) => path)).toEqual(['a.py', 'b.py']);
  });

  it('writes where the configuration or the user says', async () => {
    const folder = temporaryFolder({ '.submit-guard.yaml': 'baseline: policy/accepted.json\n' });
    await write(folder, scanOf(finding('a.py')));
    await write(folder, scanOf(finding('a.py')), { reason: 'old and revoked', baseline: 'mine.json' });
    expect(read(folder, 'policy/accepted.json')).toEqual(read(folder, 'mine.json'));
  });

  it('leaves the file alone where nothing changes', async () => {
    const folder = temporaryFolder();
    await write(folder, scanOf(finding('a.py')));
    const path = join(folder, '.submit-guard/baseline.json');
    writeFileSync(path, JSON.stringify(JSON.parse(readFileSync(path, 'utf8'))));
    const text = readFileSync(path, 'utf8');
    await write(folder, scanOf(finding('a.py')));
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it.each<[string, BaselineOptions]>([
    ['no reason', {}],
    ['an empty reason', { reason: '  ' }],
    ['a reason that is none', { reason: 'x' }],
    ['a reason that steers a terminal', { reason: 'old and \u001b[2J' }],
    ['a date that is none', { reason: 'old and revoked', expires: '2099-02-30' }],
    ['a date that is over', { reason: 'old and revoked', expires: '2020-01-01' }],
    ['a date without a reason', { prune: true, expires: '2099-01-01' }],
  ])('refuses %s, and scans nothing', async (_, options) => {
    const { status, told } = await write(temporaryFolder(), () => Promise.reject(new Error('scanned')), options);
    expect(status).toBe(2);
    expect(told).toMatch(/\.\n$/);
  });
});
