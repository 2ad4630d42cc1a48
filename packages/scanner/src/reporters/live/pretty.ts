import { printable } from '@submit-guard/core';
import { counted } from '../amounts.ts';
import { coverageInWords } from '../finding-words.ts';
import { columnsOf } from '../pretty/text-layout.ts';
import { findingBlock } from '../pretty/finding-block.ts';
import { createPaint } from '../pretty/paint.ts';
import { nothingFound, placeRows, policyRows } from '../pretty/summary.ts';
import { withoutCommands } from '../workflow-safety.ts';
import type { CreateLiveReporter } from './live-reporter.ts';

/** For people who watch a log: each finding with its code frame under the name of its file, which stands once while it stays the same. */
export const createReporter: CreateLiveReporter = (options) => {
  const columns = columnsOf(options);
  const paint = createPaint(options.color);
  const textOf = (rows: readonly string[]): string => `${rows.map(withoutCommands).join('\n')}\n`;
  let last: string | undefined;
  return {
    finding(finding) {
      const header = finding.path === last ? [] : ['', paint('path', printable(finding.path))];
      last = finding.path;
      return textOf([...header, '', ...findingBlock(finding, columns, paint)]);
    },
    note: (note) => textOf(['', ...policyRows(note, columns, paint)]),
    summary: ({ findings, places, coverage }) => textOf([
      '',
      paint('faint', '─'.repeat(columns)),
      findings > 0 ? paint('error', `✖ ${counted(findings, 'finding')} in ${counted(places, 'file')}`) : nothingFound(coverage, paint),
      `  ${paint('faint', 'read'.padEnd(12))}${coverageInWords(coverage)}`,
      ...placeRows('not read, so this scan is not complete', coverage.unread, paint),
    ]),
  };
};
