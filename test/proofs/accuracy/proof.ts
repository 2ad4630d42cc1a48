import { createDetector } from '@submit-guard/core';
import { createTextScanner } from 'submit-guard';
import { judge } from '../../judgements/judgement.ts';
import type { Mark } from '../../judgements/marks.ts';
import { marksOfFindings, marksOfMatches } from '../../judgements/marks.ts';
import { placeOf } from '../../judgements/positions.ts';
import type { LabelledFile } from './labelled-files.ts';

export interface Tally {
  files: number;
  keys: number;
  found: number;
  falseAlarms: number;
}

export interface Accuracy {
  readonly total: Tally;
  readonly byLanguage: ReadonlyMap<string, Tally>;
  /** What went wrong, as `missed: path:line:column`. */
  readonly faults: readonly string[];
}

const emptyTally = (): Tally => ({ files: 0, keys: 0, found: 0, falseAlarms: 0 });

/** Share of the keys that were found; 1 where there are none. */
export const recallOf = ({ keys, found }: Tally): number => (keys === 0 ? 1 : found / keys);

/** Share of the findings that are keys; 1 where nothing was found. */
export const precisionOf = ({ found, falseAlarms }: Tally): number => (found + falseAlarms === 0 ? 1 : found / (found + falseAlarms));

/** Finds keys in a file. */
export type Engine = (file: LabelledFile) => readonly Mark[];

/** The detector on the decoded text, and the scanner on the bytes of the file, by its path. */
export function createEngines(): Readonly<Record<'detector' | 'scanner', Engine>> {
  const detector = createDetector();
  const scan = createTextScanner();
  return {
    detector: ({ text }) => marksOfMatches(detector.detect(text)),
    scanner: ({ bytes, path, text }) => marksOfFindings(scan(bytes, path).findings, text),
  };
}

/** Folders of the corpus with what no reader of mere text can find. */
const beyondText: readonly string[] = ['data-flow', 'structures'];

/** Whether an engine by itself can be expected to find what stands in a file. */
export function isReadBy(engine: string, { language }: LabelledFile): boolean {
  return engine === 'scanner' || !beyondText.includes(language);
}

/** Compares what an engine finds in the files with what is marked there. */
export function measureAccuracy(engine: Engine, files: readonly LabelledFile[]): Accuracy {
  const total = emptyTally();
  const byLanguage = new Map<string, Tally>();
  const faults: string[] = [];
  for (const file of files) {
    const { source, language, text, keys } = file;
    const judgement = judge(engine(file), keys);
    const tally = byLanguage.get(language) ?? emptyTally();
    byLanguage.set(language, tally);
    for (const each of [total, tally]) {
      each.files += 1;
      each.keys += keys.length;
      each.found += judgement.found.length;
      each.falseAlarms += judgement.extra.length;
    }
    const at = (offset: number): string => {
      const { line, column } = placeOf(text, offset);
      return `${source}:${line}:${column}`;
    };
    faults.push(...judgement.missed.map(({ start }) => `missed: ${at(start)}`));
    faults.push(...judgement.extra.map(({ start, end }) => `false alarm: ${at(start)}, ${end - start} units`));
  }
  return { total, byLanguage, faults };
}
