import type { ContainerFormat, Member } from './container.ts';
import { ContainerError } from './container-error.ts';
import { looksEncrypted } from './signs.ts';
import { Database } from './sqlite/database.ts';
import { beginsLog, pagesOfLog } from './sqlite/log.ts';
import { freeSpaceIn } from './sqlite/free-space.ts';
import { readRows, schemaOf } from './sqlite/tables.ts';
import { readTexts } from './text-reader.ts';

const signature = Buffer.from('SQLite format 3\0');

/**
 * Databases of SQLite (https://www.sqlite.org/fileformat2.html). A member is a table, with a row a line: its texts by the names of their columns.
 * What was deleted and is not overwritten yet stands in the member `(free space)`.
 */
export const sqlite: ContainerFormat = {
  name: 'SQLite',
  kind: 'archive',
  isComplete: true,
  accepts: ({ bytes }) => bytes.subarray(0, signature.length).equals(signature),
  async *members(container) {
    const database = new Database(await container.anywhere());
    const { lines, tables } = schemaOf(database);
    yield { name: 'sqlite_schema', bytes: readTexts(lines.values()) } satisfies Member;
    for (const table of tables) yield { name: table.name, bytes: readTexts(readRows(database, table)) } satisfies Member;
    yield { name: '(free space)', bytes: readTexts(freeSpaceIn(database)) };
  },
};

/** Databases that SQLCipher or the encryption extension of SQLite wrote: random bytes under the name of a database. */
export const encryptedSqlite: ContainerFormat = {
  name: 'encrypted SQLite',
  kind: 'archive',
  isComplete: true,
  accepts: ({ bytes, path }) => looksEncrypted(bytes, path),
  // eslint-disable-next-line require-yield -- a generator of members, of which there are none
  async *members() {
    throw new ContainerError('is encrypted, or no database');
  },
};

/** The write-ahead log beside a database: pages that the database does not hold yet, or held once. Rows have no names of columns in it. */
export const sqliteLog: ContainerFormat = {
  name: 'SQLite log',
  kind: 'archive',
  isComplete: true,
  accepts: ({ bytes }) => beginsLog(bytes),
  async *members(container) {
    yield { name: '(rows)', bytes: readTexts(pagesOfLog(await container.anywhere())) };
  },
};
