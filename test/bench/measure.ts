import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './cache.ts';
import { configure, describeCommand } from './measures/contestant.ts';
import type { Contestant } from './measures/contestant.ts';
import { enter } from './measures/contestants.ts';
import type { Entrant } from './measures/contestants.ts';
import { describeMachine, isQuiet } from './measures/machine.ts';
import type { Load } from './measures/machine.ts';
import { makeProbe, probe } from './measures/probe.ts';
import { runInTurn, warm } from './measures/rounds.ts';
import type { Options } from './options.ts';
import { peers } from './peers/index.ts';
import { contestantsFor, plansFor } from './plans.ts';
import type { Plan } from './plans.ts';
import { amount, whole } from './reports/figures.ts';
import type { PeerResults, Results, Row, WorkResults } from './reports/results.ts';
import { alignedTable, cellsOfWork } from './reports/tables.ts';

type Say = (sentence: string) => void;

/** Short names that people type. */
const nicknames: Readonly<Record<string, string>> = { rg: 'ripgrep', 'no-secrets': 'eslint-plugin-no-secrets', eslint: 'eslint-plugin-no-secrets' };

function choosePeers(names: readonly string[] | undefined): typeof peers {
  if (names === undefined) return peers;
  const wanted = names.filter((name) => name !== 'none').map((name) => nicknames[name] ?? name);
  const unknown = wanted.find((name) => !peers.some((peer) => peer.name === name));
  if (unknown !== undefined) throw new Error(`There is no peer ${unknown}. There are: ${peers.map(({ name }) => name).join(', ')}.`);
  return peers.filter(({ name }) => wanted.includes(name));
}

function choosePlans(plans: readonly Plan[], only: readonly string[]): readonly Plan[] {
  const unknown = only.find((start) => !plans.some(({ id }) => id.startsWith(start)));
  if (unknown !== undefined) throw new Error(`There is no work ${unknown}. There are: ${plans.map(({ id }) => id).join(', ')}.`);
  return only.length === 0 ? plans : plans.filter(({ id }) => only.some((start) => id.startsWith(start)));
}

/** Leaves those out that do not find what they have to. */
async function proveEntrants(entrants: readonly Entrant[], say: Say): Promise<{ readonly proven: readonly Entrant[]; readonly results: readonly PeerResults[] }> {
  const target = makeProbe();
  const proven: Entrant[] = [];
  const results: PeerResults[] = [];
  for (const entrant of entrants) {
    const { peer, version, way } = entrant;
    const answers = [];
    for (const contestant of entrant.contestants) answers.push({ contestant, ...(await probe(contestant, target)) });
    for (const { contestant, fault } of answers) if (fault !== undefined) say(`${peer.name} (${contestant.setting.rules}) is left out: ${fault}`);
    proven.push({ ...entrant, contestants: answers.filter(({ fault }) => fault === undefined).map(({ contestant }) => contestant) });
    const { name, home, notes } = peer;
    results.push({ name, home, version, way, notes, probes: answers.map(({ contestant, finds, fault }) => ({ rules: contestant.setting.rules, finds, fault: fault ?? null })) });
  }
  return { proven, results };
}

function sayLoad(say: Say, round: number, { averages, ...load }: Load): void {
  const others = `others keep ${(load.busy * 100).toFixed(0)} % of the machine busy`;
  say(`  round ${round}: load ${averages.map((average) => average.toFixed(2)).join(' ')}, ${others}`);
  if (!isQuiet({ averages, ...load })) say('  WARNING: the machine is not quiet, these times are no good.');
}

async function measurePlan(plan: Plan, contestants: readonly Contestant[], rounds: number, say: Say): Promise<WorkResults> {
  const { target, files, bytes, planted } = plan.make();
  say(`\n${plan.id}: ${plan.title} (${whole(files)} files, ${amount(bytes)}, ${whole(planted)} keys in it)`);
  const others: Contestant[] = [];
  for (const { contestant, probe: path } of plan.others()) {
    configure(contestant);
    const fault = path === undefined ? undefined : (await probe(contestant, path)).fault;
    if (fault === undefined) others.push(contestant);
    else say(`${contestant.name} (${contestant.setting.rules}) is left out: ${fault}`);
  }
  await warm(target);
  const { series, loads } = await runInTurn(
    [...contestants, ...others],
    target,
    rounds * plan.patience,
    (round, load) => sayLoad(say, round, load),
    ({ name, setting }, { seconds }) => {
      if (seconds > 10) say(`    ${name} (${setting.rules}): ${seconds.toFixed(1)} s`);
    },
  );
  const rows = series.map(({ contestant, runs, findings, fault }): Row => {
    const { name, version, setting } = contestant;
    return { name, version, rules: setting.rules, command: describeCommand(contestant, target), runs, findings: findings ?? null, fault: fault ?? null };
  });
  const results = { id: plan.id, title: plan.title, files, bytes, planted, loads, rows };
  say(alignedTable(cellsOfWork(results)));
  return results;
}

/** Does what the flags say; `undefined` where nothing is to be measured. */
export async function measure(options: Options, say: Say): Promise<Results | undefined> {
  const { version } = JSON.parse(readFileSync(join(repository, 'packages/scanner/package.json'), 'utf8')) as { version: string };
  const { entrants, absences } = await enter(choosePeers(options.peers), options.install, say);
  for (const { name, reasons } of absences) say(`${name} is not measured: ${reasons.join('; ')}`);
  const { proven, results } = await proveEntrants(entrants, say);
  const plans = choosePlans(plansFor(options.scale, version, proven, say), options.only);
  if (options.prepare) {
    for (const plan of plans) {
      const { target, files, bytes } = plan.make();
      plan.others();
      say(`${plan.id}: ${target} (${whole(files)} files, ${amount(bytes)})`);
    }
    return undefined;
  }
  const date = new Date().toISOString();
  const works: WorkResults[] = [];
  for (const plan of plans) works.push(await measurePlan(plan, contestantsFor(plan, version, proven), options.runs, say));
  return { date, machine: describeMachine(), runs: options.runs, scale: options.scale, peers: results, absences, works };
}
