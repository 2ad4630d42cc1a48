import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { examples, examplesOf } from '../src/examples.ts';
import { generatedFiles } from '../src/generator/generated-files.ts';
import { placeholdersIn } from '../src/generator/read-catalogue.ts';
import { ruleById, ruleIds, rules } from '../src/index.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));

describe('the catalogue', () => {
  it('holds the rules of the policy, in the order of its clauses', () => {
    expect(ruleIds).toEqual([
      'no-hardcoded-key',
      'no-key-in-frontend',
      'no-key-in-logs',
      'no-key-in-screenshots',
      'no-key-in-test-tools',
      'no-key-in-callback-payload',
      'no-key-in-job-fields',
      'no-key-as-callback-secret',
      'require-callback-signature',
      'no-key-across-environments',
      'require-bearer-scheme',
      'require-submit-origin',
    ]);
    expect(rules.map(({ id }) => id)).toEqual(ruleIds);
    expect(examples.map(({ ruleId }) => ruleId)).toEqual(ruleIds);
  });

  it('finds rules by name', () => {
    expect(ruleById('no-key-in-logs').clause).toBe('log');
    expect(ruleById('no-such-rule')).toBeUndefined();
    expect(ruleById('__proto__')).toBeUndefined();
  });

  it('is what the rule files say', () => {
    for (const [path, text] of generatedFiles(`${repository}rules`)) {
      expect(readFileSync(repository + path, 'utf8'), `${path} is out of date: run generate`).toBe(text);
    }
  });
});

describe.each(rules)('$id', (rule) => {
  it('has words for every placeholder of its message', () => {
    expect(placeholdersIn(rule.message).sort()).toEqual(Object.keys(rule.placeholders).sort());
  });

  it('shows each example under a title and a path of its own', () => {
    const { found, notFound } = examplesOf(rule.id);
    for (const list of [found, notFound]) {
      expect(new Set(list.map(({ title }) => title)).size).toBe(list.length);
    }
  });

  it('shows twins: the same file, leaking and clean', () => {
    const { found, notFound } = examplesOf(rule.id);
    const clean = new Set(notFound.map(({ path }) => path));
    expect(found.filter(({ path }) => clean.has(path)).length).toBeGreaterThanOrEqual(2);
  });
});
