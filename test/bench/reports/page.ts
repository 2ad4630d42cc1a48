import { isQuiet } from '../measures/machine.ts';
import { amount, whole } from './figures.ts';
import { judgeGoals } from './goals.ts';
import type { Results, WorkResults } from './results.ts';
import { cellsOfWork, markdownTable } from './tables.ts';

function goalsOf(results: Results): string {
  const rows = judgeGoals(results).map((goal) => [goal.work, goal.figure, goal.goal, goal.must, goal.measured, goal.verdict]);
  return markdownTable([['work', 'figure', 'goal', 'must', 'measured', ''], ...rows], 6);
}

function quietness(works: readonly WorkResults[]): string {
  const loads = works.flatMap((work) => work.loads);
  const noisy = loads.filter((load) => !isQuiet(load)).length;
  if (noisy === 0) return `The machine was quiet before each of the ${loads.length} rounds (other programs kept at most a tenth of it busy).`;
  return `**The machine was not quiet**: other programs kept more than a tenth of it busy before ${noisy} of ${loads.length} rounds. Take the times for upper bounds.`;
}

function programsOf({ peers, absences }: Results): string {
  const rows = peers.map(({ name, home, version, way, notes, probes }) => [
    `[${name}](${home})`,
    version,
    way,
    probes.map(({ rules, finds, fault }) => `${rules}: ${fault === null ? (finds ? 'yes' : 'no') : `left out, ${fault}`}`).join('; '),
    notes.join(' '),
  ]);
  const missing = absences.map(({ name, home, reasons }) => `- [${name}](${home}): ${reasons.join('; ')}.`);
  return [
    markdownTable([['program', 'version', 'from', 'finds a Submit key', 'to know'], ...rows], 5),
    ...(missing.length === 0 ? [] : ['', 'Not to be had, and so not measured:', '', ...missing]),
  ].join('\n');
}

function sectionOf(work: WorkResults): string {
  const planted = work.planted === 0 ? '' : `, ${whole(work.planted)} Submit ${work.planted === 1 ? 'key' : 'keys'} in ${work.files === 1 ? 'it' : 'them'}`;
  const content = `${whole(work.files)} ${work.files === 1 ? 'file' : 'files'}, ${amount(work.bytes)}${planted}.`;
  return `### ${work.id}: ${work.title}\n\n${content}\n\n${markdownTable(cellsOfWork(work))}`;
}

function commandsOf(works: readonly WorkResults[]): string {
  const lines = works.flatMap(({ id, rows }) => [`# ${id}`, ...rows.map(({ command }) => command)]);
  return ['```sh', ...lines, '```'].join('\n');
}

/** The page of a whole run. */
export function pageOf(results: Results): string {
  const { date, machine, runs, scale, works } = results;
  const trial = scale === 1 ? '' : `\n**A trial**: everything is ${scale} of its full size.`;
  return `# Benchmarks

<!-- Written by \`npm run bench -- --write\` in test/. Changes by hand are lost. -->

submit-guard against other scanners for secrets, side by side: the same trees, a warm cache, and for each table all programs in turn, round
after round. [performance.md](performance.md) tells what was tried to get here.

Measured on ${date.slice(0, 10)} with the commit ${machine.commit}: ${machine.processor}, ${machine.cores} cores, ${amount(machine.memoryBytes)} of memory, ${machine.system}, Node ${machine.node.slice(1)}.
${quietness(works)}${trial}

## Goals

${goalsOf(results)}

## Programs

${programsOf(results)}

Every one runs with a rule for Submit keys that is equal in spirit and everything else off, and again with the rules it comes with. The
rule is one regular expression (\`test/bench/peers/submit-pattern.ts\`): a value bound to a name that says Atomyx and key, token or bearer, or Submit
API key. submit-guard always runs with all of its checks: it weighs values, follows them to requests, decodes, and says what surface a
file is.

## Works

Times are medians of ${runs} runs, four times as many for start-up; three where a run took more than a minute, one where it took more than three; \`runs\` says so. \`x
ripgrep\` and \`x submit-guard\` are multiples of their times. Memory is the largest resident set of a process in any run. MB and GB are
decimal. Findings are no measure here: the rules differ. What slow programs read is a part of the work, with its own line of ripgrep and of
submit-guard.

${works.map(sectionOf).join('\n\n')}

## Commands

\`$BENCH\` is the cache folder, \`$XDG_CACHE_HOME/submit-guard-bench\` or \`~/.cache/submit-guard-bench\`. Every program starts in an empty folder with no variables but
\`PATH\`, \`HOME\` and \`LANG\`. To repeat all of it: \`npm run bench\` in \`test/\`.

${commandsOf(works)}
`;
}
