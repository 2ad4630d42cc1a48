import { describe, expect, it } from 'vitest';
import { parseSourceMap } from '../../src/source-maps/source-map.ts';
import { mappingsOf } from './maps.ts';

const plain = {
  version: 3,
  sources: ['a.ts', 'b.ts'],
  sourcesContent: ['first', null],
  mappings: mappingsOf([{ line: 1, column: 5, source: 0, from: [3, 9] }, { line: 2, column: 1, source: 1, from: [1, 1] }]),
};

const parsed = (map: unknown, guard = ''): ReturnType<typeof parseSourceMap> => parseSourceMap(guard + JSON.stringify(map));

describe('a source map', () => {
  it('says where a place is from, and how far it is behind the nearest one that it knows', () => {
    expect(parsed(plain).placeOf(0, 6)).toEqual({ source: { name: 'a.ts', content: 'first' }, line: 2, column: 8, distance: 2 });
    expect(parsed(plain).placeOf(1, 0)).toEqual({ source: { name: 'b.ts', content: undefined }, line: 0, column: 0, distance: 0 });
    expect(parsed(plain).placeOf(0, 3)).toBeUndefined();
    expect(parsed(plain).placeOf(7, 0)).toBeUndefined();
  });

  it('puts the source root in front of names', () => {
    expect(parsed({ ...plain, sourceRoot: '../src/' }).placeOf(0, 4)?.source.name).toBe('../src/a.ts');
  });

  it('may have in front of it what keeps a page from running it', () => {
    for (const guard of [")]}'\n", ')]}\n', ")]}', \r\n"]) expect(parsed(plain, guard).placeOf(0, 4)?.line).toBe(2);
  });

  it('chooses the section that a place lies in', () => {
    const sections = [{ offset: { line: 0, column: 100 }, map: plain }, { offset: { line: 5, column: 0 }, map: { ...plain, sources: ['c.ts', 'd.ts'] } }];
    const map = parsed({ version: 3, sections });
    expect(map.placeOf(0, 50)).toBeUndefined();
    expect(map.placeOf(0, 104)?.source.name).toBe('a.ts');
    expect(map.placeOf(1, 0)?.source.name).toBe('b.ts');
    expect(map.placeOf(6, 0)?.source.name).toBe('d.ts');
    expect(map.sourceAt('/sections/1/map/sourcesContent/0')).toEqual({ name: 'c.ts', content: 'first' });
  });

  it('names the source of a content', () => {
    expect(parsed(plain).sourceAt('/sourcesContent/0')?.name).toBe('a.ts');
    for (const pointer of ['/sourcesContent/9', '/sourcesContent/-1', '/sources/0', '', '/sections/0/map/sourcesContent/0']) expect(parsed(plain).sourceAt(pointer)).toBeUndefined();
  });

  it.each([
    ['no JSON', '{', 'it is no JSON'],
    ['a list', '[]', 'it is no JSON object'],
    ['null', 'null', 'it is no JSON object'],
    ['another version', '{"version":2,"mappings":"","sources":[]}', 'its `version` is not 3'],
    ['no mappings', '{"version":3,"sources":[]}', 'its `mappings` are no text'],
    ['sources that are none', '{"version":3,"mappings":"","sources":{}}', 'its `sources` are no list'],
    ['sections that are none', '{"version":3,"sections":7}', 'its `sections` are no list'],
    ['a section that is none', '{"version":3,"sections":[null]}', 'one of its `sections` has no `offset`'],
    ['a section without a map', '{"version":3,"sections":[{"offset":{"line":0,"column":0},"url":"https://x.example/y"}]}', 'one of its `sections` has no `map`'],
    ['a section with a negative line', '{"version":3,"sections":[{"offset":{"line":-1,"column":0},"map":{}}]}', 'one of its `sections` has no `offset`'],
  ])('is refused with a reason: %s', (_, text, reason) => {
    expect(() => parseSourceMap(text)).toThrow(reason);
  });

  it('is refused where its sections are not in order, or nested without end', () => {
    const section = (line: number, map: unknown = plain): unknown => ({ offset: { line, column: 0 }, map });
    expect(() => parsed({ version: 3, sections: [section(4), section(1)] })).toThrow('its `sections` are not in order');
    let nested: unknown = plain;
    for (let level = 0; level < 12; level++) nested = { version: 3, sections: [section(0, nested)] };
    expect(() => parsed(nested)).toThrow('its `sections` are nested too deeply');
    expect(() => parseSourceMap(`${'['.repeat(200_000)}${']'.repeat(200_000)}`)).toThrow('it is');
  });

  it('takes what its mappings say about nothing for nothing', () => {
    for (const mappings of ['!!!!', '\u{1f511}', 'gggggggggggggg', 'AAAA,', ';;;;', 'A', 'DDDD', 'AAgggggggggC', '\0']) {
      expect(() => parsed({ ...plain, mappings }).placeOf(0, 3)).not.toThrow();
    }
    expect(parsed({ ...plain, mappings: 'AEAA' }).placeOf(0, 0)).toBeUndefined();
    expect(parsed({ ...plain, sources: [null, 7, { name: 'x' }], mappings: 'AAAA' }).placeOf(0, 0)?.source.name).toBe('');
  });

  it('sends nobody to a section that begins a billion lines further down', () => {
    const map = parsed({ version: 3, sections: [{ offset: { line: 0, column: 0 }, map: plain }, { offset: { line: 1e9, column: 1e9 }, map: plain }] });
    expect(map.placeOf(0, 4)?.line).toBe(2);
    expect(map.placeOf(1e9, 1e9 + 4)?.line).toBe(2);
  });

  it('holds a million places of one line', () => {
    // Each two columns on, from the next line of the source.
    const mappings = `AAAA${',EACA'.repeat(999_999)}`;
    expect(parsed({ ...plain, mappings }).placeOf(0, 1_500_001)).toMatchObject({ line: 750_000, distance: 1 });
  });
});
