import type { SqlConnection } from './sql-connection.ts';

/** Raised whenever the meaning of the tables changes. */
export const schemaVersion = '1';

/**
 * What is kept. A repository has the results of one scan, the last that came to its end; nothing here is a key.
 *
 * - `fleet_facts`: the scan, as JSON, and the version of these tables.
 * - `fleet_repositories`: the state of each target: `waiting`, `done` or `failed`.
 * - `fleet_findings`: a finding as JSON, known by fingerprint, blob and place.
 * - `fleet_notes`: coverage that names places: what was skipped and what was not read.
 * - `fleet_clean`: ids of objects that need not be read again, sorted, many to a row; with the reason for which nobody looked into them, if any.
 */
const tables = (bytes: string): readonly string[] => [
  'create table if not exists fleet_facts (name text primary key, value text not null)',
  `create table if not exists fleet_repositories (
    name text primary key, place text not null, state text not null, scan text not null, reason text, attempts integer not null, cost bigint not null,
    finished text, coverage text)`,
  `create table if not exists fleet_findings (
    repository text not null, identity text not null, rule text not null, fingerprint text, confidence text not null, path text not null, body text not null,
    primary key (repository, identity))`,
  'create table if not exists fleet_notes (repository text not null, kind text not null, reason text not null, paths text not null, primary key (repository, kind, reason))',
  `create table if not exists fleet_clean (policy text not null, number bigint not null, id_bytes integer not null, reason text not null, ids ${bytes} not null, primary key (policy, number))`,
];

/** Makes the tables that are not there. */
export async function createTables(connection: SqlConnection): Promise<void> {
  await connection.transaction(async () => {
    for (const sql of tables(connection.bytesType)) await connection.run(sql);
    await connection.run('insert into fleet_facts (name, value) values (?, ?) on conflict (name) do nothing', ['schema', schemaVersion]);
  });
}
