import fc from 'fast-check';
import picomatch from 'picomatch';
import { describe, expect, it } from 'vitest';
import { compileExclusion, compileGlob, GlobError } from '@submit-guard/core';

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
      // Its fast paths ask for more than its expressions: `**/*.*` for a name that goes on behind the dot.
      // To picomatch a `**` at the end asks for something below the folder unless it stands alone.
      fc.pre(segments.at(-1) !== '**' && !segments.includes('..'));
      expect(compileGlob(glob)(path), `${glob} ${path}`).toBe(picomatch(glob, { dot: true, fastpaths: false })(path));
    }), { numRuns: 5_000 });
  });

  it.each([
    ['(a|b)', '(a|b)', true],
    ['(a|b)', 'a', false],
    ['(a+)+', 'aaa', false],
    ['@(a)', 'a', false],
    ['!(a)', 'b', false],
    ['[ab]+', 'a+', true],
    ['[ab]+', 'aa', false],
    ['{a,b}+', 'bb', false],
    ['"a"', '"a"', true],
    ['a{b', 'a{b', true],
    ['a}', 'a}', true],
    ['{a}', '{a}', true],
    ['{1..3}', '{1..3}', true],
    ['{1..3}', '2', false],
    ['{a..b,c}', 'a..b', true],
    ['a[b', 'a[b', true],
    ['[]a]', ']', true],
    ['[a-]', '-', true],
    ['[^^]', '^', false],
    ['[{,}]', ',', true],
    ['{[,],b}', ',', true],
    ['\\d', 'd', true],
    ['\\d', '7', false],
    ['a,b', 'a,b', true],
    ['$a^', '$a^', true],
    ['dist/**', 'dist/new\nline', true],
    ['', 'a', false],
  ])('know no groups, quantifiers and ranges: %s and %s: %s', (glob, path, expected) => {
    expect(compileGlob(glob)(path)).toBe(expected);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9])('may end with backslashes, two for one: %i', (count) => {
    const fits = compileGlob(`a${'\\\\'.repeat(count)}`);
    expect([fits(`a${'\\'.repeat(count)}`), fits(`a${'\\'.repeat(count + 1)}`), fits('a')]).toEqual([true, false, false]);
  });

  it('are understood or refused, whatever they are made of', () => {
    const unit = fc.oneof(fc.constantFrom(...Array.from('*?[]{},!^-\\/.()|+@"$ab')), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }));
    fc.assert(fc.property(fc.string({ unit, maxLength: 24 }), fc.string({ unit, maxLength: 24 }), (glob, path) => {
      try {
        compileGlob(glob)(path);
        compileExclusion([glob])(path);
      } catch (error) {
        expect(error).toBeInstanceOf(GlobError);
      }
    }), { numRuns: 5_000 });
  });

  it.each([
    ['*a*a*a*a*a*a*ab', 'a'.repeat(4_000)],
    ['*a*a*a*ab', 'a'.repeat(255)],
    ['*a*a*ab', 'a'.repeat(1_200)],
    ['**/a/**/a/**/a/**/b', 'a/'.repeat(2_000)],
    ['**/a/**/a/b', 'a/'.repeat(2_000)],
    ['**/a*a/**/a*a/b', `${'a'.repeat(60)}/`.repeat(60)],
    ['*{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}*b', 'a'.repeat(1_000)],
    ['?a?a*?a*?a*?b', 'a'.repeat(4_000)],
  ])('cannot hang: %s', (glob, path) => {
    const tests = [compileGlob(glob), compileGlob(`x/${glob}`), compileExclusion([glob])];
    for (const test of tests) for (const place of [path, `x/${path}`]) expect(test(place)).toBe(false);
  });

  it.each([
    ['*a'.repeat(9), 'has more than 8 wildcards (`*`, `**`); write fewer'],
    [`${'**/a/'.repeat(9)}b`, 'has more than 8 wildcards (`*`, `**`); write fewer'],
    ['{a,b}'.repeat(9), 'has braces that stand for more than 256 globs; write fewer alternatives'],
    ['a'.repeat(1_025), 'is longer than 1024 characters; write a shorter glob'],
    ['[z-a]', 'cannot be understood; look at its brackets, and at ranges such as `[a-z]`'],
  ])('are refused in words: %s', (glob, words) => {
    expect(() => compileGlob(glob)).toThrow(new GlobError(words));
    expect(() => compileExclusion([`!${glob}`])).toThrow(GlobError);
  });
});
