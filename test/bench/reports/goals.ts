import { defaultRules, submitRule } from '../peers/peer.ts';
import { figure, ratio } from './figures.ts';
import { cpuSecondsOf, findRow, peakOf, secondsOf } from './results.ts';
import type { Results, WorkResults } from './results.ts';

/** What the project wants of a figure, and what came out. */
export interface Goal {
  readonly work: string;
  readonly figure: string;
  readonly goal: string;
  readonly must: string;
  readonly measured: string;
  readonly verdict: 'goal reached' | 'must reached' | 'MISSED' | 'not measured';
}

interface Aim {
  readonly work: string;
  readonly figure: string;
  readonly goal: number;
  readonly must: number;
  /** Whether larger is better. */
  readonly isRate?: boolean;
  readonly show: (value: number) => string;
  /** `NaN` where it was not measured. */
  readonly value: number;
  /** Added to what was measured. */
  readonly remark?: string;
}

function judge({ work, figure: title, goal, must, isRate = false, show, value, remark }: Aim): Goal {
  const reaches = (aim: number): boolean => (isRate ? value >= aim : value <= aim);
  const verdict = Number.isNaN(value) ? 'not measured' : reaches(goal) ? 'goal reached' : reaches(must) ? 'must reached' : 'MISSED';
  const bound = isRate ? 'at least' : 'at most';
  return { work, figure: title, goal: `${bound} ${show(goal)}`, must: `${bound} ${show(must)}`, measured: Number.isNaN(value) ? '-' : `${show(value)}${remark ?? ''}`, verdict };
}

const milliseconds = (seconds: number): string => `${Math.round(seconds * 1000)} ms`;
const megabytes = (bytes: number): string => `${figure(bytes / 1e6)} MB`;

/** All goals, with what was measured of them. */
export function judgeGoals({ works, machine }: Results): readonly Goal[] {
  const workOf = (id: string): WorkResults | undefined => works.find((work) => work.id === id);
  const seconds = (id: string, name: string, rules?: string): number => {
    const row = findRow(workOf(id), name, rules);
    return row === undefined ? Number.NaN : secondsOf(row);
  };
  const rate = (id: string): number => (workOf(id)?.bytes ?? Number.NaN) / seconds(id, 'submit-guard');
  const ours = works.flatMap(({ rows }) => rows.filter(({ name, runs }) => name === 'submit-guard' && runs.length > 0));

  const aims: Aim[] = [
    { work: 'a', figure: 'time against ripgrep', goal: 1.2, must: 1.6, show: ratio, value: seconds('a-all', 'submit-guard') / seconds('a-all', 'ripgrep') },
  ];
  for (const peer of ['gitleaks', 'betterleaks']) {
    const value = seconds('a-all', peer, submitRule) / seconds('a-all', 'submit-guard');
    const usual = seconds('a-all', peer, defaultRules) / seconds('a-all', 'submit-guard');
    const remark = Number.isNaN(usual) ? '' : ` (${ratio(usual)} with its default rules)`;
    aims.push({ work: 'a', figure: `faster than ${peer} with one equal rule`, goal: 10, must: 4, isRate: true, show: ratio, value, remark });
  }
  for (const id of ['b-none', 'b-few']) {
    const row = findRow(workOf(id), 'submit-guard');
    const perCpu = row === undefined ? Number.NaN : (workOf(id)?.bytes ?? 0) / cpuSecondsOf(row);
    aims.push({
      work: id, figure: 'bytes a second and core of the machine', goal: 1e9, must: 0.5e9, isRate: true, show: (value) => `${figure(value / 1e9)} GB/s`,
      value: rate(id) / machine.cores, remark: Number.isNaN(perCpu) ? '' : ` (${figure(perCpu / 1e9)} GB a second of processor time)`,
    });
  }
  for (const id of ['c-clean', 'c-key']) {
    aims.push({ work: id, figure: 'over `node -e 0`', goal: 0.04, must: 0.08, show: milliseconds, value: seconds(id, 'submit-guard') - seconds(id, 'node') });
  }
  for (const id of ['d-code', 'd-logs']) aims.push({ work: id, figure: 'bytes a second', goal: 100e6, must: 40e6, isRate: true, show: (value) => `${megabytes(value)}/s`, value: rate(id) });
  for (const rules of ['10,000 keys in .env', '10,000 keys in keys.json']) {
    aims.push({ work: 'e', figure: `${rules}, against our own time without`, goal: 1.5, must: 2.5, show: ratio, value: seconds('e-keys', 'submit-guard', rules) / seconds('e-keys', 'submit-guard', 'all checks') });
  }
  aims.push({ work: 'f', figure: 'bytes a second', goal: 200e6, must: 100e6, isRate: true, show: (value) => `${megabytes(value)}/s`, value: rate('f-dist') });
  for (const id of ['g-ordinary', 'g-submit']) {
    const sed = seconds(id, 'sed') / seconds(id, 'submit-guard');
    const remark = Number.isNaN(sed) ? '' : ` (${ratio(1 / sed)} the time of sed)`;
    aims.push({ work: id, figure: '`redact`, bytes a second', goal: 200e6, must: id === 'g-ordinary' ? 200e6 : 40e6, isRate: true, show: (value) => `${megabytes(value)}/s`, value: rate(id), remark });
  }
  const peaks = ours.map(peakOf).filter((peak) => !Number.isNaN(peak));
  aims.push({ work: 'all', figure: 'peak memory', goal: 200e6, must: 300e6, show: megabytes, value: peaks.length === 0 ? Number.NaN : Math.max(...peaks) });
  return aims.map(judge);
}
