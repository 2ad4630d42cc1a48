import type { Finding, Report } from '@submit-guard/core';
import { severities } from '@submit-guard/core';
import { ruleById } from '@submit-guard/rules';
import { counted, inDigits, tallied } from './amounts.ts';
import { coverageInWords, placeOf, placesRead } from './finding-words.ts';
import { findingDetails } from './markdown/details.ts';
import { asCode, withoutMarkup } from './markdown/markup.ts';
import type { Reporter } from './reporter.ts';
import { titleOf } from './rule-metadata.ts';
import { withoutCommands } from './workflow-safety.ts';

/** UTF-16 units of a comment; GitHub takes 65,536 characters. */
const longest = 65_000;

/** Kept free for the sentence that says what was left out. */
const reserve = 400;

/** By this a program finds the comment that it wrote before. */
const marker = '<!-- submit-guard -->';

const severityMarks = { error: '🔴', warning: '🟡', info: '🔵' } as const;

function headline({ findings, coverage }: Report): string {
  if (findings.length > 0) return `## 🔑 ${counted(findings.length, 'Submit key finding')}`;
  if (coverage.unread.length > 0) return '## ⚠️ No Submit key found, but not everything could be read';
  if (placesRead(coverage) === 0) return '## ⚠️ Nothing was read';
  return '## ✅ No Submit key found';
}

function summary({ findings, coverage, suppressed, notes }: Report): readonly string[] {
  const lines: string[] = [];
  if (findings.length > 0) {
    const counts = severities.map(
      (severity) => [severity, findings.filter((finding) => finding.severity === severity).length] as const,
    );
    lines.push(
      `- ${counts
        .filter(([, count]) => count > 0)
        .map(([severity, count]) => `${severityMarks[severity]} ${severity}: ${inDigits(count)}`)
        .join(' · ')}`,
    );
  }
  lines.push(
    `- Read ${coverageInWords(coverage)}${suppressed > 0 ? `; ${counted(suppressed, 'finding')} suppressed` : ''}.`,
  );
  if (coverage.skipped.length > 0) {
    const reasons = tallied(coverage.skipped.map((place) => place.reason)).map(
      ([reason, count]) => `${withoutMarkup(reason)} ${inDigits(count)}`,
    );
    lines.push(`- Skipped ${counted(coverage.skipped.length, 'place')}: ${reasons.join(' · ')}.`);
  }
  for (const { path, reason } of coverage.unread)
    lines.push(`- ❌ Not read: ${asCode(path)}, ${withoutMarkup(reason)}.`);
  for (const { path, line, message } of notes)
    lines.push(`- ⚠️ ${asCode(line === undefined ? path : `${path}:${line}`)}: ${withoutMarkup(message)}`);
  return lines;
}

function tableRow(finding: Finding): string {
  const rule = ruleById(finding.ruleId);
  const name = rule === undefined ? asCode(finding.ruleId) : `[${rule.id}](${rule.docsUrl})`;
  const key = finding.secret === undefined ? '' : asCode(finding.secret.redacted);
  const title = `${withoutMarkup(titleOf(finding.ruleId))}<br>${name}`;
  const cells = [severityMarks[finding.severity], asCode(placeOf(finding)), title, finding.confidence, key];
  return `| ${cells.join(' | ')} |`;
}

/** Fills a comment part by part and counts what no longer fits. */
class Comment {
  #text = '';

  /** Whether the lines fitted; they are added whole or not at all. */
  add(lines: readonly string[]): boolean {
    const part = `${lines.join('\n')}\n`;
    if (this.#text.length + part.length > longest - reserve) return false;
    this.#text += part;
    return true;
  }

  /** Adds lines one by one until one does not fit; returns how many were left out. */
  addEach(lines: readonly string[]): number {
    const fitting = lines.findIndex((line) => !this.add([line]));
    return fitting === -1 ? 0 : lines.length - fitting;
  }

  end(sentence: string): string {
    return `${this.#text}${sentence}`.split('\n').map(withoutCommands).join('\n');
  }
}

/** A comment for a pull request: summary, table and details, at most 65,000 characters long. */
export const report: Reporter = (data) => {
  const comment = new Comment();
  comment.add([marker, headline(data), '']);
  const left: string[] = [];
  const leave = (count: number, noun: string): void => {
    if (count > 0) left.push(counted(count, noun));
  };
  leave(comment.addEach(summary(data)), 'summary line');
  if (data.findings.length > 0) {
    comment.add(['', '| | Place | Rule | Confidence | Key |', '| --- | --- | --- | --- | --- |']);
    const missing = comment.addEach(data.findings.map(tableRow));
    leave(missing, 'finding');
    comment.add(['']);
    const shown = data.findings.slice(0, data.findings.length - missing);
    const detailed = shown.findIndex((finding) => !comment.add(findingDetails(finding)));
    if (missing === 0 && detailed !== -1) left.push(`the details of ${counted(shown.length - detailed, 'finding')}`);
  }
  if (left.length === 0) return comment.end('');
  return comment.end(
    `\n**Left out, because a comment can only be so long: ${left.join(', ')}. \`--format json\` prints them all.**\n`,
  );
};
