import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runClient } from './installers/run-client.ts';
import { median } from './measures/statistics.ts';
import { parseOptions } from './options.ts';
import { submitPattern, submitWords } from './peers/submit-pattern.ts';
import { amount, figure } from './reports/figures.ts';
import { judgeGoals } from './reports/goals.ts';
import { mergeResults } from './reports/merge.ts';
import { pageOf } from './reports/page.ts';
import type { Results, Row, WorkResults } from './reports/results.ts';
import { denseCode } from './works/dense-code.ts';
import { denseLogs } from './works/dense-logs.ts';
import { randomValues } from './works/random-values.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'submit-guard-bench-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('figures', () => {
  test('the median is the middle one, or between the two in the middle', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 2, 9])).toBe(3);
    expect(median([])).toBeNaN();
  });

  test('three digits count', () => {
    expect([0.01234, 1.234, 12.34, 123.4, 1234.5].map(figure)).toEqual(['0.0123', '1.23', '12.3', '123', '1235']);
    expect(amount(1_013_000_000)).toBe('1.01 GB');
  });
});

describe('the rule that all get', () => {
  const key = randomValues('rule').hex(40);
  const rule = new RegExp(submitPattern, 'i');

  test.each([
    `ATOMYX_SUBMIT_API_KEY=${key}`,
    `"atomyxSubmitKey": "${key}"`,
    `submit-api-key := '${key}'`,
    `atomyx.token => \`Bearer ${key}\``,
  ])('finds a key in %#', (line) => {
    expect(rule.exec(line)?.[1]).toBe(key);
    expect(submitWords.some((word) => line.toLowerCase().includes(word))).toBe(true);
  });

  test('finds no key of another service', () => {
    expect(rule.test(`GITHUB_TOKEN=${key}`)).toBe(false);
  });
});

describe('what is read', () => {
  test('is the same whenever it is made', () => {
    expect(randomValues('x').hex(40)).toBe(randomValues('x').hex(40));
    const texts = ['one', 'two'].map((name) => {
      const { target } = denseLogs(folder, name, 0.001);
      return readFileSync(join(target, 'gateway.log'), 'utf8');
    });
    expect(texts[0]).toBe(texts[1]);
  });

  test('a dense log has as many entries as it says, each with an `Authorization`', () => {
    const { target, planted } = denseLogs(folder, 'logs', 0.01);
    const text = readFileSync(join(target, 'gateway.log'), 'utf8');
    expect(text.match(/authorization/gi)).toHaveLength(10_000);
    expect(planted).toBe(2);
  });

  test('a dense repository is as large as it says, in several languages', () => {
    const { target, bytes, files } = denseCode(folder, 'code', 0.01);
    expect(bytes).toBeGreaterThanOrEqual(1_000_000);
    const names = readdirSync(target, { recursive: true }).map(String).filter((name) => name.includes('.'));
    expect(names).toHaveLength(files);
    expect(new Set(names.map((name) => name.split('.').at(-1)))).toEqual(new Set(['js', 'py', 'yaml', 'go']));
  });
});

describe('installing', () => {
  test('a client that fails is quoted without addresses', async () => {
    const script = `console.error('error: reading https://registry.example/x?y: 403 Forbidden'); process.exitCode = 1`;
    await expect(runClient(process.execPath, ['-e', script])).rejects.toThrow('error: reading (the registry) 403 Forbidden');
  });

  test('a client that is not there is no riddle', async () => {
    await expect(runClient('no-such-client', [])).rejects.toThrow('there is no no-such-client here');
  });
});

function row(name: string, rules: string, seconds: number): Row {
  const runs = [{ seconds, cpuSeconds: seconds, peakBytes: 100e6, status: 0, said: '' }];
  return { name, version: '1.0.0', rules, command: `${name} target`, runs, findings: 0, fault: null };
}

const work = (id: string, rows: readonly Row[]): WorkResults => ({ id, title: 'Work', files: 1, bytes: 1e9, planted: 0, loads: [{ averages: [0, 0, 0], busy: 0.5 }], rows });

const results: Results = {
  date: '2026-01-02T00:00:00.000Z',
  machine: { processor: 'P', cores: 2, memoryBytes: 24e9, system: 'Linux', node: 'v20.20.2', commit: 'abc' },
  runs: 5,
  scale: 1,
  peers: [{ name: 'gitleaks', home: 'https://example.org', version: '1.0.0', way: '`go install`', notes: [], probes: [{ rules: 'Submit rule', finds: true, fault: null }] }],
  absences: [{ name: 'titus', home: 'https://example.org/titus', reasons: ['none'] }],
  works: [
    work('a-all', [row('submit-guard', 'all checks', 1.4), row('ripgrep', '`atomyx`', 1), row('gitleaks', 'Submit rule', 28), { ...row('betterleaks', 'Submit rule', 1), runs: [], fault: 'it fell' }]),
    work('b-none', [row('submit-guard', 'all checks', 2)]),
  ],
};

describe('results', () => {
  test('goals are held against what was measured, and nothing else', () => {
    const verdicts = Object.fromEntries(judgeGoals(results).map((goal) => [`${goal.work} ${goal.figure}`, [goal.measured, goal.verdict]]));
    expect(verdicts['a time against ripgrep']).toEqual(['1.40 x', 'must reached']);
    expect(verdicts['a faster than gitleaks with one equal rule']).toEqual(['20.0 x', 'goal reached']);
    expect(verdicts['a faster than betterleaks with one equal rule']).toEqual(['-', 'not measured']);
    expect(verdicts['b-none bytes a second and core of the machine']).toEqual(['0.250 GB/s (0.500 GB a second of processor time)', 'MISSED']);
    expect(verdicts['all peak memory']).toEqual(['100 MB', 'goal reached']);
  });

  test('the page tells what could not be had, what failed and that the machine was not quiet', () => {
    const page = pageOf(results);
    expect(page).toContain('- [titus](https://example.org/titus): none.');
    expect(page).toContain('| betterleaks 1.0.0 | Submit rule | it fell |');
    expect(page).toContain('**The machine was not quiet**');
    expect(page).toContain('| gitleaks 1.0.0 | Submit rule | 28.0 | 28.0 | 28.0 | 35.7 | 28.0 | 28.0 x | 20.0 x | 100 | 0 | 1 |');
  });

  test('runs of different works become one page, runs of different commits do not', () => {
    const [first, second] = results.works as [WorkResults, WorkResults];
    const merged = mergeResults([{ ...results, works: [second] }, { ...results, date: '2026-01-03T00:00:00.000Z', works: [first] }]);
    expect(merged.works.map(({ id }) => id)).toEqual(['a-all', 'b-none']);
    expect(() => mergeResults([results, { ...results, machine: { ...results.machine, commit: 'def' } }])).toThrow('different');
  });
});

describe('flags', () => {
  test('choose works, peers and rounds', () => {
    expect(parseOptions(['--only', 'a,c', '--peers', 'rg, gitleaks', '--runs', '7'])).toMatchObject({ only: ['a', 'c'], peers: ['rg', 'gitleaks'], runs: 7, scale: 1, install: true });
  });

  test('the page is written from whole runs only', () => {
    expect(() => parseOptions(['--write', '--only', 'a'])).toThrow('whole run');
    expect(() => parseOptions(['--scale', '2'])).toThrow('no share');
    expect(() => parseOptions(['--runs', 'many'])).toThrow('no number of rounds');
  });
});
