import type { RuleName } from '../../src/index.ts';

/** A program, and the rules that object to it, one name for each report: all of them in `strict`. `~key~` and `~uuid~` are made at run time. */
export interface Verdict {
  readonly code: string;
  readonly rules: readonly RuleName[];
  readonly path?: string;
}

export const base = 'https://submit.atomyx.io/api';
export const submit = `${base}/jobs`;
export const key = 'process.env.ATOMYX_SUBMIT_API_KEY';
