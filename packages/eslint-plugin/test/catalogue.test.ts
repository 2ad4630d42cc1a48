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
    for (const linter of linters) expect(reports(path, text, example.settings, { linter }), linter.version).toEqual(wanted ? expected : []);
  });
});

describe.each(ruleIds.flatMap((id) => examplesOf(id).options.map((example) => ({ id, ...example }))))('option $option of $id', ({ id, option, value, path, code, typed }) => {
  const { text, places } = renderMarkers(code);
  const withOptions = (options: object): readonly string[] => reports(path, text, {}, { rules: { [`submit-guard/${id}`]: ['error', options] } });

  // The example needs a project of several files; test/packed.test.ts has one.
  it.skipIf(typed)('does what its example says, and the default does not', () => {
    const changed = places.map((place) => `${id}: ${text.slice(place.start, place.end)}`);
    expect(withOptions({ [option]: value })).toEqual(changed);
    expect(withOptions({})).not.toEqual(changed);
  });
});
