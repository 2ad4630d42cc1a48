import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeKey } from '../pipeline/engines.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { placesOf, scanFiles } from './scan-folder.ts';

const hasPython = spawnSync('python3', ['-c', 'import sqlite3']).status === 0;

/** Files that SQLite writes, by a script of Python with a connection `c` to `a.db`. */
function databaseOf(script: string, ...names: readonly string[]): readonly Buffer[] {
  const folder = temporaryFolder({});
  const { status, stderr } = spawnSync('python3', ['-c', `import sqlite3, os\nc = sqlite3.connect('a.db')\n${script}\nc.commit()\n${names.map((name) => `open('kept-${name}', 'wb').write(open('${name}', 'rb').read())`).join('\n')}`], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return names.map((name) => readFileSync(join(folder, `kept-${name}`)));
}

const settings = (key: string): string => `c.execute('create table settings(id integer primary key, name text, "value" text)')\nc.execute("insert into settings(name, value) values('ATOMYX_SUBMIT_API_KEY', '${key}')")`;

describe.runIf(hasPython)('a database of SQLite', () => {
  it.each([
    ['in UTF-8', ''],
    ['in UTF-16', "c.execute(\"pragma encoding = 'UTF-16be'\")\n"],
    ['with small pages', "c.execute('pragma page_size = 512')\n"],
  ])('%s: a row is a line of its table', async (_, first) => {
    const [bytes = Buffer.alloc(0)] = databaseOf(first + settings(makeKey()), 'a.db');
    const report = await scanFiles({ 'a.db': bytes });
    expect(placesOf(report)).toEqual(['a.db!settings:1:46']);
    expect(report.coverage).toMatchObject({ files: 1, skipped: [], unread: [] });
  });

  it('a row on several pages, one of a table without row numbers, and a statement', async () => {
    const [long, other, trigger] = [makeKey(), makeKey(), makeKey()];
    const [bytes = Buffer.alloc(0)] = databaseOf(`
c.execute('create table logs(line text)')
c.executemany('insert into logs values (?)', [('x' * 300,)] * 500)
c.execute('insert into logs values (?)', ('x' * 20000 + ' POST https://submit.atomyx.io/api/jobs Authorization: Bearer ${long} ' + 'y' * 9000,))
c.execute('create table pairs(k text primary key, v text) without rowid')
c.execute("insert into pairs values ('atomyx_api_key', '${other}')")
c.execute("create trigger t after insert on logs begin insert into pairs values('ATOMYX_API_KEY', '${trigger}'); end")`, 'a.db');
    const { findings } = await scanFiles({ 'a.db': bytes });
    expect(findings.map(({ path, line, secret }) => [path, line, secret?.length])).toEqual([['a.db!logs', 501, 40], ['a.db!pairs', 1, 40], ['a.db!sqlite_schema', 3, 40]]);
  });

  it('what only the log holds, and what was deleted', async () => {
    const [log, deleted] = [makeKey(), makeKey()];
    const [, wal = Buffer.alloc(0)] = databaseOf(`c.execute('pragma journal_mode = wal')\n${settings(log)}\nc.commit()`, 'a.db', 'a.db-wal');
    const [bytes = Buffer.alloc(0)] = databaseOf(`c.execute('pragma secure_delete = off')\nc.execute('create table t(line text)')\nc.executemany('insert into t values (?)', [('SUBMIT_API_KEY=${deleted} ',)] * 9)\nc.commit()\nc.execute('delete from t where rowid > 4')`, 'a.db');
    const reports = [await scanFiles({ 'a.db-wal': wal }), await scanFiles({ 'a.db': bytes })];
    expect(reports.map(({ findings }) => [...new Set(findings.map(({ path }) => path))])).toEqual([['a.db-wal!(rows)'], ['a.db!(free space)', 'a.db!t']]);
  });

  it('a token of another service is no finding', async () => {
    const [bytes = Buffer.alloc(0)] = databaseOf(`c.execute('create table s(name text, value text)')\nc.executemany('insert into s values (?, ?)', [('github_token', '${makeKey()}'), ('submit_url', 'https://submit.atomyx.io/api')])`, 'a.db');
    expect(placesOf(await scanFiles({ 'a.db': bytes }))).toEqual([]);
  });

  it('what is cut short or damaged is named, and ends', async () => {
    const [bytes = Buffer.alloc(0)] = databaseOf(settings(makeKey()), 'a.db');
    const cut = await scanFiles({ 'a.db': bytes.subarray(0, bytes.length - 4096) });
    expect(cut.coverage.unread.map(({ reason }) => reason)).toContain('is cut short or damaged: it refers to a page that it has not');
    await fc.assert(fc.asyncProperty(fc.array(fc.record({ at: fc.nat(bytes.length - 1), byte: fc.nat(255) }), { minLength: 1, maxLength: 40 }), async (changes) => {
      const damaged = Buffer.from(bytes);
      for (const { at, byte } of changes) damaged[at] = byte;
      expect((await scanFiles({ 'a.db': damaged })).coverage.files).toBeLessThanOrEqual(1);
    }), { numRuns: 12 });
  });
});

it('a database that is encrypted is unread', async () => {
  const { coverage } = await scanFiles({ 'a.sqlite': randomBytes(8192) });
  expect(coverage.unread).toEqual([{ path: 'a.sqlite', reason: 'is encrypted, or no database' }]);
});
