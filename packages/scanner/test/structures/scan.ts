import type { Finding } from '@submit-guard/core';
import { scanText } from '../../src/scan-text.ts';

/** What a scan says of one text: the rule, the text at the range, the words of the message. */
export interface Told {
  readonly rule: string;
  readonly text: string;
  readonly message: string;
  readonly pointer?: string | undefined;
}

/** Scans one text and reads what its findings point at. */
export function told(text: string, path: string, config: Parameters<typeof scanText>[2] = {}): readonly Told[] {
  return scanText(text, path, config).findings.map((finding) => ({ rule: finding.ruleId, text: textAt(text, finding), message: finding.message, pointer: finding.pointer }));
}

function textAt(text: string, { line, column, endLine, endColumn }: Finding): string {
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  if (line === endLine) return (lines[line - 1] ?? '').slice(column - 1, endColumn - 1);
  return [(lines[line - 1] ?? '').slice(column - 1), ...lines.slice(line, endLine - 1), (lines[endLine - 1] ?? '').slice(0, endColumn - 1)].join('\n');
}

/** Why files were read as text, as the coverage says. */
export function skipped(text: string, path: string): readonly string[] {
  return scanText(text, path).coverage.skipped.map(({ reason }) => reason);
}
