import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { PolicyError } from '@submit-guard/core';
import { writeAtomically } from '../policies/write-atomically.ts';

/** What an earlier run knows of the objects of a repository. Ids are hashes; nothing of what they name stands here. */
export interface CleanObjects {
  /** Bytes of an id: 20, or 32 with SHA-256. */
  readonly idBytes: number;
  /** Ids in ascending order, one behind the other, of the objects in which nothing can be found. */
  readonly clean: Buffer;
  /** The same for those that nobody could look into, by reason. */
  readonly skipped: ReadonlyMap<string, Buffer>;
  /** Digest of all objects that the repository had, and the ids of those that are in none of these tables. */
  readonly listing: string;
  readonly doubtful: readonly string[];
  /** Commits among them. */
  readonly commits: number;
  /** Ids of what refs named when all that they lead to was followed; none where it was not. */
  readonly tips: readonly string[];
  /** Ids of what was missing then. */
  readonly missing: readonly string[];
}

/** Raised whenever the meaning of the file changes. */
const format = 'submit-guard/clean-objects/1';

interface Header {
  readonly format: string;
  readonly idBytes: number;
  readonly listing: string;
  readonly doubtful: readonly string[];
  readonly commits: number;
  readonly tips: readonly string[];
  readonly missing: readonly string[];
  /** The tables in their order; the first is that of clean objects and has no reason. */
  readonly tables: readonly { readonly reason: string | null; readonly bytes: number }[];
  /** SHA-256 over the tables. */
  readonly digest: string;
}

/**
 * Where the file of a repository stands: below `$XDG_CACHE_HOME`, or `~/.cache` (XDG Base Directory Specification).
 *
 * @param repository - absolute path of the folder with the objects.
 * @param key - stands for everything that decides what is clean.
 * @returns `undefined` where there is no home folder.
 */
export function cleanObjectsPath(environment: Readonly<Record<string, string | undefined>>, repository: string, key: string): string | undefined {
  const configured = environment['XDG_CACHE_HOME'];
  const home = environment['HOME'] ?? homedir();
  const base = configured !== undefined && isAbsolute(configured) ? configured : isFolder(home) ? join(home, '.cache') : undefined;
  return base === undefined ? undefined : join(base, 'submit-guard', `${shortHash(repository)}-${shortHash(key)}.clean`);
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 24);
}

/** Reads what an earlier run has written. A file that is missing, of another format or damaged says nothing. */
export function loadCleanObjects(path: string, idBytes: number): CleanObjects | undefined {
  try {
    const bytes = readFileSync(path);
    const end = bytes.indexOf(0x0a);
    const header = JSON.parse(bytes.toString('utf8', 0, end)) as Header;
    const tables = bytes.subarray(end + 1);
    if (header.format !== format || header.idBytes !== idBytes || digestOf(tables) !== header.digest) return undefined;
    let at = 0;
    const cut = header.tables.map(({ reason, bytes: length }) => ({ reason, ids: tables.subarray(at, at += length) }));
    return {
      idBytes,
      clean: cut.find(({ reason }) => reason === null)?.ids ?? Buffer.alloc(0),
      skipped: new Map(cut.flatMap(({ reason, ids }) => (reason === null ? [] : [[reason, ids]]))),
      listing: header.listing,
      doubtful: header.doubtful,
      commits: header.commits,
      tips: header.tips,
      missing: header.missing,
    };
  } catch {
    return undefined;
  }
}

/**
 * Writes what the next run is to know, whole or not at all, and removes what was written for other keys of the same repository.
 *
 * @throws {PolicyError} where it could not be written.
 */
export function saveCleanObjects(path: string, objects: CleanObjects): void {
  const { clean, skipped, ...facts } = objects;
  const tables = [{ reason: null, ids: clean }, ...[...skipped].map(([reason, ids]) => ({ reason, ids }))];
  const body = Buffer.concat(tables.map(({ ids }) => ids));
  const header: Header = { format, ...facts, tables: tables.map(({ reason, ids }) => ({ reason, bytes: ids.length })), digest: digestOf(body) };
  makePrivateFolder(dirname(path));
  writeAtomically(path, Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), body]), basename(path));
  removeOlder(path);
}

/** Milliseconds after which nobody writes to a temporary file any more. */
const longestWrite = 3_600_000;

/** Removes what other keys have left of the same repository, and what a process has left that was killed while it wrote. */
function removeOlder(path: string): void {
  const folder = dirname(path);
  const own = basename(path).split('-')[0] ?? '';
  for (const name of readdirSync(folder)) {
    const place = join(folder, name);
    const isOther = name.startsWith(`${own}-`) && name.endsWith('.clean') && name !== basename(path);
    const isLeft = name.startsWith('.') && name.endsWith('.tmp') && Date.now() - (lstatSync(place, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) > longestWrite;
    if (isOther || isLeft) rmSync(place, { force: true });
  }
}

/** @throws {PolicyError} where something is in its way. */
function makePrivateFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new PolicyError(`${path} could not be made: ${error instanceof Error && 'code' in error ? String(error.code) : 'no reason given'}.`);
  }
}

function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
