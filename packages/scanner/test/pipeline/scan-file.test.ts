import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/pipeline/engine.ts';
import { LongFileScan } from '../../src/pipeline/long-files.ts';
import type { Outcome } from '../../src/pipeline/outcome.ts';
import { FileScanner } from '../../src/pipeline/scan-file.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { engine, lineWith, makeKey } from './engines.ts';

const plain = engine();

function scan(cwd: string, path: string, { named = false, tracked = false, by = plain } = {}): Outcome {
  return new FileScanner(by, { cwd, maxFileSize: Infinity }).scanFiles([{ path, named, tracked }]).outcome;
}

describe('FileScanner', () => {
  it('takes a file as it is now, whatever it was when it was listed', () => {
    const cwd = temporaryFolder({ 'target.env': lineWith(makeKey()) });
    symlinkSync('target.env', join(cwd, 'link'));
    symlinkSync('nowhere', join(cwd, 'broken'));
    execFileSync('mkfifo', [join(cwd, 'fifo')]);
    mkdirSync(join(cwd, 'folder'));
    expect(scan(cwd, 'link')).toMatchObject({ findings: [], files: 0, skipped: [{ path: 'link', reason: 'symbolic link' }] });
    expect(scan(cwd, 'broken')).toMatchObject({ skipped: [{ path: 'broken', reason: 'broken symbolic link' }] });
    expect(scan(cwd, 'fifo')).toMatchObject({ skipped: [{ path: 'fifo', reason: 'FIFO' }] });
    expect(scan(cwd, 'fifo', { named: true })).toMatchObject({ unread: [{ path: 'fifo', reason: 'FIFO' }] });
    expect(scan(cwd, 'folder')).toMatchObject({ unread: [{ path: 'folder', reason: 'became a folder while the scan ran' }] });
    expect(scan(cwd, 'folder', { tracked: true })).toMatchObject({ skipped: [], unread: [] });
    expect(scan(cwd, 'link', { named: true })).toMatchObject({ findings: [{ path: 'link' }] });
  });

  it('takes a tracked file that is gone for deleted, and names any other', () => {
    const cwd = temporaryFolder({ 'a.txt': '' });
    expect(scan(cwd, 'gone', { tracked: true })).toMatchObject({ skipped: [], unread: [] });
    expect(scan(cwd, 'a.txt/b', { tracked: true })).toMatchObject({ skipped: [], unread: [] });
    expect(scan(cwd, 'gone')).toMatchObject({ skipped: [{ path: 'gone', reason: 'vanished while the scan ran' }] });
    expect(scan(cwd, 'gone', { named: true })).toMatchObject({ unread: [{ path: 'gone', reason: 'vanished while the scan ran' }] });
  });

  it('goes on after a file on which it fails, and says nothing of what stood there', () => {
    const cwd = temporaryFolder({ 'a.env': lineWith(makeKey()), 'b.env': lineWith(makeKey()) });
    const key = makeKey();
    let calls = 0;
    const failing: Engine = {
      ...plain,
      search: {
        ...plain.search,
        signsIn: (start, end) => {
          if (calls++ === 0) throw new SyntaxError(`Unexpected token ${key}\n    at ${key} (x.js:1:1)`);
          return plain.search.signsIn(start, end);
        },
      },
    };
    const files = ['a.env', 'b.env'].map((path) => ({ path, named: false, tracked: false }));
    const { outcome } = new FileScanner(failing, { cwd, maxFileSize: Infinity }).scanFiles(files);
    expect(outcome).toMatchObject({ findings: [{ path: 'b.env' }], unread: [{ path: 'a.env', reason: 'submit-guard failed on it (SyntaxError); please report that' }], faults: [{ path: 'a.env', name: 'SyntaxError' }] });
    expect(JSON.stringify(outcome)).not.toContain(key);
  });

  it('hands on files that are too long to be read at once', () => {
    const key = makeKey();
    const cwd = temporaryFolder({ 'long.env': `${'#'.repeat(17 * 1024 * 1024)}\n${lineWith(key)}` });
    const scanner = new FileScanner(plain, { cwd, maxFileSize: Infinity });
    const { outcome, long } = scanner.scanFiles([{ path: 'long.env', named: false, tracked: false }]);
    expect(outcome).toMatchObject({ files: 0, bytes: 0 });
    const [file] = long;
    expect(file?.size).toBe(17 * 1024 * 1024 + 1 + lineWith(key).length);
    if (file === undefined) return;
    const scan = new LongFileScan(file);
    const outcomes = scan.tasks.map((task) => scan.take(task, scanner.scanWindows(file, task.first, task.count)));
    expect(outcomes.at(-1)).toMatchObject({ findings: [{ line: 2, column: 23 }], files: 1, bytes: file.size });
  });

  it('names a long file that is cut short, and keeps what it found before the cut', () => {
    const cwd = temporaryFolder({ 'long.env': `${lineWith(makeKey())}\n${'#'.repeat(17 * 1024 * 1024)}\n${lineWith(makeKey())}` });
    const scanner = new FileScanner(plain, { cwd, maxFileSize: Infinity });
    const file = scanner.scanFiles([{ path: 'long.env', named: false, tracked: false }]).long[0];
    if (file === undefined) throw new Error('The file should be a long one.');
    truncateSync(join(cwd, 'long.env'), 16 * 1024 * 1024);
    const scan = new LongFileScan(file);
    const outcome = scan.tasks.map((task) => scan.take(task, scanner.scanWindows(file, task.first, task.count))).at(-1);
    expect(outcome).toMatchObject({ findings: [{ line: 1 }], files: 0, unread: [{ path: 'long.env', reason: 'was cut short while it was read' }] });
  });

  it('reads files of unknown length to their end', () => {
    expect(scan('/proc/self', 'status', { named: true })).toMatchObject({ files: 1, unread: [] });
  });

  it('uses its memory again without mixing files up', () => {
    const cwd = temporaryFolder();
    const keys = Array.from({ length: 200 }, makeKey);
    keys.forEach((key, index) => {
      writeFileSync(join(cwd, `${index}.env`), `${'# filler\n'.repeat((index * 7919) % 3000)}${index % 3 === 0 ? lineWith(key) : ''}`);
    });
    const files = keys.map((_, index) => ({ path: `${index}.env`, named: false, tracked: false }));
    const { outcome } = new FileScanner(plain, { cwd, maxFileSize: Infinity }).scanFiles(files);
    expect(outcome.findings.map(({ path, line }) => ({ path, line }))).toEqual(
      keys.flatMap((_, index) => (index % 3 === 0 ? [{ path: `${index}.env`, line: ((index * 7919) % 3000) + 1 }] : [])),
    );
  });
});
