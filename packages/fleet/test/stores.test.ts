import type { ChildProcess } from 'node:child_process';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '@submit-guard/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RepositoryOutcome } from 'submit-guard/fleet';
import type { Settled } from '../src/jobs/job.ts';
import { openStore } from '../src/stores/open-store.ts';
import type { Store } from '../src/stores/store.ts';
import type { Target } from '../src/targets/target.ts';
import { hasPostgres, startPostgres } from './postgres-server.ts';
import { temporaryFolder } from './repositories.ts';

const place = temporaryFolder();
const blob = 'b'.repeat(40);

const findingAt = (path: string, line = 1): Finding => ({
  ruleId: 'no-hardcoded-key', clause: 'repository', severity: 'error', confidence: 'high', message: 'A key.', path, line, column: 1, endLine: line, endColumn: 9, blob,
  secret: { redacted: 'abcd...', length: 40, fingerprint: `sg1:${'0'.repeat(24)}` }, evidence: [{ kind: 'destination', line: 1, detail: 'submit.atomyx.io' }],
});

const outcomeOf = (findings: readonly Finding[], unread: RepositoryOutcome['unread'] = {}): RepositoryOutcome => ({
  findings, suppressed: 1, notes: [], commits: 2, blobs: 3, members: 0, bytes: 40, knownClean: 5, skipped: { media: ['a.png', '"\\303\\244.png"'] }, unread,
});

const settled = (name: string, outcome: RepositoryOutcome): Settled => ({ kind: 'outcome', name, outcome });

const targets: readonly Target[] = ['x/one', 'x/two'].map((name) => ({ name, place: { kind: 'folder', path: `/r/${name}` } }));
const scan = { id: 'first', policy: 'p', startedAt: '2026-01-01T00:00:00.000Z' };

let postgres: { readonly url: string; readonly child: ChildProcess } | undefined;

beforeAll(async () => {
  if (hasPostgres) postgres = await startPostgres(place);
});
afterAll(() => {
  postgres?.child.kill('SIGKILL');
});

const open = (word: string, writes = true): Promise<Store> => openStore({ word, cwd: place, writes });

describe.each(['SQLite', 'PostgreSQL'])('a store in %s', (name) => {
  const wordOf = (): string => (name === 'SQLite' ? 'store.sqlite' : postgres?.url ?? '');

  it('has everything once, however often it is delivered, and nothing that was not scanned passes for clean', async ({ skip }) => {
    const word = wordOf();
    if (word === '') skip('no PostgreSQL is installed');
    const store = await open(word);
    await store.begin(scan, targets);
    expect((await store.report()).coverage.unread.map(({ path }) => path)).toEqual(['x/one', 'x/two']);
    const twice = findingAt('src/a.py');
    await store.take([settled('x/one', outcomeOf([twice, twice, findingAt('src/a.py', 2)]))]);
    await store.take([settled('x/one', outcomeOf([twice, findingAt('"\\303\\244.py"')]))]);
    await store.take([{ kind: 'failure', name: 'x/two', reason: 'the host is away' }]);
    const report = await store.report();
    expect(report.findings.map(({ path }) => path)).toEqual(['"x/one/\\303\\244.py"', 'x/one/src/a.py']);
    expect(report.coverage).toEqual({
      files: 0, commits: 2, knownClean: 5, blobs: 3, bytes: 40,
      skipped: [{ path: '"x/one/\\303\\244.png"', reason: 'media' }, { path: 'x/one/a.png', reason: 'media' }],
      unread: [{ path: 'x/two', reason: 'it could not be scanned: the host is away' }],
    });
    expect((await store.repositories()).map(({ target, state, reason, findings }) => [target.name, state, reason, findings])).toEqual([['x/one', 'done', undefined, 2], ['x/two', 'failed', 'the host is away', 0]]);
    // A part that nobody could scan makes the repository one to be scanned again.
    await store.take([settled('x/two', outcomeOf([], { 'some of its objects could not be scanned: it is poison': ['.'] }))]);
    expect((await store.repositories()).map(({ state }) => state)).toEqual(['done', 'failed']);
    expect((await store.report()).coverage.unread).toEqual([{ path: 'x/two', reason: 'some of its objects could not be scanned: it is poison' }]);
    await store.close();
  });

  it('keeps what is clean for one policy, and forgets repositories that are no targets any more', async ({ skip }) => {
    const word = wordOf();
    if (word === '') skip('no PostgreSQL is installed');
    const store = await open(word);
    const ids = new Map([['media', { ids: Buffer.from('01'.repeat(20) + 'ff'.repeat(20), 'hex'), idBytes: 20 }]]);
    await store.keepClean('old', ids);
    await store.keepClean('new', ids);
    expect(await store.clean('new')).toEqual([ids]);
    expect(await store.clean('old')).toEqual([]);
    await store.begin({ ...scan, id: 'second' }, targets.slice(1));
    expect((await store.repositories()).map(({ target }) => target.name)).toEqual(['x/two']);
    expect((await store.scan())?.id).toBe('second');
    expect((await store.report()).findings).toEqual([]);
    await store.close();
  });

  it('has one writer at a time', async ({ skip }) => {
    const word = wordOf();
    if (word === '') skip('no PostgreSQL is installed');
    const store = await open(word);
    await expect(open(word)).rejects.toThrow(/^Another scan writes to/);
    const reader = await open(word, false);
    expect(await reader.scan()).toEqual(await store.scan());
    await reader.close();
    await store.close();
  });
});

describe('a store that cannot be used', () => {
  it.each([
    ['missing.sqlite', false, /^There is no store missing\.sqlite\./],
    ['nowhere/store.sqlite', true, /^The store nowhere\/store\.sqlite cannot be written: its folder does not exist\.$/],
    ['text.sqlite', true, /^text\.sqlite is not a store of submit-guard: it is no SQLite database\./],
    ['mysql://host/database', true, /^--store takes a file or postgres:/],
    ['postgres://127.0.0.1:1/database', true, /^The PostgreSQL store cannot be reached: nothing listens/],
    ['', true, /^--store is empty\./],
  ])('is told in a sentence: "%s"', async (word, writes, sentence) => {
    writeFileSync(join(place, 'text.sqlite'), 'This is a text, and a long one at that.\n');
    await expect(open(word, writes)).rejects.toThrow(sentence);
    expect(readFileSync(join(place, 'text.sqlite'), 'utf8')).toBe('This is a text, and a long one at that.\n');
  });

  it('is taken over from a writer that was killed', async () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    const { hostname } = await import('node:os');
    writeFileSync(join(place, 'left.sqlite.writer'), `${gone} ${hostname()}\n`);
    mkdirSync(join(place, 'left.sqlite.lock'));
    const store = await open('left.sqlite');
    await store.begin(scan, targets);
    await store.close();
    // It may be killed while it writes; what it has left can be read.
    writeFileSync(join(place, 'left.sqlite.writer'), `${gone} ${hostname()}\n`);
    mkdirSync(join(place, 'left.sqlite.lock'));
    const reader = await open('left.sqlite', false);
    expect((await reader.scan())?.id).toBe('first');
    await reader.close();
  });

  const mounted = join(place, 'mounted');
  const mount = (...options: readonly string[]): boolean => {
    mkdirSync(mounted, { recursive: true });
    return spawnSync('mount', ['-t', 'tmpfs', ...options, 'none', mounted]).status === 0;
  };

  it('is told in a sentence: a full disk, and one that cannot be written', async ({ skip }) => {
    if (!mount('-o', 'size=256k')) skip('no file system can be mounted here');
    try {
      const store = await open('mounted/store.sqlite');
      const many = Array.from({ length: 1000 }, (_, line) => findingAt('src/a.py', line));
      await store.begin(scan, targets);
      await expect(store.take([settled('x/two', outcomeOf([])), settled('x/one', outcomeOf(many))])).rejects.toThrow(/^The store mounted\/store\.sqlite cannot be written: the disk is full/);
      // What was there before still is.
      expect((await store.repositories()).map(({ state }) => state)).toEqual(['waiting', 'waiting']);
      await store.close();
      spawnSync('mount', ['-o', 'remount,ro', mounted]);
      await expect(open('mounted/store.sqlite')).rejects.toThrow(/cannot be written: the file system is read-only/);
      const reader = await open('mounted/store.sqlite', false);
      expect((await reader.repositories()).length).toBe(2);
      await reader.close();
    } finally {
      spawnSync('umount', ['-l', mounted]);
    }
  });
});
