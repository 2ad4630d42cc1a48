import { PolicyError } from '@submit-guard/core';
import { describe, expect, it } from 'vitest';
import { describeError } from '../../src/commands/describe-error.ts';
import { UsageError } from '../../src/commands/usage-error.ts';
import { UnknownReporterError } from '../../src/reporters/index.ts';
import { makeKey } from '../pipeline/engines.ts';

describe('describeError', () => {
  it.each([new UsageError('Say it again.'), new PolicyError('Say it again.')])('passes on the sentences of a $name', (error) => {
    expect(describeError(error, false)).toBe('Say it again.\n');
  });

  it('passes on what a reporter says', () => {
    expect(describeError(new UnknownReporterError('jsn'), false)).toContain('"json"');
  });

  it.each([false, true])('never shows what an unexpected error says (debug: %s)', (debug) => {
    const key = makeKey();
    const errors = [new Error(key), new SyntaxError(`\n    at ${key} (file.js:1:1)`), Object.assign(new Error(`EIO ${key}`), { code: 'EIO' }), key, { key }, new Error('', { cause: key })];
    const named = new Error(key);
    named.name = 'Odd';
    const changed = new Error('first');
    changed.message = `later ${key}`;
    for (const error of [...errors, named, changed]) expect(describeError(error, debug)).not.toContain(key);
  });

  it('shows where an error came from, only when asked', () => {
    expect(describeError(new TypeError('x'), true)).toMatch(/^submit-guard failed \(TypeError\)\. .*\n {4}at .*describe-error\.test\.ts/);
    expect(describeError(new TypeError('x'), false)).not.toContain('    at ');
  });
});
