import { randomBytes, randomInt } from 'node:crypto';
import fc from 'fast-check';
import { Secret, fingerprintOf } from '@submit-guard/core';
import type { KnownKey } from '@submit-guard/core';
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/configs/config.ts';
import { createEngine } from '../../src/pipeline/create-engine.ts';
import { Redactor } from '../../src/redactions/redactor.ts';

const makeKey = (): string => randomBytes(20).toString('hex');

const tagOf = (key: string): string => `***${fingerprintOf(key).slice(0, 12)}***`;

function engineWith(keys: readonly KnownKey[] = []): ConstructorParameters<typeof Redactor>[0] {
  const { search, detector, minConfidence } = createEngine({ config: defaultConfig, configFolder: '/', root: '/', known: { keys, fingerprints: undefined } }, { cwd: '/' });
  return { search, detector, minConfidence, hasOwnValues: keys.length > 0 };
}

const engine = engineWith();

/** Redacts a stream that comes in pieces: cut at offsets, or all at once. */
function redact(input: string | Buffer, cuts: readonly number[] = [], with_ = engine): Buffer {
  const bytes = Buffer.from(input);
  const redactor = new Redactor(with_);
  const output: Buffer[] = [];
  let from = 0;
  for (const cut of [...new Set(cuts)].filter((offset) => offset < bytes.length).sort((a, b) => a - b)) {
    output.push(...redactor.push(Buffer.from(bytes.subarray(from, cut))));
    from = cut;
  }
  output.push(...redactor.push(bytes.subarray(from)), ...redactor.end());
  return Buffer.concat(output);
}

const text = (bytes: Buffer): string => bytes.toString();

describe('a redactor', () => {
  it('replaces keys by tags, and leaves everything else as it is', () => {
    const key = makeKey();
    expect(text(redact(`a\r\nATOMYX_API_KEY=${key}\r\n\0\u00fc end without a line`))).toBe(`a\r\nATOMYX_API_KEY=${tagOf(key)}\r\n\0\u00fc end without a line`);
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe, 0x80, 0x0a, 0x00]), Buffer.from(`POST https://submit.atomyx.io/api/jobs Authorization: Bearer ${key}`), Buffer.from([0x20, 0xc3, 0x28, 0x0d])]);
    const quoted = `\u00fcber \ud83d\udd11 ATOMYX_API_KEY="${key}" \u2026 \u201c${key}\u201d\n`;
    expect(text(redact(quoted))).toBe(quoted.replaceAll(key, tagOf(key)));
    expect(redact(bytes).equals(Buffer.from(bytes.toString('latin1').replace(key, tagOf(key)), 'latin1'))).toBe(true);
  });

  it.each([
    ['a trace of HTTP', (key: string) => `> POST /api/jobs HTTP/2\n> Host: submit.atomyx.io\n> user-agent: curl/8.5.0\n> accept: */*\n> authorization: Bearer ${key}\n> content-length: 19\n`],
    ['JSON lines', (key: string) => `{"level":30,"msg":"request","req":{"method":"POST","url":"https://submit.atomyx.io/api/jobs","headers":{"authorization":"Bearer ${key}"}}}\n`],
    ['JSON in JSON', (key: string) => `{"log":"{\\"url\\":\\"https://submit.atomyx.io/api/jobs\\",\\"headers\\":{\\"authorization\\":\\"Bearer ${key}\\"}}\\n","stream":"stdout"}\n`],
    ['logfmt', (key: string) => `level=info msg="sent job" host=submit.atomyx.io authorization="Bearer ${key}"\n`],
    ['a variable', (key: string) => `+ export SUBMIT_API_KEY=${key}\n`],
    ['a query', (key: string) => `10.0.0.1 - - "GET /jobs?api_key=${key} HTTP/1.1" 401 12 "https://submit.atomyx.io/api"\n`],
    ['many headers', (key: string) => `> Host: submit.atomyx.io\n${'> X-Request-Header: of no interest\n'.repeat(25)}> Authorization: Bearer ${key}\n`],
  ])('knows %s', (_, line) => {
    const key = makeKey();
    expect(text(redact(line(key)))).toBe(line(tagOf(key)));
    expect(text(redact(line(key), Array.from({ length: line(key).length }, (__, offset) => offset)))).toBe(line(tagOf(key)));
  });

  it('leaves tokens of other services and what is masked already', () => {
    const log = `POST https://api.stripe.com/v1/charges authorization: Bearer ${makeKey()}\nPOST https://submit.atomyx.io/api/jobs authorization: Bearer ***\ntrace=${makeKey()} GET https://submit.atomyx.io/api/jobs/4711 200\n`;
    expect(text(redact(log))).toBe(log);
  });

  it('knows a key again once it has been found', () => {
    const key = makeKey();
    const [before, after] = [`${key} nobody knows\n`, `${'an ordinary line\n'.repeat(1000)}retry with ${key}\n`];
    expect(text(redact(`${before}ATOMYX_API_KEY=${key}\n${after}`, [10, 100]))).toBe(`${before}ATOMYX_API_KEY=${tagOf(key)}\n${after.replace(key, tagOf(key))}`);
  });

  it('knows your own keys, also in base64', () => {
    const key = makeKey();
    const own = engineWith([{ secret: new Secret(key), label: 'ATOMYX_API_KEY' }]);
    const line = (value: string, encoded: string): string => `plain ${value}\ncode ${encoded}\nbare ${value}`;
    // The last digit of base64 has the last bits of the key, and others.
    expect(text(redact(line(key, Buffer.from(key).toString('base64')), [3, 20, 60], own)).replace(/\w==/, '')).toBe(line(tagOf(key), tagOf(key)));
  });

  it('releases each line as soon as it is finished, and never a part of one', () => {
    const key = makeKey();
    const redactor = new Redactor(engine);
    const push = (part: string): string => Buffer.concat(redactor.push(Buffer.from(part))).toString();
    expect(push('a\nATOMYX_API_KEY=')).toBe('a\n');
    expect(push(key.slice(0, 10))).toBe('');
    expect(push(`${key.slice(10)}\r`)).toBe('');
    expect(push('\nprogress 10%\rprogress 20%')).toBe(`ATOMYX_API_KEY=${tagOf(key)}\r\nprogress 10%\r`);
    expect(Buffer.concat(redactor.end()).toString()).toBe('progress 20%');
  });

  it('holds a line without an end only so far, and cuts no key', () => {
    const key = makeKey();
    const length = 524_288;
    for (const at of [length / 2 - 80, length / 2 - 60, length / 2 - 10, length - 70, length - 30, length, 2 * length]) {
      const line = (value: string): string => `${'x,'.repeat(at / 2)}POST https://submit.atomyx.io/api/jobs Authorization: Bearer ${value},${'y,'.repeat(length)}`;
      const expected = line(tagOf(key));
      expect(text(redact(line(key))) === expected).toBe(true);
      expect(text(redact(line(key), Array.from({ length: 60 }, (_, index) => index * 65_000))) === expected).toBe(true);
      expect(text(redact(`${line(key)}\nb\n`)) === `${expected}\nb\n`).toBe(true);
    }
    // What the first part ends with could be a key of its own.
    const rest = Array.from('0123456789abcdef');
    const credible = Array.from({ length: 9 }, () => rest.splice(randomInt(rest.length), 1)[0] ?? '').join('') + key.slice(9);
    const line = (value: string): string => `${'x,'.repeat(length / 2 - 35)}POST https://submit.atomyx.io/api/jobs Authorization: Bearer ${value},${'y,'.repeat(length)}`;
    expect(text(redact(line(credible))) === line(tagOf(credible))).toBe(true);
    const solid = Buffer.alloc(3 * length, 'a');
    expect(redact(solid).equals(solid)).toBe(true);
  });

  it('differs from its input inside keys only, however the stream is cut, and not at all the second time', () => {
    const keys = Array.from({ length: 3 }, makeKey);
    const key = fc.constantFrom(...keys);
    const line = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('> Host: submit.atomyx.io', 'Host: api.example.com', 'https://submit.atomyx.io/api/jobs', '{"externalId":"1"}', '', 'x'.repeat(3000), 'token: ***', '> Accept: */*'),
      key.map((value) => `Authorization: Bearer ${value}`), key.map((value) => `ATOMYX_API_KEY=${value}`), key.map((value) => `{"authorization":"Bearer ${value}","url":"https://submit.atomyx.io/api/jobs"}`), key,
    );
    const log = fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r', '\n\n', ' \t')), { maxLength: 40 }).map((lines) => lines.flat().join(''));
    fc.assert(fc.property(log, fc.array(fc.nat(20_000), { maxLength: 30 }), (input, cuts) => {
      const output = redact(input);
      expect(redact(input, cuts).equals(output)).toBe(true);
      expect(redact(output).equals(output)).toBe(true);
      const restored = keys.reduce((restoring, value) => restoring.replaceAll(tagOf(value), value), text(output));
      expect(restored).toBe(keys.reduce((restoring, value) => restoring.replaceAll(tagOf(value), value), input));
    }), { numRuns: 100 });
  });
});
