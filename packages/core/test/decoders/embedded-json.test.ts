import { describe, expect, it } from 'vitest';
import { embeddedJsonDecodings } from '../../src/decoders/embedded-json.ts';
import { Rewriting } from '../../src/decoders/rewriting.ts';
import { Layout } from '../../src/layouts/layout.ts';

const read = (text: string): string => new Rewriting(text, embeddedJsonDecodings(new Layout(text))).text;

describe('JSON in a string', () => {
  it.each([
    [`e=JSON.parse('{"a":{"b":1}}');`, `e=JSON.parse( {"a":{"b":1}} );`],
    ['e=`{ "a": 1 }`;', 'e= { "a": 1 } ;'],
    [`e='[{"a":1}]'`, 'e= [{"a":1}] '],
    [String.raw`{"e":"{\"a\":{\"b\":\"c\"}}"}`, String.raw`{"e": {\"a\":{\"b\":\"c\"}} }`],
    [String.raw`x("{\"a\":\"\\\"\"}")`, String.raw`x( {\"a\":\"\\\"\"} )`],
  ])('loses the quotes around it: %s', (text, rest) => {
    expect(read(text)).toBe(rest);
  });

  it.each([`a='{"b'`, `a='{"b":1} and more'`, `{"a":{"b":1}}`, `a="{" + "x"`, `a='{"'`, '`{"a":1`', String.raw`\'{"a":1}'`])('is not made of what only begins like it: %s', (text) => {
    expect(read(text)).toBe(text);
  });

  it('takes time in step with the text', () => {
    for (const part of [`'{"a`, `"{\\"a\\\\`, `'{"a":1}'`, '`[{ "']) expect(read(part.repeat(10_000)).length).toBe(part.length * 10_000);
  });
});
