import pg from 'pg';
import { codeOf } from 'submit-guard/fleet';
import { FleetError } from '../errors/fleet-error.ts';
import type { SqlConnection, SqlRow } from './sql-connection.ts';

/** Stands for this program among the advisory locks of a database: one scan writes at a time. */
const writerLock = 7_413_902_288;

/**
 * Connects to a PostgreSQL database.
 *
 * @param url - `postgres://user@host/database`; the password may come from `PGPASSWORD`.
 * @param writes - whether this process is the one that writes; there is one at a time.
 * @throws {FleetError} where that fails, or another process writes to it.
 */
export async function openPostgres(url: string, writes: boolean): Promise<SqlConnection> {
  const client = new pg.Client({ connectionString: url, application_name: 'submit-guard', connectionTimeoutMillis: 10_000 });
  // A connection that is lost is told by the next statement.
  client.on('error', () => undefined);
  const ask = async (sql: string, values: readonly unknown[] = []): Promise<readonly SqlRow[]> => {
    try {
      return (await client.query(sql, [...values])).rows as readonly SqlRow[];
    } catch (error) {
      throw new FleetError(sentenceOf(error));
    }
  };
  try {
    await client.connect();
  } catch (error) {
    throw new FleetError(sentenceOf(error));
  }
  if (writes) {
    const [row] = await ask('select pg_try_advisory_lock($1) as taken', [writerLock]);
    if (row?.['taken'] as unknown !== true) {
      await client.end();
      throw new FleetError('Another scan writes to this PostgreSQL store. Wait for it, or name another store with --store.');
    }
  }
  return {
    bytesType: 'bytea',
    async run(sql, values) {
      await ask(numbered(sql), values);
    },
    all: (sql, values) => ask(numbered(sql), values),
    async transaction(work) {
      await ask('begin');
      try {
        const result = await work();
        await ask('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch(() => undefined);
        throw error;
      }
    },
    async close() {
      await client.end();
    },
  };
}

/** `?` as PostgreSQL numbers its values. No statement of ours has a question mark in a text. */
function numbered(sql: string): string {
  let number = 0;
  return sql.replaceAll('?', () => `$${++number}`);
}

/** SQLSTATE codes (PostgreSQL documentation, appendix A) and those of the system. No message is repeated: it may quote the address. */
const sentences: Readonly<Record<string, string>> = {
  '28P01': 'The PostgreSQL store refused the password. Check the user in --store, and PGPASSWORD.',
  '28000': 'The PostgreSQL store refused the user. Check --store, and PGPASSWORD.',
  '3D000': 'There is no such PostgreSQL database. Make it first (createdb), or mend --store.',
  '42501': 'The PostgreSQL store lets this user not write. Grant it the schema, or name another user.',
  '53100': 'The disk of the PostgreSQL store is full. Make room, and go on with --resume.',
  '25006': 'The PostgreSQL store is read-only. Name one that can be written with --store.',
  ECONNREFUSED: 'The PostgreSQL store cannot be reached: nothing listens at that address.',
  ENOTFOUND: 'The PostgreSQL store cannot be reached: there is no such host.',
  ETIMEDOUT: 'The PostgreSQL store cannot be reached: it does not answer.',
};

function sentenceOf(error: unknown): string {
  const code = codeOf(error);
  return sentences[code] ?? `The PostgreSQL store failed (${code === '' ? 'the connection was lost' : code}). Go on with --resume once it is well.`;
}
