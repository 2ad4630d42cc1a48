import fc from 'fast-check';

/** Words that the detector looks for, and what may stand around them in broken or hostile files. */
const words = [
  'Authorization', 'authorization:', 'Bearer ', 'bearer', 'Token', 'Basic ', 'submit.atomyx.io', 'https://submit.atomyx.io/api/jobs',
  'http://', '://', 'api.stripe.com', 'ATOMYX_SUBMIT_API_KEY', 'SUBMIT_API_KEY=', 'atomyx', 'apiKey', 'token', 'externalId', '/jobs', 'X-Atomyx-Signature',
  'curl -H ', '--oauth2-bearer ', 'machine submit.atomyx.io password ', 'const ', 'def ', 'func ', 'return ', 'import ',
  '"', "'", '`', '"""', '\\', '\\"', '\\u00', '\\u0041', '\\x41', '\\x', '%', '%41', '%2', '&#x41;', '&#65;', '&quot;', '&',
  '{', '}', '[', ']', '(', ')', '<', '>', '</', '/>', '<!--', '-->', '<![CDATA[', ']]>', '${', '{{', '}}', '<%=', '#{', '$(',
  '=', ':', '=>', ':=', '+', ' + ', ' . ', ' & ', '..', ',', ';', '|', '#', '//', '/*', '*/', '--', '\n', '\r', '\r\n', '\t', ' ', '    ', '\0', '\uFEFF',
  '\u2028', '\uD83D', '\uDE00', '🔑', 'é', 'ﬁ', 'İ', 'ß', '-----BEGIN', 'ENC(', 'op://', 'data:image/png;base64,',
];

const base64Run = fc.base64String({ minLength: 4, maxLength: 200 });
const hexRun = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'.split('')), minLength: 1, maxLength: 130 });

/** Text that is made to confuse: the detector's own words, half escapes, lone surrogates, long runs, in any order. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...words) },
      { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
      { weight: 1, arbitrary: base64Run },
      { weight: 1, arbitrary: hexRun },
      { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...words), fc.integer({ min: 2, max: 60 })).map(([word, times]) => word.repeat(times)) },
    ),
    { maxLength: 120 },
  )
  .map((parts) => parts.join(''));

/** Lines that may stand above or below a leak and say nothing of hosts or keys. */
const harmlessLine: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '', '', '    ', '// prepress', "# don't touch this before Easter", '/* artwork, 300 dpi */', '-- end of part one', '<!-- layout -->',
    'import { readFile } from "node:fs/promises";', 'from pathlib import Path', 'use std::collections::HashMap;', '#include <stdio.h>',
    'function area(width, height) { return width * height; }', 'def area(width, height):', '    return width * height', 'end', '}', '});',
    'let total = 0;', 'for (const order of orders) total += order.quantity;', 'console.log("ready");', 'SELECT number, quantity FROM orders;',
    'colour: cmyk', 'size = "A4"', 'title: "it\'s a label"', 'checksum: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    'The proof is sent to the customer; it says "approve" or "reject".', 'id: 5c1b4a8e-0f4b-4a55-9f53-2b0c0a7f7d11', '🖨️ Größe — 印刷',
  ),
  fc.lorem({ maxCount: 12 }),
);

/** Some harmless lines. */
export const noise: fc.Arbitrary<string> = fc.array(harmlessLine, { maxLength: 25 }).map((lines) => lines.map((line) => `${line}\n`).join(''));
