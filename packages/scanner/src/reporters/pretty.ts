import type { Finding } from '@submit-guard/core';
import { printable } from '@submit-guard/core';
import { counted } from './amounts.ts';
import { findingBlock } from './pretty/finding-block.ts';
import { historySection } from './pretty/history-section.ts';
import { mendingSection } from './pretty/mending-section.ts';
import type { Paint } from './pretty/paint.ts';
import { createPaint } from './pretty/paint.ts';
import { policySection, summary } from './pretty/summary.ts';
import { columnsOf, widthOf } from './pretty/text-layout.ts';
import type { Reporter } from './reporter.ts';
import { withoutCommands } from './workflow-safety.ts';

function byPath(findings: readonly Finding[]): readonly (readonly [path: string, findings: readonly Finding[]])[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.path);
    if (group === undefined) groups.set(finding.path, [finding]);
    else group.push(finding);
  }
  return [...groups].map(([path, group]) => [path, group.sort((a, b) => a.line - b.line || a.column - b.column)]);
}

function fileHeader(path: string, count: number, columns: number, paint: Paint): string {
  const shown = printable(path);
  const amount = counted(count, 'finding');
  const gap = ' '.repeat(Math.max(2, columns - widthOf(shown) - amount.length));
  return `${paint('path', shown)}${gap}${paint('faint', amount)}`;
}

/**
 * For people at a terminal: findings by file with a code frame, what convicted each and how to mend it, then what was
 * read and what was not. Every line is safe to paste, also into the log of a continuous-integration runner.
 */
export const report: Reporter = (data, options) => {
  const columns = columnsOf(options);
  const paint = createPaint(options.color);
  const rows: string[] = [''];
  for (const [path, findings] of byPath(data.findings)) {
    rows.push(fileHeader(path, findings.length, columns, paint), '');
    for (const finding of findings) rows.push(...findingBlock(finding, columns, paint), '');
  }
  for (const section of [mendingSection(data.findings, columns, paint), historySection(data.findings, columns, paint), policySection(data, columns, paint)]) {
    if (section.length > 0) rows.push(...section, '');
  }
  rows.push(...summary(data, columns, paint), '');
  return `${rows.map(withoutCommands).join('\n')}\n`;
};
