import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { parseDotenv } from '@submit-guard/core';

const valuesOf = (text: string) => Object.fromEntries(parseDotenv(text).map(({ name, value }) => [name, value]));

describe('a dotenv file', () => {
  it.each([
    ['plain', 'A=one', 'one'],
    ['with blanks', '  A = one  ', 'one'],
    ['exported', 'export A=one', 'one'],
    ['set on Windows', 'set A=one', 'one'],
    ['set in PowerShell', '$env:A = "one"', 'one'],
    ['with a colon', 'A: one', 'one'],
    ['in double quotes', 'A="one two"', 'one two'],
    ['in single quotes', "A='one $two'", 'one $two'],
    ['in back quotes', 'A=`one "two"`', 'one "two"'],
    ['with a comment', 'A=one # two', 'one'],
    ['with a sign that starts no comment', 'A=one#two', 'one#two'],
    ['with a comment after quotes', 'A="one" # two', 'one'],
    ['with an equals sign', 'A=one==', 'one=='],
    ['with escapes', 'A="one\\ntwo\\"three"', 'one\ntwo"three'],
    ['over lines', 'A="one\ntwo"\nB=three', 'one\ntwo'],
    ['with an escaped dollar', 'A="one\\$two"', 'one$two'],
    ['with a dollar at the end', 'A=one$', 'one$'],
    ['with a quote that does not end', 'A="one\nB=two', '"one'],
    ['after a byte-order mark', '\uFEFFA=one', 'one'],
    ['with carriage returns', 'X=1\r\nA=one\r\n', 'one'],
    ['ended by a semicolon', 'A=one;', 'one'],
  ])('%s', (_, text, value) => {
    expect(valuesOf(text)['A']).toBe(value);
  });

  it.each([
    ['a variable', 'A=$B'],
    ['a variable in braces', 'A=${B}'],
    ['a variable within', 'A="one${B}"'],
    ['a command', 'A=$(pass show key)'],
    ['a command in back quotes within', 'A=x`pass show key`'],
    ['nothing', 'A='],
    ['a comment', '# A=one'],
    ['empty quotes', 'A=""'],
  ])('has no value with %s', (_, text) => {
    expect(valuesOf(text)['A']).toBeUndefined();
  });

  it('goes on after a value over lines, and counts lines', () => {
    expect(parseDotenv('A="one\ntwo"\nnonsense\nB=three').map(({ name, line }) => [name, line])).toEqual([['A', 1], ['B', 4]]);
  });

  it('gives a name that is set twice twice', () => {
    expect(parseDotenv('A=one\nA=two')).toHaveLength(2);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('A', '=', '"', "'", '`', '\\', '\n', '\r', '$', '{', '}', '#', ' ', ':', 'export ', '\uFEFF') }), (text) => {
      for (const { value } of parseDotenv(text)) expect(value).not.toBe('');
    }));
  });

  it.each([['quotes', 'A="\n'.repeat(20_000)], ['blanks', `A${' '.repeat(300_000)}`], ['exports', 'export '.repeat(50_000)]])('takes no time with %s', (_, text) => {
    parseDotenv(text);
  });
});
