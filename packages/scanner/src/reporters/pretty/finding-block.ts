import type { Confidence, Finding, Severity } from '@submit-guard/core';
import { printable } from '@submit-guard/core';
import { ruleById } from '@submit-guard/rules';
import { circumstancesOf, confidenceInWords, evidenceByWords, keyInWords } from '../finding-words.ts';
import { codeFrame } from './code-frame.ts';
import type { Look, Paint } from './paint.ts';
import { widthOf, wrapped } from './text-layout.ts';

const signs: Readonly<Record<Severity, string>> = { error: '✖', warning: '▲', info: '●' };

const confidenceLook: Readonly<Record<Confidence, Look>> = {
  certain: 'strong',
  high: 'plain',
  medium: 'plain',
  low: 'faint',
};

const indent = '  ';

/** Width of the column of labels, the widest of which is `because`. */
const labelWidth = 9;

/** Columns of a paragraph that is still easy to read. */
const longestLine = 100;

/** A label and its text, which goes on under itself. */
function labelled(label: string, text: string, columns: number, paint: Paint, look: Look = 'plain'): readonly string[] {
  return wrapped(printable(text), Math.max(30, columns - indent.length - labelWidth)).map((line, index) => {
    const head = index === 0 ? paint('faint', label.padEnd(labelWidth)) : ' '.repeat(labelWidth);
    return `${indent}${head}${paint(look, line)}`;
  });
}

/** `3:17  ✖ error  high confidence` and, at the right edge, the rule. */
function headline(finding: Finding, columns: number, paint: Paint): string {
  const { severity, confidence, line, column, ruleId } = finding;
  const place = `${line}:${column}`;
  const verdict = `${signs[severity]} ${severity}`;
  const sureness = confidenceInWords(confidence);
  const rule = printable(ruleId);
  const taken = indent.length + place.length + widthOf(verdict) + sureness.length + 4;
  const gap = ' '.repeat(Math.max(2, columns - taken - widthOf(rule)));
  const left = [paint('strong', place), paint(severity, verdict), paint(confidenceLook[confidence], sureness)];
  return `${indent}${left.join('  ')}${gap}${paint('rule', rule)}`;
}

/** Each piece of evidence in words with its line; the same words for several lines stand once. */
function becauseRows(finding: Finding, columns: number, paint: Paint): readonly string[] {
  return [...evidenceByWords(finding)].flatMap(([words, lines], index) => {
    const where = `line${lines.length > 1 ? 's' : ''} ${lines.join(', ')}`;
    return labelled(index === 0 ? 'because' : '', `${words}  (${where})`, columns, paint);
  });
}

/** Everything about one finding, without an empty line at either end. */
export function findingBlock(finding: Finding, columns: number, paint: Paint): readonly string[] {
  const key = keyInWords(finding);
  const remedy = ruleById(finding.ruleId)?.remedy[0];
  const rows = [headline(finding, columns, paint)];
  for (const line of wrapped(printable(finding.message), Math.min(columns, longestLine) - indent.length))
    rows.push(`${indent}${paint('strong', line)}`);
  if (finding.excerpt !== undefined && finding.excerpt.length > 0) {
    const label = (kind: string): string =>
      kind === 'key' ? (finding.secret === undefined ? '' : printable(finding.secret.redacted)) : kind;
    const frame = codeFrame(finding.excerpt, label, columns - indent.length, finding.severity, paint);
    rows.push('', ...frame.map((row) => `${indent}${row}`), '');
  }
  rows.push(...becauseRows(finding, columns, paint));
  if (key !== undefined) rows.push(...labelled('key', key, columns, paint));
  for (const [label, words] of circumstancesOf(finding)) rows.push(...labelled(label, words, columns, paint));
  if (remedy !== undefined) rows.push(...labelled('mend', remedy, columns, paint, 'mend'));
  return rows;
}
