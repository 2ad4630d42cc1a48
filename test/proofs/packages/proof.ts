import { readFileSync } from 'node:fs';
import type { Detector, Finding, Match } from '@submit-guard/core';
import { confidenceOf } from '@submit-guard/core';
import type { TextScanner } from 'submit-guard';
import { marksOfMatches } from '../../judgements/marks.ts';
import { placeOf } from '../../judgements/positions.ts';
import { filesIn } from './files.ts';

export interface Readers {
  readonly detector: Detector;
  readonly scan: TextScanner;
}

export interface FolderFigures {
  files: number;
  bytes: number;
  /** Every finding: its place and the evidence, never the value. */
  findings: string[];
}

function describe(path: string, text: string, match: Match): string {
  const { line, column } = placeOf(text, match.start);
  const evidence = match.evidence.map(({ kind, detail }) => `${kind}: ${detail}`).join('; ');
  return `${path}:${line}:${column} ${String(match.secret)} ${confidenceOf(match.evidence)} (${[evidence, ...match.via].join(', ')})`;
}

function describeFinding(path: string, { line, column, ruleId, confidence, evidence }: Finding): string {
  return `${path}:${line}:${column} ${ruleId} ${confidence} (${evidence.map(({ kind, detail }) => `${kind}: ${detail}`).join('; ')})`;
}

const program = /\.(?:[cm]?[jt]s|[jt]sx|vue|svelte|html?)$/;

/**
 * Reads every file of a folder as text, without the prefilter, so that even what the scanner would skip must be harmless. Programs
 * are scanned as well, as programs.
 *
 * @param figures - is added to.
 * @param most - no further file is read once so many bytes were.
 */
export function readFolder({ detector, scan }: Readers, folder: string, figures: FolderFigures, most = Infinity): void {
  for (const file of filesIn(folder)) {
    if (figures.bytes >= most) return;
    const content = readFileSync(file);
    figures.files += 1;
    figures.bytes += content.length;
    const text = content.toString('utf8');
    for (const match of detector.detect(text)) {
      if (marksOfMatches([match]).length > 0) figures.findings.push(describe(file, text, match));
    }
    if (program.test(file)) for (const finding of scan(content, file).findings) figures.findings.push(describeFinding(file, finding));
  }
}
