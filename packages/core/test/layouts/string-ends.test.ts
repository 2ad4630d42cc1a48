import { expect, test } from 'vitest';
import { StringEnds } from '../../src/layouts/string-ends.ts';

/** One character after the other. */
function endOfString(text: string, start: number): number {
  const quote = text.charAt(start);
  for (let at = start + 1; at < Math.min(text.length, quote === '`' ? start + 20_000 : text.length); at++) {
    const char = text.charAt(at);
    if (char === '\\') at++;
    else if (char === quote) return at;
    else if (quote !== '`' && /[\r\n]/.test(char)) return -1;
  }
  return -1;
}

test('strings end where reading one character after the other ends them, whatever stands in them', () => {
  let seed = 1;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  for (const alphabet of ['"\'`a\n', '"\'`\\a\n ', '"`\\\r\na', '\'\\\n', '"aaaaaaaaaaaaaaaaaaaaaaaaaaaa\n']) {
    for (let round = 0; round < 400; round++) {
      const text = Array.from({ length: random(60) }, () => alphabet.charAt(random(alphabet.length))).join('');
      const ends = new StringEnds(text);
      for (let at = 0; at < text.length; at++) {
        if (!'"\'`'.includes(text.charAt(at))) continue;
        expect(ends.of(at, text.charCodeAt(at)), JSON.stringify([text, at])).toBe(endOfString(text, at));
      }
    }
  }
});

test('a template that is too long is none', () => {
  const text = `\`${'a'.repeat(30_000)}\``;
  expect(new StringEnds(text).of(0, text.charCodeAt(0))).toBe(-1);
});
