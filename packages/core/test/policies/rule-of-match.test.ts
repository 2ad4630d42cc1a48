import { ruleById, rules, surfaces } from '@submit-guard/rules';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../src/evidence/evidence.ts';
import type { Aspect } from '../../src/match.ts';
import { messageOf, ruleOfMatch } from '../../src/policies/rule-of-match.ts';
import { Secret } from '../../src/secrets/secret.ts';

const secret = new Secret('some value');
const named = (detail: string): readonly Evidence[] => [{ kind: 'name', start: 0, end: 1, detail }];
const key = { aspect: 'key', secret, evidence: named('ATOMYX_SUBMIT_API_KEY') } as const;

describe('the rule of a key', () => {
  it.each([
    ['repository', 'no-hardcoded-key'],
    ['frontend', 'no-key-in-frontend'],
    ['log', 'no-key-in-logs'],
    ['screenshot', 'no-key-in-screenshots'],
    ['test-tool', 'no-key-in-test-tools'],
    ['callback', 'no-key-in-callback-payload'],
  ] as const)('in %s is %s', (surface, id) => {
    expect(ruleOfMatch(key, surface)?.id).toBe(id);
    expect(ruleById(id).surfaces).toContain(surface);
  });

  it.each([
    'NEXT_PUBLIC_SUBMIT_API_KEY',
    'VITE_ATOMYX_KEY',
    'REACT_APP_SUBMIT_API_KEY',
    'EXPO_PUBLIC_SUBMIT_API_KEY',
    'NUXT_PUBLIC_SUBMIT_API_KEY',
    'PUBLIC_SUBMIT_API_KEY',
    'GATSBY_SUBMIT_API_KEY',
    'VUE_APP_SUBMIT_API_KEY',
    'import.meta.env.VITE_SUBMIT_API_KEY',
    'the name VITE_SUBMIT_API_KEY',
  ])('that is called %s is the rule of frontends', (name) => {
    expect(ruleOfMatch({ ...key, evidence: named(name) }, 'repository')?.id).toBe('no-key-in-frontend');
    expect(ruleOfMatch({ ...key, evidence: named(name) }, 'log')?.id).toBe('no-key-in-logs');
  });

  it.each(['INVITE_SUBMIT_API_KEY', 'REPUBLIC_SUBMIT_KEY', 'NON_PUBLIC_SUBMIT_KEY', 'submitPublicApiKey', 'VITE'])(
    'that is called %s is the rule of the repository',
    (name) => {
      expect(ruleOfMatch({ ...key, evidence: named(name) }, 'repository')?.id).toBe('no-hardcoded-key');
    },
  );

  it('is not changed by a public name that is only near', () => {
    const evidence: readonly Evidence[] = [{ kind: 'vicinity', start: 0, end: 1, detail: 'VITE_SUBMIT_URL' }];
    expect(ruleOfMatch({ ...key, evidence }, 'repository')?.id).toBe('no-hardcoded-key');
  });
});

describe('the rule of what is wrong', () => {
  it.each([
    ['job-field', 'repository', 'no-key-in-job-fields'],
    ['job-field', 'test-tool', 'no-key-in-job-fields'],
    ['callback-field', 'repository', 'no-key-in-callback-payload'],
    ['callback-field', 'callback', 'no-key-in-callback-payload'],
    ['scheme', 'test-tool', 'require-bearer-scheme'],
    ['origin', 'test-tool', 'require-submit-origin'],
    ['environment', 'repository', 'no-key-across-environments'],
    ['environment', 'test-tool', 'no-key-across-environments'],
  ] as const)('%s in %s is %s', (aspect, surface, id) => {
    expect(ruleOfMatch({ aspect, evidence: [] }, surface)?.id).toBe(id);
    expect(ruleOfMatch({ ...key, aspect }, surface)?.id).toBe(id);
  });

  it.each([
    ['job-field', 'log', 'no-key-in-logs'],
    ['job-field', 'screenshot', 'no-key-in-screenshots'],
    ['scheme', 'repository', 'no-hardcoded-key'],
    ['origin', 'log', 'no-key-in-logs'],
  ] as const)('%s with a key in %s is %s', (aspect, surface, id) => {
    expect(ruleOfMatch({ ...key, aspect }, surface)?.id).toBe(id);
  });

  it.each([
    ['scheme', 'repository'],
    ['origin', 'frontend'],
    ['callback-field', 'log'],
    ['environment', 'screenshot'],
  ] as const)('%s without a key is nothing in %s', (aspect, surface) => {
    expect(ruleOfMatch({ aspect, evidence: [] }, surface)).toBeUndefined();
  });

  it('is a rule that the scanner checks and that speaks on the surface', () => {
    const aspects: readonly Aspect[] = ['key', 'job-field', 'callback-field', 'scheme', 'origin', 'environment'];
    for (const aspect of aspects) {
      for (const surface of surfaces) {
        const rule = ruleOfMatch({ ...key, aspect }, surface);
        expect(rule?.engines).toContain('scanner');
        expect(rule?.surfaces).toContain(surface);
      }
    }
  });

  it('leaves no rule of the scanner without a match', () => {
    const aspects: readonly Aspect[] = ['key', 'job-field', 'callback-field', 'scheme', 'origin', 'environment'];
    const reached = new Set(
      aspects.flatMap((aspect) => surfaces.map((surface) => ruleOfMatch({ ...key, aspect }, surface)?.id)),
    );
    for (const rule of rules.filter(({ engines }) => engines.includes('scanner'))) expect(reached).toContain(rule.id);
  });
});

describe('a message', () => {
  const rule = ruleById('require-bearer-scheme');

  it('has the words of the match', () => {
    expect(messageOf(rule, { data: { problem: 'uses the scheme Token' } })).toContain(
      'this Submit request uses the scheme Token,',
    );
  });

  it('has words of its own where the match has none', () => {
    expect(messageOf(rule, {})).toContain('does not use the Bearer scheme');
  });

  it('takes the words as they are', () => {
    expect(
      messageOf({ message: '{a} {b} {constructor}', placeholders: { b: '2' } }, { data: { a: '{b} $& $1' } }),
    ).toBe('{b} $& $1 2 {constructor}');
  });

  it.each(rules)('of $id has no placeholder left', (any) => {
    expect(messageOf(any, {})).not.toMatch(/[{}]/);
  });
});
