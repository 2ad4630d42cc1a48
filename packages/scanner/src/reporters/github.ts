import type { Finding, Report, Severity } from '@submit-guard/core';
import { printable } from '@submit-guard/core';
import { ruleById } from '@submit-guard/rules';
import { counted } from './amounts.ts';
import {
  circumstancesOf,
  confidenceInWords,
  coverageInWords,
  evidenceInOrder,
  evidenceInWords,
  keyInWords,
  placesRead,
} from './finding-words.ts';
import type { Reporter } from './reporter.ts';
import { titleOf } from './rule-metadata.ts';

type Command = 'error' | 'warning' | 'notice';

const commands: Readonly<Record<Severity, Command>> = { error: 'error', warning: 'warning', info: 'notice' };

/** The most severe annotations first: a runner shows ten of each kind. */
const order: readonly Command[] = ['error', 'warning', 'notice'];

/** The escapes of a workflow command (actions/toolkit, packages/core/src/command.ts). `##[` starts the older form. */
const escapedData = (text: string): string =>
  text
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')
    .replace(/##(?=[a-z]*\[)/gi, '# #');

const escapedProperty = (text: string): string => escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** One command on one line. Lines of the message may be given as such; everything in them is made printable. */
function command(
  name: Command,
  properties: Readonly<Record<string, string | number | undefined>>,
  message: readonly string[],
): string {
  const list = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${escapedProperty(printable(String(value)))}`);
  return `::${name}${list.length > 0 ? ` ${list.join(',')}` : ''}::${escapedData(message.map(printable).join('\n'))}`;
}

function annotation(finding: Finding): string {
  const { line, column, endLine, endColumn, ruleId } = finding;
  const rule = ruleById(ruleId);
  const key = keyInWords(finding);
  const message = [
    finding.message,
    ...evidenceInOrder(finding).map((item) => `- ${evidenceInWords(item)} (line ${item.line})`),
    ...(key === undefined ? [] : [`key: ${key}`]),
    ...circumstancesOf(finding).map(([label, words]) => `${label}: ${words}`),
    ...(rule === undefined ? [] : [`mend: ${rule.remedy[0] ?? ''}`, rule.docsUrl]),
  ];
  // Columns of an annotation that spans lines are refused by the API, so only the lines are given then.
  const columns = endLine === line ? { col: column, endColumn: Math.max(column, endColumn) } : {};
  const title = `${titleOf(ruleId)} (${ruleId}, ${confidenceInWords(finding.confidence)})`;
  return command(commands[finding.severity], { file: finding.path, line, endLine, ...columns, title }, message);
}

function summary({ findings, coverage, suppressed }: Report): string {
  const parts = [
    findings.length === 0 ? 'No Submit key found.' : `${counted(findings.length, 'finding')}.`,
    `Read ${coverageInWords(coverage)}.`,
  ];
  if (placesRead(coverage) === 0) parts.push('Nothing was read, so nothing can be said.');
  if (coverage.skipped.length > 0) parts.push(`${counted(coverage.skipped.length, 'place')} skipped.`);
  if (coverage.unread.length > 0)
    parts.push(`${counted(coverage.unread.length, 'place')} could not be read: this scan is not complete.`);
  if (suppressed > 0) parts.push(`${counted(suppressed, 'finding')} suppressed.`);
  return parts.join(' ');
}

/** Workflow commands of GitHub Actions: annotations for findings, unread places and policy notes, then a summary. */
export const report: Reporter = (data) => {
  const findings = [...data.findings].sort(
    (a, b) => order.indexOf(commands[a.severity]) - order.indexOf(commands[b.severity]),
  );
  const lines = [
    ...findings.map(annotation),
    ...data.coverage.unread.map(({ path, reason }) =>
      command('error', { file: path, title: 'Not read' }, [
        `${path} could not be read: ${reason}. This scan is not complete.`,
      ]),
    ),
    ...data.notes.map(({ kind, path, line, message }) =>
      command('warning', { file: path, line, title: kind.replaceAll('-', ' ') }, [message]),
    ),
    command('notice', { title: 'submit-guard' }, [summary(data)]),
  ];
  return `${lines.join('\n')}\n`;
};
