import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository, resultsFolder, scannerProgram } from './cache.ts';
import { measure } from './measure.ts';
import { help, parseOptions } from './options.ts';
import { judgeGoals } from './reports/goals.ts';
import { mergeResults } from './reports/merge.ts';
import { pageOf } from './reports/page.ts';
import type { Results } from './reports/results.ts';
import { alignedTable } from './reports/tables.ts';

const pagePath = join(repository, 'docs/benchmarks.md');

const say = (sentence: string): void => console.log(sentence);

function writePage(results: Results): void {
  writeFileSync(pagePath, pageOf(results));
  say(`Wrote ${pagePath}.`);
}

/** Returns the exit status: 0 measured, 1 a goal that must be reached was missed. */
export async function main(args: readonly string[]): Promise<number> {
  const options = parseOptions(args);
  if (options.help) {
    say(help);
    return 0;
  }
  if (options.page !== undefined) {
    const [first, ...others] = options.page.map((file) => JSON.parse(readFileSync(file, 'utf8')) as Results);
    if (first === undefined) throw new Error('--page needs files with results.');
    writePage(mergeResults([first, ...others]));
    return 0;
  }
  if (!existsSync(scannerProgram)) throw new Error(`There is no ${scannerProgram}. Build it first: \`npm start\` at the top of the repository does.`);
  const results = await measure(options, say);
  if (results === undefined) return 0;

  mkdirSync(resultsFolder, { recursive: true });
  const file = join(resultsFolder, `${results.date.replaceAll(/[:.]/g, '-')}.json`);
  writeFileSync(file, `${JSON.stringify(results, undefined, 2)}\n`);
  const goals = judgeGoals(results).filter(({ verdict }) => verdict !== 'not measured');
  say(`\n${alignedTable([['work', 'figure', 'goal', 'must', 'measured', ''], ...goals.map((goal) => [goal.work, goal.figure, goal.goal, goal.must, goal.measured, goal.verdict])])}`);
  say(`\nAll figures: ${file}`);
  if (options.write) writePage(results);
  return goals.some(({ verdict }) => verdict === 'MISSED') ? 1 : 0;
}
