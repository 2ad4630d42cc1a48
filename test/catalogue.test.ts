import type { Finding } from '@submit-guard/core';
import { rules } from '@submit-guard/rules';
import type { Example } from '@submit-guard/rules';
import { examplesOf } from '@submit-guard/rules/examples';
import type { KeyFormatName, Place, RenderedTemplate } from '@submit-guard/rules/markers';
import { keyFormats, renderMarkers } from '@submit-guard/rules/markers';
import { scanText } from 'submit-guard';
import { describe, expect, it } from 'vitest';

/** The same keys in every run; another number, given from outside, tries others. */
const seed = Number(process.env['SUBMIT_GUARD_TEST_SEED'] ?? 1);

/** What is compared: the rule, and the range as `line:column-line:column`. */
interface Told {
  readonly ruleId: string;
  readonly range: string;
}

function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
}

/** What must be found in a rendered example, in the order of the text. */
function expectedIn(ruleId: string, { text, keys, places }: RenderedTemplate): Told[] {
  const findings: readonly Place[] = [...keys.filter(({ piece }) => (piece?.index ?? 1) === 1), ...places];
  return [...findings]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => ({ ruleId, range: `${placeOf(text, start)}-${placeOf(text, end)}` }));
}

const told = ({ ruleId, line, column, endLine, endColumn }: Finding): Told => ({
  ruleId,
  range: `${line}:${column}-${endLine}:${endColumn}`,
});

function scan({ path, surface, settings }: Example, { text }: RenderedTemplate): readonly Finding[] {
  const report = scanText(text, path, { ...(surface && { surface }), ...(settings && { config: settings }) });
  expect(report.coverage).toMatchObject({ files: 1, unread: [] });
  return report.findings;
}

const ofScanner = (examples: readonly Example[]): readonly Example[] =>
  examples.filter(({ engines }) => engines.includes('scanner'));

/** A key may have any format: every example is found with all of them, where its marker does not ask for one. */
const formatsOf = ({ code }: Example): readonly KeyFormatName[] =>
  /«(?:key|other)(?:#[^:|»]*)?[|»]/.test(code) ? keyFormats : ['hex'];

describe.each(rules.filter(({ engines }) => engines.includes('scanner')))('the scanner, for $id', ({ id }) => {
  const { found, notFound } = examplesOf(id);

  describe.each(ofScanner(found))('finds: $title', (example) => {
    it.each(formatsOf(example))('with a key of the format %s', (format) => {
      const rendered = renderMarkers(example.code, { format, seed });
      const findings = scan(example, rendered);
      const hint = `renderMarkers(code, { format: '${format}', seed: ${seed} })\n${rendered.text}`;
      expect(findings.map(told), hint).toEqual(expectedIn(id, rendered));
      const values = rendered.keys.filter(({ piece }) => (piece?.index ?? 1) === 1).map(({ value }) => value.length);
      expect(
        findings.flatMap(({ secret }) => secret?.length ?? []),
        hint,
      ).toEqual(values);
    });
  });

  describe.each(ofScanner(notFound))('leaves alone: $title', (example) => {
    it.each(formatsOf(example))('with values of the format %s', (format) => {
      const rendered = renderMarkers(example.code, { format, seed });
      const hint = `renderMarkers(code, { format: '${format}', seed: ${seed} })\n${rendered.text}`;
      expect(scan(example, rendered).map(told), hint).toEqual([]);
    });
  });
});
