import { createHash } from 'node:crypto';
import type { Finding, Report } from '@submit-guard/core';
import type { IdsByReason, NotesByReason, RepositoryOutcome } from 'submit-guard/fleet';
import type { Place, Target } from '../targets/target.ts';
import { FleetError } from '../errors/fleet-error.ts';
import type { Settled } from '../jobs/job.ts';
import { lostParts } from '../jobs/job.ts';
import type { CoverageCounts, StoredRepository } from './fleet-report.ts';
import { fleetReport, findingAt } from './fleet-report.ts';
import { createTables, schemaVersion } from './schema.ts';
import type { SqlConnection, SqlRow } from './sql-connection.ts';
import type { RepositoryRecord, RepositoryState, ScanRecord, Store } from './store.ts';

/** Rows of clean ids that are kept for a policy: the oldest go first, and with them what no repository has any more. */
const mostCleanRows = 20_000;

/** A store in a database that understands SQL. */
export class SqlStore implements Store {
  readonly #connection: SqlConnection;
  #cleanRows = 0;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(connection: SqlConnection) {
    this.#connection = connection;
  }

  /**
   * @param writes - whether tables may be made.
   * @throws {FleetError} where the tables are those of another version.
   */
  static async open(connection: SqlConnection, writes: boolean): Promise<SqlStore> {
    try {
      if (writes) await createTables(connection);
      const [fact] = await connection.all('select value from fleet_facts where name = ?', ['schema']);
      if (text(fact?.['value']) !== schemaVersion) throw new FleetError('This store was written by another version of @submit-guard/fleet. Use that one, or name another store.');
    } catch (error) {
      await connection.close();
      throw error;
    }
    return new SqlStore(connection);
  }

  /** One transaction at a time: a connection has no more. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(() => this.#connection.transaction(work));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async scan(): Promise<ScanRecord | undefined> {
    const [fact] = await this.#connection.all('select value from fleet_facts where name = ?', ['scan']);
    return fact === undefined ? undefined : JSON.parse(text(fact['value'])) as ScanRecord;
  }

  async begin(scan: ScanRecord, targets: readonly Target[]): Promise<void> {
    const { run, all } = this.#connection;
    await this.#alone(async () => {
      const wanted = new Set(targets.map(({ name }) => name));
      for (const { name } of await all('select name from fleet_repositories')) if (!wanted.has(text(name))) await this.#forget(text(name));
      for (const { name, place } of targets) {
        await run(
          `insert into fleet_repositories (name, place, state, scan, attempts, cost) values (?, ?, 'waiting', ?, 0, 0)
           on conflict (name) do update set place = excluded.place, state = 'waiting', scan = excluded.scan, reason = null, finished = null, coverage = null`,
          [name, JSON.stringify(place), scan.id],
        );
      }
      await this.#keepScan(scan);
    });
  }

  async finish(scan: ScanRecord): Promise<void> {
    await this.#alone(() => this.#keepScan(scan));
  }

  async #keepScan(scan: ScanRecord): Promise<void> {
    await this.#connection.run('insert into fleet_facts (name, value) values (?, ?) on conflict (name) do update set value = excluded.value', ['scan', JSON.stringify(scan)]);
  }

  async #forget(name: string): Promise<void> {
    for (const table of ['fleet_findings', 'fleet_notes']) await this.#connection.run(`delete from ${table} where repository = ?`, [name]);
    await this.#connection.run('delete from fleet_repositories where name = ?', [name]);
  }

  async repositories(): Promise<readonly RepositoryRecord[]> {
    const counts = new Map((await this.#connection.all('select repository, count(*) as amount from fleet_findings group by repository')).map((row) => [text(row['repository']), Number(row['amount'])]));
    return (await this.#rows()).map(({ name, place, state, reason, finishedAt, coverage }) => ({
      target: { name, place }, state, reason, finishedAt, bytes: coverage?.bytes ?? 0, objects: coverage?.blobs ?? 0, knownClean: coverage?.knownClean ?? 0, findings: counts.get(name) ?? 0,
    }));
  }

  async take(settled: readonly Settled[]): Promise<void> {
    // Forks come to little: for each of them, a transaction would cost as much as all else.
    await this.#alone(async () => {
      for (const each of settled) await (each.kind === 'outcome' ? this.#takeOutcome(each.name, each.outcome) : this.#takeFailure(each.name, each.reason));
    });
  }

  async #takeOutcome(name: string, outcome: RepositoryOutcome): Promise<void> {
    const { run } = this.#connection;
    const { commits, blobs, members, bytes, knownClean, suppressed, notes } = outcome;
    const coverage: CoverageCounts = { commits, blobs, members, bytes, knownClean, suppressed, notes };
    for (const table of ['fleet_findings', 'fleet_notes']) await run(`delete from ${table} where repository = ?`, [name]);
    for (const finding of outcome.findings) {
      await run(
        'insert into fleet_findings (repository, identity, rule, fingerprint, confidence, path, body) values (?, ?, ?, ?, ?, ?, ?) on conflict (repository, identity) do nothing',
        [name, identityOf(finding), finding.ruleId, finding.secret?.fingerprint ?? null, finding.confidence, finding.path, JSON.stringify(finding)],
      );
    }
    await this.#takeNotes(name, 'skipped', outcome.skipped);
    await this.#takeNotes(name, 'unread', outcome.unread);
    const lost = Object.keys(outcome.unread).find((reason) => reason.startsWith(lostParts));
    await run('update fleet_repositories set state = ?, reason = ?, finished = ?, coverage = ? where name = ?', [
      lost === undefined ? 'done' : 'failed', lost ?? null, new Date().toISOString(), JSON.stringify(coverage), name,
    ]);
  }

  async #takeFailure(name: string, reason: string): Promise<void> {
    await this.#connection.run("update fleet_repositories set state = 'failed', reason = ?, finished = ?, coverage = null where name = ?", [reason, new Date().toISOString(), name]);
  }

  async #takeNotes(name: string, kind: 'skipped' | 'unread', notes: NotesByReason): Promise<void> {
    for (const [reason, paths] of Object.entries(notes)) {
      await this.#connection.run('insert into fleet_notes (repository, kind, reason, paths) values (?, ?, ?, ?)', [name, kind, reason, JSON.stringify(paths)]);
    }
  }

  async clean(policy: string): Promise<readonly IdsByReason[]> {
    const rows = await this.#connection.all('select number, id_bytes, reason, ids from fleet_clean where policy = ? order by number', [policy]);
    this.#cleanRows = Number(rows.at(-1)?.['number'] ?? 0) + 1;
    return rows.map((row) => new Map([[text(row['reason']), { idBytes: Number(row['id_bytes']), ids: Buffer.from(row['ids'] as Uint8Array) }]]));
  }

  async keepClean(policy: string, known: IdsByReason): Promise<void> {
    await this.#alone(async () => {
      for (const [reason, { ids, idBytes }] of known) {
        await this.#connection.run('insert into fleet_clean (policy, number, id_bytes, reason, ids) values (?, ?, ?, ?, ?)', [policy, this.#cleanRows++, idBytes, reason, ids]);
      }
      // What belongs to another policy is worth nothing any more.
      await this.#connection.run('delete from fleet_clean where policy <> ? or number < ?', [policy, this.#cleanRows - mostCleanRows]);
    });
  }

  async report(): Promise<Report> {
    const findings = await this.#connection.all('select repository, body from fleet_findings');
    const notes = await this.#connection.all('select repository, kind, reason, paths from fleet_notes');
    return fleetReport(
      await this.#rows(),
      findings.map((row) => findingAt(text(row['repository']), JSON.parse(text(row['body'])) as Finding)),
      notes.map((row) => ({ repository: text(row['repository']), kind: text(row['kind']), reason: text(row['reason']), paths: JSON.parse(text(row['paths'])) as readonly string[] })),
    );
  }

  async #rows(): Promise<readonly StoredRepository[]> {
    return (await this.#connection.all('select name, place, state, reason, finished, coverage from fleet_repositories order by name')).map((row: SqlRow) => ({
      name: text(row['name']),
      place: JSON.parse(text(row['place'])) as Place,
      state: text(row['state']) as RepositoryState,
      reason: row['reason'] === null ? undefined : text(row['reason']),
      finishedAt: row['finished'] === null ? undefined : text(row['finished']),
      coverage: row['coverage'] === null ? undefined : JSON.parse(text(row['coverage'])) as CoverageCounts,
    }));
  }

  async close(): Promise<void> {
    await this.#connection.close();
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** What makes a finding one, however often it is delivered: its key, its object, its place and its rule. */
function identityOf({ secret, blob, commit, path, pointer, ruleId, line, column }: Finding): string {
  return createHash('sha256').update(JSON.stringify([secret?.fingerprint ?? null, blob ?? commit ?? null, path, pointer ?? null, ruleId, line, column])).digest('hex');
}
