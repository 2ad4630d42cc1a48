import { describe, expect, it } from 'vitest';
import { applyBaseline, contentIdOf, emptyBaseline, fingerprintOf, formatBaseline, toBaseline, updateBaseline } from '@submit-guard/core';
import type { Baselinable, Baseline, BaselineContext } from '@submit-guard/core';

const context: BaselineContext = {
  today: '2026-06-15',
  name: '.submit-guard/baseline.json',
  pathInPolicy: (path) => path,
  wasScanned: () => true,
  isGone: () => false,
};

function finding(path: string, value = 'one', ruleId = 'no-hardcoded-key'): Baselinable & { path: string } {
  return { ruleId, path, message: 'A key stands here.', secret: { redacted: '', length: 3, fingerprint: fingerprintOf(value) } };
}

function accept(findings: readonly Baselinable[], change: object = {}, before: Baseline = emptyBaseline): Baseline {
  const { entries } = updateBaseline(findings, before, { reason: 'old and revoked', prune: false, ...change }, context);
  return { version: 1, entries };
}

const keptPaths = (findings: readonly Baselinable[], baseline: Baseline, over: Partial<BaselineContext> = {}) =>
  applyBaseline(findings, baseline, { ...context, ...over }).kept.map(({ path }) => path);

describe('a baseline', () => {
  const baseline = accept([finding('a.py')]);

  it('covers the same key in the same file, however often and wherever it stands there', () => {
    expect(keptPaths([finding('a.py'), finding('a.py')], baseline)).toEqual([]);
  });

  it('does not cover another key on the same line', () => {
    expect(keptPaths([finding('a.py', 'two')], baseline)).toEqual(['a.py']);
  });

  it('does not cover the key for another rule', () => {
    expect(keptPaths([finding('a.py', 'one', 'no-key-in-logs')], baseline)).toEqual(['a.py']);
  });

  it('follows the key to one other file', () => {
    expect(keptPaths([finding('c.py'), finding('b.py')], baseline)).toEqual(['c.py']);
  });

  it('does not cover a copy', () => {
    expect(keptPaths([finding('a.py'), finding('b.py')], baseline)).toEqual(['b.py']);
  });

  it('does not follow the key where nobody looked into the old file', () => {
    const over = { wasScanned: (path: string) => path === 'b.py' };
    expect(keptPaths([finding('b.py')], baseline, over)).toEqual(['b.py']);
    expect(keptPaths([finding('b.py')], baseline, { ...over, isGone: () => true })).toEqual([]);
  });

  it('reports an entry that covers nothing, in what was scanned only', () => {
    expect(applyBaseline([], baseline, context)).toMatchObject({ stale: [{ path: 'a.py' }], notes: [{ kind: 'stale-suppression' }] });
    expect(applyBaseline([], baseline, { ...context, wasScanned: () => false, isGone: () => true })).toMatchObject({ stale: [], notes: [] });
  });

  it('does not cover what has ended, and says so', () => {
    const ended = accept([finding('a.py')], { expires: '2026-06-14' });
    const { kept, notes } = applyBaseline([finding('a.py')], ended, context);
    expect(kept).toHaveLength(1);
    expect(notes).toMatchObject([{ kind: 'expired-suppression' }]);
    expect(keptPaths([finding('a.py')], accept([finding('a.py')], { expires: '2026-06-15' }))).toEqual([]);
  });

  it('knows a finding without a key by its rule and its pointer', () => {
    const field = { ruleId: 'no-key-in-callback-payload', path: 'api.json', message: 'A field.', pointer: '/a/b' };
    const fields = accept([field]);
    expect(keptPaths([field], fields)).toEqual([]);
    expect(keptPaths([{ ...field, pointer: '/a/c' }], fields)).toEqual(['api.json']);
    expect(contentIdOf(field)).toMatch(/^sgf1:[0-9a-f]{24}$/);
  });
});

describe('an update', () => {
  it('keeps what was said, and adds what is new', () => {
    const first = accept([finding('a.py')], { by: 'Ann' });
    const second = updateBaseline([finding('a.py'), finding('b.py', 'two')], first, { reason: 'another', prune: false }, context);
    expect(second.added).toMatchObject([{ path: 'b.py', reason: 'another', added: '2026-06-15' }]);
    expect(second.entries).toMatchObject([{ path: 'a.py', reason: 'old and revoked', by: 'Ann' }, { path: 'b.py' }]);
  });

  it('writes the new path of a key that moved', () => {
    expect(accept([finding('b.py')], { reason: undefined }, accept([finding('a.py')])).entries).toMatchObject([{ path: 'b.py', reason: 'old and revoked' }]);
  });

  it('drops what is gone only when asked to', () => {
    const before = accept([finding('a.py')]);
    expect(accept([], {}, before).entries).toHaveLength(1);
    expect(accept([], { prune: true }, before).entries).toHaveLength(0);
  });

  it('renews what has ended', () => {
    const ended = accept([finding('a.py')], { expires: '2026-06-14' });
    expect(accept([finding('a.py')], { reason: 'still there', expires: '2026-12-31' }, ended).entries).toMatchObject([{ reason: 'still there', expires: '2026-12-31' }]);
  });
});

describe('the file', () => {
  it('is the same whatever the order of the findings, and holds no key', () => {
    const findings = [finding('b.py', 'two'), finding('a.py', 'two'), finding('a.py'), finding('Z.py')];
    const text = formatBaseline(accept(findings).entries);
    expect(formatBaseline(accept([...findings].reverse()).entries)).toBe(text);
    expect(text.endsWith('}\n')).toBe(true);
    expect(toBaseline(JSON.parse(text), 'baseline.json').entries.map(({ path }) => path)).toEqual(['Z.py', 'a.py', 'a.py', 'b.py']);
  });

  const entry = { path: 'a.py', ruleId: 'no-hardcoded-key', fingerprint: fingerprintOf('one'), reason: 'reason', added: '2026-06-15' };

  it.each([
    ['no object', []],
    ['no list', { version: 1, entries: {} }],
    ['another version', { version: 2, entries: [] }],
    ['an entry that is no object', { version: 1, entries: [null] }],
    ['an entry without a reason', { version: 1, entries: [{ ...entry, reason: '' }] }],
    ['an entry that would move a cursor', { version: 1, entries: [{ ...entry, path: '\u001b[2J' }] }],
    ['an entry that turns the direction of writing', { version: 1, entries: [{ ...entry, by: '\u202eann' }] }],
    ['a fingerprint that is none', { version: 1, entries: [{ ...entry, fingerprint: '*' }] }],
    ['a date that is none', { version: 1, entries: [{ ...entry, expires: '2026-13-01' }] }],
  ])('is refused with %s', (_, value) => {
    expect(() => toBaseline(value, 'baseline.json')).toThrow(/^baseline\.json/);
  });
});
