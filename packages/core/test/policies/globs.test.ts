import fc from 'fast-check';
import picomatch from 'picomatch';
import { describe, expect, it } from 'vitest';
import { compileExclusion, compileGlob } from '@submit-guard/core';

describe('globs', () => {
  it.each([
    ['*.log', 'a.log', true],
    ['*.log', 'logs/deep/a.log', true],
    ['*.log', 'a.log.txt', false],
    ['/a.log', 'a.log', true],
    ['/a.log', 'x/a.log', false],
    ['logs/*.log', 'logs/a.log', true],
    ['logs/*.log', 'logs/deep/a.log', false],
    ['logs/**/*.log', 'logs/a.log', true],
    ['logs/**/*.log', 'logs/deep/er/a.log', true],
    ['**/fixtures/**', 'test/fixtures/a', true],
    ['**/fixtures/**', 'fixtures', true],
    ['a/**/b/**/c', 'a/x/b/y/z/c', true],
    ['a/**/b/**/c', 'a/x/y/c', false],
    ['{a,b/{c,d}}.ts', 'b/d.ts', true],
    ['{a,b/{c,d}}.ts', 'a.ts', true],
    ['[abc]?.ts', 'b1.ts', true],
    ['[!abc]?.ts', 'b1.ts', false],
    ['[a-c0-9].ts', '7.ts', true],
    ['.env*', 'sub/.env.local', true],
    ['*', '.hidden', true],
    ['a\\*b', 'a*b', true],
    ['a\\*b', 'axb', false],
    ['a+(b)', 'a+(b)', true],
    ['./src/*.ts', 'src/a.ts', true],
    ['ключ*', 'docs/ключи.md', true],
    ['?', '😀', true],
    ['*a*a*b', 'aaaaaaaab', true],
  ])('%s and %s: %s', (glob, path, expected) => {
    expect(compileGlob(glob)(path)).toBe(expected);
  });

  it('exclude what is beneath a folder, and take back what a later one names', () => {
    const excluded = compileExclusion(['dist/', 'test/fixtures', '!test/fixtures/live.json', '*.min.js']);
    expect(['dist/a.js', 'pkg/dist/a/b.js', 'test/fixtures/a.json', 'a.min.js'].map(excluded)).toEqual([true, true, true, true]);
    expect(['src/dist.ts', 'test/fixtures/live.json', 'test/a.ts'].map(excluded)).toEqual([false, false, false]);
    expect(compileExclusion([])('a')).toBe(false);
  });

  it('mean what they mean to picomatch', () => {
    const segment = (unit: fc.Arbitrary<string>) => fc.string({ unit, minLength: 1, maxLength: 4 }).filter((text) => !text.includes('**') && text !== '.');
    const globs = fc.array(fc.oneof(fc.constant('**'), segment(fc.constantFrom('a', 'b', '.', '*', '?', '[ab]', '[^a]'))), { minLength: 2, maxLength: 5 });
    const paths = fc.array(segment(fc.constantFrom('a', 'b', '.')).filter((name) => name !== '..'), { minLength: 1, maxLength: 5 });
    fc.assert(fc.property(globs, paths, (segments, names) => {
      const [glob, path] = [segments.join('/'), names.join('/')];
      // To picomatch a `**` at the end asks for something below the folder unless it stands alone.
      fc.pre(segments.at(-1) !== '**' && !segments.includes('..'));
      expect(compileGlob(glob)(path), `${glob} ${path}`).toBe(picomatch(glob, { dot: true })(path));
    }), { numRuns: 5_000 });
  });

  it('take no more than the product of the lengths, whoever wrote them', () => {
    const start = performance.now();
    expect(compileGlob(`${'*a'.repeat(400)}b`)('a'.repeat(4_000))).toBe(false);
    expect(compileGlob(`${'**/a/'.repeat(200)}b`)('a/'.repeat(2_000))).toBe(false);
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  it('refuse braces that stand for too much', () => {
    expect(() => compileGlob('{a,b}'.repeat(20))).toThrow(RangeError);
    expect(() => compileGlob(`${'{'.repeat(2_000)}a,b${'}'.repeat(2_000)}`)).not.toThrow();
  });
});
