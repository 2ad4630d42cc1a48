import { randomBytes } from 'node:crypto';
import type { RuleName, SubmitGuardSettings } from '../src/index.ts';
import type { RuleCase, RuleError } from './rule-testers.ts';
import { runEverywhere } from './rule-testers.ts';

/** A piece of code, and what is reported in it: `«...»` marks each place. `«key»` is a fresh key, to be reported; `~key~` one that is not. */
export interface Case {
  readonly code: string;
  readonly path?: string;
  readonly settings?: SubmitGuardSettings;
  readonly options?: object;
  /** What an editor offers for the first report, where the case is about that. */
  readonly suggestions?: NonNullable<RuleError['suggestions']>;
  /** Why oxlint cannot run the case, where it cannot. */
  readonly notInOxlint?: string;
}

/** Lines and columns from 1 of a stretch of a text. */
function errorAt(text: string, start: number, end: number): RuleError {
  const place = (offset: number): readonly [number, number] => {
    const lines = text.slice(0, offset).split('\n');
    return [lines.length, (lines.at(-1) ?? '').length + 1];
  };
  const [line, column] = place(start);
  const [endLine, endColumn] = place(end);
  return { messageId: 'found', line, column, endLine, endColumn };
}

/** Takes the marks out of a code and remembers where they were. */
function readMarks(marked: string): Pick<RuleCase, 'code' | 'errors'> {
  const places: [number, number][] = [];
  let code = '';
  for (const part of marked.split(/(«[^»]*»)/)) {
    if (part.startsWith('«')) places.push([code.length, code.length + part.length - 2]);
    code += part.replace(/[«»]/g, '');
  }
  return { code, errors: places.map(([start, end]) => errorAt(code, start, end)) };
}

/** Runs one rule alone over codes with marks, in every linter; a code without marks must be clean. */
export function cases(rule: RuleName, all: readonly (string | Case)[]): void {
  runEverywhere(
    rule,
    all.map((item) => {
      const { code, path = 'server/file.ts', settings, options, suggestions, notInOxlint }: Case = typeof item === 'string' ? { code: item } : item;
      const key = randomBytes(20).toString('hex');
      const other = randomBytes(20).toString('hex');
      const { code: filled, errors } = readMarks(code.replaceAll('«key»', `«${key}»`).replaceAll('~key~', other));
      const [first, ...rest] = errors;
      return {
        code: filled,
        errors: first && suggestions ? [{ ...first, suggestions }, ...rest] : errors,
        filename: path,
        ...(settings && { settings: { 'submit-guard': settings } }),
        ...(options && { options: [options] }),
        notInOxlint,
      };
    }),
  );
}
