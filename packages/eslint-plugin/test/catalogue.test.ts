import { ruleIds, ruleById } from '@submit-guard/rules';
import { examplesOf } from '@submit-guard/rules/examples';
import { renderMarkers } from '@submit-guard/rules/markers';
import { describe, expect, it } from 'vitest';
import { isSupported, linters, reports } from './lint.ts';

describe.each(ruleIds.filter((id) => ruleById(id).engines.includes('eslint')))('examples of %s', (id) => {
  const { found, notFound } = examplesOf(id);
  const supported = [...found.map((example) => ({ example, wanted: true })), ...notFound.map((example) => ({ example, wanted: false }))].filter(
    ({ example }) => example.engines.includes('eslint') && isSupported(example.path),
  );

  it.each(supported.map(({ example, wanted }) => [wanted ? 'found' : 'not found', example.title, example.path, example, wanted] as const))('%s: %s (%s)', (_, _title, path, example, wanted) => {
    const { text, keys, places } = renderMarkers(example.code);
    const expected = [...keys.filter((key) => key.piece === undefined || key.piece.index === 1), ...places].map((place) => `${id}: ${text.slice(place.start, place.end)}`);
    for (const linter of linters) expect(reports(path, text, example.settings, linter), linter.version).toEqual(wanted ? expected : []);
  });
});
