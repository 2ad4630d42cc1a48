import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageData, PageFinding } from '../src/index.ts';
import type { Filter } from '../src/page/addresses/filter.ts';
import { orders, indexFindings } from '../src/page/findings/finding-index.ts';
import { keysOf } from '../src/page/findings/keys.ts';
import { selectFindings } from '../src/page/findings/select-findings.ts';

const source = { name: 'shop', read: '1 file', places: 1, suppressed: 0, unread: { count: 0, shown: [] }, skipped: [], notes: [] };

const dataOf = (findings: readonly PageFinding[]): PageData => ({ version: '0.1.0', madeAt: '2026-11-27T10:00:00Z', rules: {}, sources: [source, { ...source, name: 'press' }], findings });

const findings = fc.array(fc.record({
  clause: fc.constantFrom('log', 'frontend', 'repository'),
  confidence: fc.constantFrom('certain', 'high', 'medium', 'low'),
  severity: fc.constantFrom('error', 'warning'),
  source: fc.constantFrom(0, 1),
  path: fc.constantFrom('a/one.ts', 'b/two.log', 'three.js'),
  key: fc.constantFrom(undefined, 'sg1:a', 'sg1:b'),
}), { maxLength: 40 }).map((rows) => rows.map(({ key, ...row }, index): PageFinding => ({
  ...row, id: String(index), rule: 'no-hardcoded-key', message: '', line: index + 1, column: 1, evidence: [], surface: row.clause,
  ...(key !== undefined && { key: { redacted: '3f9a...', length: 40, fingerprint: key } }),
})));

const filters = fc.record({
  words: fc.constantFrom('', 'ONE', 'two log', 'nothing'),
  chosen: fc.record({ clause: fc.subarray(['log', 'frontend']), confidence: fc.subarray(['certain', 'low']), source: fc.subarray(['shop', 'press']), key: fc.subarray(['sg1:a']) }),
  order: fc.constantFrom(...orders),
});

/** What a filter leaves, said simply. */
function fits(finding: PageFinding, { words, chosen }: Filter, except?: string): boolean {
  const own: Readonly<Record<string, string | undefined>> = { clause: finding.clause, confidence: finding.confidence, source: ['shop', 'press'][finding.source], key: finding.key?.fingerprint };
  const text = [finding.path, finding.clause, own['source']].join(' ').toLowerCase();
  return words.toLowerCase().split(' ').every((word) => text.includes(word)) && Object.entries(chosen).every(([id, values]) => id === except || values.length === 0 || values.includes(own[id] ?? ''));
}

describe('a filter', () => {
  it('leaves what fits, and counts what each value of a facet would leave', () => {
    fc.assert(fc.property(findings, filters, (all, filter) => {
      const index = indexFindings(dataOf(all));
      const { indices, counts } = selectFindings(index, filter);
      expect([...indices].sort((a, b) => a - b)).toEqual(all.flatMap((finding, at) => (fits(finding, filter) ? [at] : [])));
      const { values } = index.column('clause');
      const expected = values.map((value) => all.filter((finding) => finding.clause === value && fits(finding, filter, 'clause')).length);
      expect([...(counts.get('clause') ?? [])]).toEqual(expected);
    }));
  });

  it('puts the most certain first, or goes by place', () => {
    fc.assert(fc.property(findings, (all) => {
      const index = indexFindings(dataOf(all));
      const ranks = [...index.ordered('certainty')].map((at) => ['certain', 'high', 'medium', 'low'].indexOf(all[at]?.confidence ?? ''));
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      const places = [...index.ordered('place')].map((at) => `${all[at]?.source} ${all[at]?.path}`);
      expect(places).toEqual([...places].sort());
    }));
  });
});

describe('the keys of a report', () => {
  it('are each there once, with all of their findings', () => {
    fc.assert(fc.property(findings, (all) => {
      const keys = keysOf(dataOf(all));
      expect(keys.reduce((sum, key) => sum + key.findings, 0)).toBe(all.filter(({ key }) => key !== undefined).length);
      expect(new Set(keys.map(({ fingerprint }) => fingerprint)).size).toBe(keys.length);
    }));
  });
});
