import type { Confidence, Coverage, PlaceNote, PolicyNote, Report, Severity } from '@submit-guard/core';
import { confidences, printable, severities } from '@submit-guard/core';
import { counted, inDigits, tallied } from '../amounts.ts';
import { coverageInWords, placesRead } from '../finding-words.ts';
import type { Paint } from './paint.ts';
import { wrapped } from './text-layout.ts';

/** Places named one by one; the rest is counted. The other formats name them all. */
const mostPlaces = 50;

const labelWidth = 12;

const listed = (tally: readonly (readonly [string, number])[]): string =>
  tally.map(([name, count]) => `${printable(name)} ${inDigits(count)}`).join(' · ');

const inOrder = <Name extends string>(
  order: readonly Name[],
  values: readonly Name[],
): readonly (readonly [Name, number])[] =>
  order
    .map((name) => [name, values.filter((value) => value === name).length] as const)
    .filter(([, count]) => count > 0);

function verdict({ findings, coverage, notes }: Report, paint: Paint): string {
  if (findings.length > 0) {
    const bySeverity = inOrder<Severity>(
      severities,
      findings.map((finding) => finding.severity),
    );
    const files = new Set(findings.map((finding) => finding.path)).size;
    const counts = bySeverity.map(([severity, count]) =>
      severity === 'info' ? `${inDigits(count)} info` : counted(count, severity),
    );
    const total = `✖ ${counted(findings.length, 'finding')} in ${counted(files, 'file')}`;
    return `${paint(bySeverity[0]?.[0] ?? 'error', total)}  ${counts.join(' · ')}`;
  }
  const faulty = notes.filter(({ kind }) => kind === 'invalid-suppression').length;
  if (coverage.unread.length === 0 && faulty > 0) return paint('error', `✖ No Submit key found, but ${counted(faulty, 'suppression')} cannot count`);
  return nothingFound(coverage, paint);
}

/** What can be said where nothing was found. */
export function nothingFound(coverage: Coverage, paint: Paint): string {
  const missed = coverage.unread.length;
  if (missed > 0) return paint('error', `✖ No Submit key found, but ${counted(missed, 'place')} could not be read`);
  if (placesRead(coverage) === 0) return paint('warning', '▲ Nothing was read, so nothing can be said');
  return paint('good', '✔ No Submit key found');
}

/** Places with the reason of each under a label; no rows where there are none. */
export function placeRows(label: string, places: readonly PlaceNote[], paint: Paint): readonly string[] {
  const rows = places
    .slice(0, mostPlaces)
    .map(({ path, reason }) => `    ${printable(path)}${paint('faint', `  ${printable(reason)}`)}`);
  if (places.length > mostPlaces)
    rows.push(
      `    ${paint('faint', `and ${counted(places.length - mostPlaces, 'more place')}; --format json names them all`)}`,
    );
  return rows.length === 0 ? [] : [`  ${paint('error', label)}`, ...rows];
}

/** What the policy's suppressions need from a person. */
export function policySection({ notes }: Report, columns: number, paint: Paint): readonly string[] {
  if (notes.length === 0) return [];
  return [paint('strong', 'Suppressions that need a look'), '', ...notes.flatMap((note) => policyRows(note, columns, paint))];
}

/** What one suppression needs. */
export function policyRows({ kind, path, line, message }: PolicyNote, columns: number, paint: Paint): readonly string[] {
  const place = `${printable(path)}${line === undefined ? '' : `:${line}`}`;
  const head = `  ${kind === 'invalid-suppression' ? paint('error', '✖') : paint('warning', '▲')} ${place}  ${paint('warning', kind.replaceAll('-', ' '))}`;
  return [head, ...wrapped(printable(message), columns - 4).map((row) => `    ${row}`)];
}

/** How many findings of which kinds, and what was looked at. */
export function summary(report: Report, columns: number, paint: Paint): readonly string[] {
  const { findings, coverage, suppressed } = report;
  const rows = [paint('faint', '─'.repeat(columns)), verdict(report, paint)];
  const row = (label: string, text: string): void => {
    wrapped(text, columns - labelWidth - 2).forEach((line, index) => {
      rows.push(`  ${paint('faint', (index === 0 ? label : '').padEnd(labelWidth))}${line}`);
    });
  };
  if (findings.length > 0) {
    row('clauses', listed(tallied(findings.map((finding) => finding.clause))));
    row(
      'confidence',
      listed(
        [
          ...inOrder<Confidence>(
            confidences,
            findings.map((finding) => finding.confidence),
          ),
        ].reverse(),
      ),
    );
  }
  row('read', coverageInWords(coverage));
  if (coverage.skipped.length > 0) {
    row(
      'skipped',
      `${inDigits(coverage.skipped.length)}: ${listed(tallied(coverage.skipped.map((place) => place.reason)))}`,
    );
  }
  if (suppressed > 0) row('suppressed', counted(suppressed, 'finding'));
  rows.push(...placeRows('not read, so this scan is not complete', coverage.unread, paint));
  return rows;
}
