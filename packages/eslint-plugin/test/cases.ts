import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import type { SubmitGuardSettings } from '../src/index.ts';
import { reports } from './lint.ts';

/** A piece of code, and what is reported in it: `«...»` marks each place. `«key»` is a fresh key, to be reported; `~key~` one that is not. */
export interface Case {
  readonly code: string;
  readonly path?: string;
  readonly settings?: SubmitGuardSettings;
  readonly options?: object;
}

const fatal = [['fatal']];

/** Runs one rule alone over codes with marks; a code without marks must be clean. */
export function cases(rule: string, all: readonly (string | Case)[]): void {
  it.each(all.map((item) => (typeof item === 'string' ? { code: item } : item)))('$code', ({ code, path = 'server/file.ts', settings, options }: Case) => {
    const key = randomBytes(20).toString('hex');
    const other = randomBytes(20).toString('hex');
    const filled = code.replaceAll('«key»', `«${key}»`).replaceAll('~key~', other);
    const expected = [...filled.matchAll(/«([^»]*)»/g)].map((match) => `${rule}: ${match[1] ?? ''}`);
    const text = filled.replace(/[«»]/g, '');
    const found = (name: string): readonly string[] => reports(name, text, settings, { [`submit-guard/${rule}`]: options ? ['error', options] : 'error' });
    expect(found(path)).toEqual(expected);
    // The same with ESLint's own parser, where it can read the code.
    const plain = path.replace(/\.ts(x?)$/, '.js$1');
    if (plain !== path) expect([expected, ...fatal]).toContainEqual(found(plain).map((report) => (report.startsWith('fatal') ? 'fatal' : report)));
  });
}
