import type { Coverage, Finding, FindingEvidence, PolicyNote } from '@submit-guard/core';
import type { Reporter } from './reporter.ts';

/**
 * What JSON allows in a string but what acts on a terminal, or on a runner that reads `##[command]` from the log: shown
 * as escapes, which mean the same.
 */
const active = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|#(?=#[a-z]*\[)/giu;

/** JSON with two blanks a level or all in one line, safe to print: its own line feeds are its only control characters. Ends with one. */
export function printableJson(value: unknown, layout: 'document' | 'line' = 'document'): string {
  const escaped = JSON.stringify(value, undefined, layout === 'document' ? 2 : 0).replace(active, (character) => {
    if (character === '\n') return character;
    return character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join('');
  });
  return `${escaped}\n`;
}

const evidenceItem = ({ kind, line, detail, column, endLine, endColumn }: FindingEvidence): object => ({
  kind,
  line,
  detail,
  column,
  endLine,
  endColumn,
});

/** The order of the members is part of the contract; members that are `undefined` are left out by `JSON.stringify`. */
export const findingItem = (finding: Finding): object => ({
  ruleId: finding.ruleId,
  clause: finding.clause,
  severity: finding.severity,
  confidence: finding.confidence,
  message: finding.message,
  path: finding.path,
  line: finding.line,
  column: finding.column,
  endLine: finding.endLine,
  endColumn: finding.endColumn,
  secret: finding.secret && {
    redacted: finding.secret.redacted,
    length: finding.secret.length,
    fingerprint: finding.secret.fingerprint,
  },
  evidence: finding.evidence.map(evidenceItem),
  via: finding.via === undefined || finding.via.length === 0 ? undefined : finding.via,
  pointer: finding.pointer,
  box: finding.box && { x: finding.box.x, y: finding.box.y, width: finding.box.width, height: finding.box.height },
  commit: finding.commit,
  blob: finding.blob,
  history: finding.history && {
    authored: finding.history.authored,
    paths: finding.history.paths,
    tips: finding.history.tips,
    refs: finding.history.refs,
  },
  original: finding.original && {
    path: finding.original.path,
    line: finding.original.line,
    column: finding.original.column,
  },
  chain: finding.chain?.map(({ path, line, column, what }) => ({ path, line, column, what })),
  surface: finding.surface,
  image: finding.image && { width: finding.image.width, height: finding.image.height },
  excerpt: finding.excerpt?.map(({ line, text, marks }) => ({
    line,
    text,
    marks: marks.map(({ column, endColumn, kind }) => ({ column, endColumn, kind })),
  })),
});

/** What was read, as the document has it. */
export const coverageItem = (coverage: Coverage): object => ({
  files: coverage.files,
  members: coverage.members,
  commits: coverage.commits,
  blobs: coverage.blobs,
  knownClean: coverage.knownClean,
  bytes: coverage.bytes,
  skipped: coverage.skipped.map(({ path, reason }) => ({ path, reason })),
  unread: coverage.unread.map(({ path, reason }) => ({ path, reason })),
});

export const noteItem = ({ kind, path, line, message }: PolicyNote): object => ({ kind, path, line, message });

/** One JSON document: the contract that other programs rely on. */
export const report: Reporter = ({ findings, coverage, suppressed, notes }, { version }) =>
  printableJson({
    tool: { name: 'submit-guard', version },
    findings: findings.map(findingItem),
    coverage: coverageItem(coverage),
    suppressed,
    notes: notes.map(noteItem),
  });
