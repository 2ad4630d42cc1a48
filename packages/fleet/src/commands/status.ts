import { setTimeout as wait } from 'node:timers/promises';
import type { ExitStatus, TerminalContext } from 'submit-guard/fleet';
import { formatBytes } from 'submit-guard/fleet';
import { openStore } from '../stores/open-store.ts';
import type { RepositoryRecord, ScanRecord } from '../stores/store.ts';
import { durationInWords } from '../terminals/duration.ts';

export interface StatusOptions {
  readonly store: string;
  readonly format: 'pretty' | 'json';
  readonly watch?: boolean;
}

/** Failures that are named on a terminal. */
const mostFailures = 20;

/** Milliseconds between two looks at the store. */
const interval = 1000;

/** How far a scan is. Plain data; `--format json` prints it. */
interface FleetStatus {
  readonly startedAt: string | undefined;
  readonly finishedAt: string | undefined;
  readonly repositories: { readonly all: number; readonly done: number; readonly failed: number; readonly waiting: number };
  readonly findings: number;
  readonly objects: number;
  readonly knownClean: number;
  readonly bytes: number;
  /** Repositories a minute, and seconds to the end at that rate; absent where nobody can say. */
  readonly rate?: number;
  readonly secondsLeft?: number;
  readonly failures: readonly { readonly name: string; readonly reason: string }[];
}

/**
 * `submit-guard fleet status`: how far a scan is. Exit status 0 where it is done or goes on, 2 where something failed.
 *
 * @throws {FleetError} where there is no such store.
 */
export async function runFleetStatus({ store: word, format, watch }: StatusOptions, { cwd, print, output }: TerminalContext): Promise<ExitStatus> {
  for (let lines = 0; ;) {
    const status = await statusOf(word, cwd);
    const watches = format === 'pretty' && status.finishedAt === undefined && (watch ?? output.isTerminal);
    const text = format === 'json' ? `${JSON.stringify(status, undefined, 2)}\n` : inWords(status);
    // What was told before is written over.
    print(`${output.isTerminal && lines > 0 ? `\u001b[${lines}A\u001b[J` : ''}${text}`);
    if (!watches) return status.failures.length > 0 ? 2 : 0;
    lines = text.split('\n').length - 1;
    await wait(interval);
  }
}

async function statusOf(word: string, cwd: string): Promise<FleetStatus> {
  const store = await openStore({ word, cwd, writes: false });
  try {
    return summary(await store.scan(), await store.repositories());
  } finally {
    await store.close();
  }
}

function summary(scan: ScanRecord | undefined, repositories: readonly RepositoryRecord[]): FleetStatus {
  const count = (state: RepositoryRecord['state']): number => repositories.filter((repository) => repository.state === state).length;
  const sum = (amount: (repository: RepositoryRecord) => number): number => repositories.reduce((total, repository) => total + amount(repository), 0);
  const waiting = count('waiting');
  const ended = repositories.length - waiting;
  const minutes = scan === undefined ? 0 : (Date.parse(scan.finishedAt ?? new Date().toISOString()) - Date.parse(scan.startedAt)) / 60_000;
  const rate = minutes > 0 && ended > 0 ? ended / minutes : undefined;
  return {
    startedAt: scan?.startedAt,
    finishedAt: scan?.finishedAt,
    repositories: { all: repositories.length, done: count('done'), failed: count('failed'), waiting },
    findings: sum(({ findings }) => findings),
    objects: sum(({ objects }) => objects),
    knownClean: sum(({ knownClean }) => knownClean),
    bytes: sum(({ bytes }) => bytes),
    ...(rate !== undefined && { rate, ...(scan?.finishedAt === undefined && { secondsLeft: (waiting / rate) * 60 }) }),
    failures: repositories.flatMap(({ target: { name }, state, reason }) => (state === 'failed' ? [{ name, reason: reason ?? 'no reason given' }] : [])),
  };
}

function inWords({ startedAt, finishedAt, repositories, findings, objects, knownClean, bytes, rate, secondsLeft, failures }: FleetStatus): string {
  const { all, done, failed, waiting } = repositories;
  const number = (amount: number): string => Math.round(amount).toLocaleString('en');
  const lines = [
    startedAt === undefined ? 'No scan has begun.' : finishedAt === undefined ? `Begun ${startedAt}, not ended.` : `Begun ${startedAt}, ended ${finishedAt}.`,
    `Repositories  ${number(done)} of ${number(all)} scanned, ${number(failed)} failed, ${number(waiting)} wait`,
    `Objects       ${number(objects)} read, ${number(knownClean)} known to be clean, ${formatBytes(bytes)}`,
    `Findings      ${number(findings)}`,
    ...(rate === undefined ? [] : [`Rate          ${number(rate)} repositories a minute${secondsLeft === undefined ? '' : `, about ${durationInWords(secondsLeft)} left`}`]),
    ...failures.slice(0, mostFailures).map(({ name, reason }) => `Failed        ${name}: ${reason}`),
    ...(failures.length > mostFailures ? [`              and ${number(failures.length - mostFailures)} more`] : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}
