import type { Report } from '@submit-guard/core';
import { printable } from '@submit-guard/core';
import { ruleById } from '@submit-guard/rules';
import { evidenceInOrder, evidenceInWords, placeOf } from './finding-words.ts';
import type { Reporter } from './reporter.ts';
import { withoutCommands } from './workflow-safety.ts';

const columns = [
  'record',
  'ruleId',
  'clause',
  'severity',
  'confidence',
  'path',
  'line',
  'column',
  'endLine',
  'endColumn',
  'message',
  'redacted',
  'length',
  'fingerprint',
  'evidence',
  'via',
  'pointer',
  'commit',
  'blob',
  'original',
  'docs',
] as const;

type Row = Readonly<Partial<Record<(typeof columns)[number], string | number | undefined>>>;

/**
 * What makes a spreadsheet take a cell for a formula (OWASP, "CSV Injection"), the full-width forms included; blanks
 * before it do not help.
 */
const formula = /^\s*[=+\-@\t\r＝＋－＠|]/;

/** A field of RFC 4180: in quotes where it must be, on one line, and never a formula. */
function field(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = printable(value);
  const safe = formula.test(value) ? `'${text}` : text;
  return /[",\s']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function rowsOf({ findings, coverage, notes, suppressed }: Report): readonly Row[] {
  const read = `${coverage.files} files, ${coverage.blobs} git objects, ${coverage.bytes} bytes`;
  return [
    ...findings.map((finding) => ({
      ...finding,
      ...finding.secret,
      record: 'finding',
      evidence: evidenceInOrder(finding)
        .map((item) => `${evidenceInWords(item)} (line ${item.line})`)
        .join('; '),
      via: finding.via?.join(' > '),
      original: finding.original && placeOf(finding.original),
      docs: ruleById(finding.ruleId)?.docsUrl,
    })),
    ...coverage.unread.map(({ path, reason }) => ({ record: 'unread', severity: 'error', path, message: reason })),
    ...coverage.skipped.map(({ path, reason }) => ({ record: 'skipped', path, message: reason })),
    ...notes.map(({ kind, path, line, message }) => ({ record: kind, severity: 'warning', path, line, message })),
    {
      record: 'read',
      message: `${read}; ${suppressed} findings suppressed`,
    },
  ];
}

/** A table for spreadsheets (RFC 4180, CRLF): rows for the findings, the places that were left out, and what was read. */
export const report: Reporter = (data) =>
  [columns.join(','), ...rowsOf(data).map((row) => columns.map((name) => field(row[name])).join(','))]
    .map((line) => `${withoutCommands(line)}\r\n`)
    .join('');
