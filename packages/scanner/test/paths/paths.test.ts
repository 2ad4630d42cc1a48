import { describe, expect, it } from 'vitest';
import { folderOf, joinPath, pathFromArgument, pathFromBytes, relativeTo, shortest } from '../../src/paths/file-path.ts';
import { quotePath } from '../../src/paths/quote-path.ts';

const raw = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('quotePath', () => {
  it.each([
    ['plain.txt', 'plain.txt'],
    ['with space/é/日本', 'with space/é/日本'],
    ['we"ird\\name', 'we"ird\\name'],
    ['"quoted"', '"\\"quoted\\""'],
    ['new\nline\ttab', '"new\\nline\\ttab"'],
    ['\u0007\b\v\f\r\u001b[31m\u007f', '"\\a\\b\\v\\f\\r\\033[31m\\177"'],
    ['c1\u009b', '"c1\\302\\233"'],
    ['turned\u202etxt.exe', '"turned\\342\\200\\256txt.exe"'],
  ])('prints %j as %s', (path, printed) => {
    expect(quotePath(path)).toBe(printed);
  });

  it('escapes bytes that are not UTF-8, and with them all that are not ASCII', () => {
    expect(quotePath(raw('caf\xe9'))).toBe('"caf\\351"');
    expect(quotePath(Buffer.concat([Buffer.from('é'), raw('\xff')]))).toBe('"\\303\\251\\377"');
  });
});

describe('paths', () => {
  it('stay text as long as they are', () => {
    expect(pathFromBytes(Buffer.from('é'))).toBe('é');
    expect(pathFromBytes(raw('\xe9'))).toEqual(raw('\xe9'));
    expect(joinPath('a', raw('\xe9'))).toEqual(raw('a/\xe9'));
    expect(joinPath('', 'b')).toBe('b');
    expect(folderOf('a/b/c')).toBe('a/b');
    expect(folderOf('c')).toBe('');
    expect(folderOf(raw('a/\xe9'))).toBe('a');
    expect(relativeTo('a/b', 'a/b/c')).toBe('c');
    expect(relativeTo('a', raw('a/\xe9'))).toEqual(raw('\xe9'));
  });

  it.each([
    ['.', ''],
    ['./a/../b/', 'b'],
    ['..', '..'],
    ['/work/place/x', 'x'],
    ['/other', '../../other'],
  ])('from the argument %s are relative to the working directory', (argument, path) => {
    expect(pathFromArgument(argument, '/work/place')).toBe(path);
  });

  it.each([
    ['../place/x', 'x'],
    ['../../work/place/x/y', 'x/y'],
    ['../../work/other', '../other'],
    ['../../place/x', '../../place/x'],
    ['../place', '../place'],
    ['a/../b', 'a/../b'],
  ])('%s seen from /work/place is %s', (path, short) => {
    expect(shortest(path, '/work/place')).toBe(short);
  });
});
