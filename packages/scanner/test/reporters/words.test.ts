import { describe, expect, it } from 'vitest';
import { bytesInWords, counted, tallied } from '../../src/reporters/amounts.ts';
import { uriOfPath } from '../../src/reporters/artifact-uri.ts';
import { widthOf, wrapped } from '../../src/reporters/pretty/text-layout.ts';
import { withoutCommands } from '../../src/reporters/workflow-safety.ts';

describe('amounts', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1.00 kB'],
    [48_210, '48.2 kB'],
    [999_400, '999 kB'],
    [999_600, '1.00 MB'],
    [1_204_000_000, '1.20 GB'],
    [5e18, '5000 PB'],
  ])('writes %i bytes as %s', (bytes, words) => {
    expect(bytesInWords(bytes)).toBe(words);
  });

  it('counts', () => {
    expect(counted(1, 'file')).toBe('1 file');
    expect(counted(12_345, 'file')).toBe('12,345 files');
    expect(tallied(['a', 'b', 'b', 'c'])).toEqual([
      ['b', 2],
      ['a', 1],
      ['c', 1],
    ]);
  });
});

describe('uriOfPath', () => {
  it.each([
    ['src/a b.ts', 'src/a%20b.ts'],
    ['a:b/100%#?.js', 'a%3Ab/100%25%23%3F.js'],
    ['../x', '../x'],
    ['<stdin>', '%3Cstdin%3E'],
    ['a\\b', 'a%5Cb'],
    ['/tmp/漢', 'file:///tmp/%E6%BC%A2'],
    ['C:/x y', 'file:///C:/x%20y'],
    ['"a\\tb\\"\\\\\\377"', 'a%09b%22%5C%FF'],
    ['"/tmp/\\001"', 'file:///tmp/%01'],
    ['x\ud800', 'x%EF%BF%BD'],
  ])('writes %j as %s', (path, uri) => {
    expect(uriOfPath(path)).toBe(uri);
  });
});

describe('text layout', () => {
  it('measures wide, combining and other characters', () => {
    expect(widthOf('abc')).toBe(3);
    expect(widthOf('漢字')).toBe(4);
    expect(widthOf('🎉')).toBe(2);
    expect(widthOf('e\u0301')).toBe(1);
    expect(widthOf('•…│')).toBe(3);
  });

  it('breaks lines at blanks and long words nowhere', () => {
    expect(wrapped('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrapped(`a ${'x'.repeat(30)} b`, 10)).toEqual(['a', 'x'.repeat(30), 'b']);
    expect(wrapped('', 10)).toEqual(['']);
  });
});

describe('withoutCommands', () => {
  it.each([
    ['::error::x', ': :error::x'],
    ['  \u001b[1m::set-output name=x::y', '  \u001b[1m: :set-output name=x::y'],
    ['a ##[error]x ##vso[task.x]y', 'a # #[error]x # #vso[task.x]y'],
    ['## Heading a::b', '## Heading a::b'],
  ])('changes %j to %j', (line, safe) => {
    expect(withoutCommands(line)).toBe(safe);
  });
});
