import { accessSync, constants, copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { quotePath } from 'submit-guard/fleet';
import { FleetError } from '../errors/fleet-error.ts';
import { StoreOwner } from './store-owner.ts';
import type { SqlConnection, SqlRow } from './sql-connection.ts';

/** Milliseconds that another process may hold the file: readers and the one writer take turns. */
const patience = 10_000;

/** The driver locks a file by a folder beside it, which stays where a process is killed. Milliseconds after which nobody holds it any more. */
const longestLock = 60_000;

/** Milliseconds after which no reader holds the file any more. */
const longestRead = 1000;

/**
 * Opens a SQLite file.
 *
 * @param path - absolute.
 * @param word - the path as it was typed, for messages.
 * @param writes - whether this process is the one that writes; there is one at a time.
 * @throws {FleetError} where it cannot be opened, is no database, or another process writes to it.
 */
export function openSqlite(path: string, word: string, writes: boolean): SqlConnection {
  const name = quotePath(word);
  if (!writes && statSync(path, { throwIfNoEntry: false }) === undefined) throw new FleetError(`There is no store ${name}. A fleet scan writes one: submit-guard fleet scan ... --store ${name}`);
  const owner = writes ? StoreOwner.take(path, name) : undefined;
  dropStaleLock(path, writes);
  const copy = writes ? undefined : copyOfFixed(path);
  let database: sqlite.Database;
  const said = <T>(task: () => T): T => {
    try {
      return task();
    } catch (error) {
      throw new FleetError(sentenceOf(error, name, writes));
    }
  };
  try {
    database = said(() => new sqlite.Database(copy ?? path, { fileMustExist: !writes, readOnly: !writes }));
    said(() => {
      database.exec(`pragma busy_timeout = ${patience}`);
      database.get('select count(*) from sqlite_master');
      if (!writes) return;
      database.exec('begin immediate; commit');
      // To empty the journal costs a quarter of what it costs to remove it, for each transaction.
      database.get('pragma journal_mode = truncate');
    });
  } catch (error) {
    owner?.release();
    removeCopy(copy);
    throw error;
  }
  const statements = new Map<string, sqlite.Statement>();
  /** To understand a statement takes longer than to carry it out, and there are few of them. */
  const prepared = (sql: string): sqlite.Statement => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  return {
    bytesType: 'blob',
    async run(sql, values = []) {
      said(() => prepared(sql).run([...values]));
    },
    async all(sql, values = []) {
      return said(() => prepared(sql).all([...values])) as readonly SqlRow[];
    },
    async transaction(work) {
      said(() => database.exec('begin immediate'));
      try {
        const result = await work();
        said(() => database.exec('commit'));
        return result;
      } catch (error) {
        if (database.inTransaction) database.exec('rollback');
        throw error;
      }
    },
    async close() {
      for (const statement of statements.values()) statement.finalize();
      removeJournal(database, writes);
      database.close();
      owner?.release();
      removeCopy(copy);
    },
  };
}

/** Nothing is to stay beside the file. Where that fails, what stays is empty. */
function removeJournal(database: sqlite.Database, writes: boolean): void {
  try {
    if (writes) database.get('pragma journal_mode = delete');
  } catch {
    // The disk may be full, or read-only by now.
  }
}

/** The driver cannot lock, and so not read, a file in a folder that nobody may write to: a copy of it is read. */
function copyOfFixed(path: string): string | undefined {
  try {
    accessSync(dirname(path), constants.W_OK);
    return undefined;
  } catch {
    const copy = join(mkdtempSync(join(tmpdir(), 'submit-guard-store-')), 'copy.sqlite');
    copyFileSync(path, copy);
    return copy;
  }
}

function removeCopy(copy: string | undefined): void {
  if (copy !== undefined) rmSync(dirname(copy), { recursive: true, force: true });
}

/** @param isOwner - whether this process is the one that writes. */
function dropStaleLock(path: string, isOwner: boolean): void {
  const lock = `${path}.lock`;
  const touched = (): number | undefined => statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
  const before = touched();
  if (before === undefined) return;
  // Where nobody writes any more, somebody may still read for a moment.
  const longest = StoreOwner.isTaken(path) && !isOwner ? longestLock : longestRead;
  const left = longest - (Date.now() - before);
  if (left > longestRead) return;
  if (left > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, left);
  if (touched() === before) rmSync(lock, { recursive: true, force: true });
}

function sentenceOf(error: unknown, name: string, writes: boolean): string {
  const message = error instanceof Error ? error.message : '';
  if (/not a database/i.test(message)) return `${name} is not a store of submit-guard: it is no SQLite database. Name another file with --store.`;
  if (/readonly|read-only/i.test(message)) return `The store ${name} cannot be written: it is read-only. Name another one with --store.`;
  if (/is full|I\/O error/i.test(message)) return `The store ${name} cannot be written: the disk is full, or it fails. Make room, and go on with --resume.`;
  if (/locked|busy/i.test(message)) return `The store ${name} is locked by another process. Try again when that has ended.`;
  if (/malformed|corrupt/i.test(message)) return `The store ${name} is damaged. Move it away, and scan again.`;
  if (/unable to open|cannot open|open database/i.test(message)) return `The store ${name} cannot be opened${writes ? ' for writing' : ''}: the folder is missing, or the permission is.`;
  return `The store ${name} refused (${/^[\w :.-]{1,80}$/.test(message) ? message : 'for a reason that it did not give'}).`;
}

