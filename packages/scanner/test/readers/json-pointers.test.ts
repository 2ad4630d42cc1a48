import { describe, expect, it } from 'vitest';
import { jsonPointersAt } from '../../src/readers/json-pointers.ts';

function pointer(text: string, needle: string, options: { readonly mask?: string; readonly strict?: boolean } = {}): string | undefined {
  const start = text.indexOf(needle);
  const mask = options.mask ?? needle;
  const masks = [{ start: text.indexOf(mask), end: text.indexOf(mask) + mask.length }];
  return jsonPointersAt(text, [start], masks, options.strict ?? true).get(start);
}

describe('jsonPointersAt', () => {
  it.each([
    ['{"a": {"b": ["x", {"c": "VALUE"}]}}', '/a/b/1/c'],
    ['["x", "VALUE"]', '/1'],
    ['"VALUE"', ''],
    ['{"a/b~c": "VALUE"}', '/a~1b~0c'],
    ['{"": {" ": "VALUE"}}', '// '],
    ['{"a": "VALUE", "a": 1}', '/a'],
    ['{"a": "Bearer VALUE and more"}', '/a'],
    ['// comment\n{"a": /* x */ "VALUE",}', '/a'],
    [`)]}'\n{"a": "VALUE"}`, '/a'],
  ])('of the value in %s', (text, expected) => {
    expect(pointer(text, 'VALUE')).toBe(expected);
  });

  it('takes a finding in a property name for one about the object', () => {
    expect(pointer('{"a": {"VALUE": 1}}', 'VALUE')).toBe('/a');
  });

  it('gives none through a property name that is a key', () => {
    expect(pointer('{"a": {"KEY": {"b": "VALUE"}}}', 'VALUE', { mask: 'KEY' })).toBeUndefined();
  });

  it('gives none for what is no JSON throughout, unless the name of the file says JSON: then those before the error', () => {
    expect(pointer('{"a": "VALUE"} }', 'VALUE')).toBeUndefined();
    expect(pointer('{"a": "VALUE", oops', 'VALUE', { strict: false })).toBe('/a');
    expect(pointer('{"b": oops, "a": "VALUE"}', 'VALUE', { strict: false })).toBeUndefined();
  });

  it('gives none, and does not fail, for a document nested deeper than the stack', () => {
    const depth = 200_000;
    expect(pointer(`${'['.repeat(depth)}"VALUE"${']'.repeat(depth)}`, 'VALUE')).toBeUndefined();
  });

  it('finds many pointers in one pass', () => {
    const text = JSON.stringify(Array.from({ length: 20_000 }, (_, index) => ({ value: `V${index}` })));
    const offsets = Array.from({ length: 20_000 }, (_, index) => text.indexOf(`V${index}"`));
    const pointers = jsonPointersAt(text, offsets, [], true);
    expect(offsets.every((offset, index) => pointers.get(offset) === `/${index}/value`)).toBe(true);
  });
});
