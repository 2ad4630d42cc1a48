import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { fingerprintOf, Secret } from '@submit-guard/core';
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/configs/config.ts';
import { createEngine } from '../../src/pipeline/create-engine.ts';
import type { RedactionEngine } from '../../src/redactions/line-examiner.ts';
import { Redactor } from '../../src/redactions/redactor.ts';

const { search, detector, minConfidence } = createEngine({ config: defaultConfig, configFolder: '/', root: '/', known: { keys: [], fingerprints: undefined } }, { cwd: '/' });
const engine: RedactionEngine = { search, detector, minConfidence, hasOwnValues: false };
/** Every line may hold a value that only this run knows, so that each is judged by all that stands in front of it. */
const plain: RedactionEngine = { ...engine, hasOwnValues: true, search: { ...search, ownPlacesIn: () => undefined } };

function redact(log: string, with_: RedactionEngine, cuts: readonly number[] = []): string {
  const redactor = new Redactor(with_);
  const bytes = Buffer.from(log);
  const borders = [...new Set(cuts)].filter((cut) => cut < bytes.length).sort((a, b) => a - b);
  const output = [0, ...borders].flatMap((from, index) => redactor.push(bytes.subarray(from, borders[index] ?? bytes.length)));
  return Buffer.concat([...output, ...redactor.end()]).toString();
}

const base64url = (length: number): string => randomBytes(length).toString('base64url').slice(0, length);
const hex = (length: number): string => randomBytes(length).toString('hex').slice(0, length);

/** Lines as programs write them over and over, each time with other numbers, ids and tokens. */
const lines: readonly ((time: string, number: number) => string)[] = [
  (time, number) => `${time} INFO [http-${number % 40}] POST https://submit.atomyx.io/api/jobs 201 authorization="Bearer ***" request=${randomUUID()} took ${number}ms`,
  (time) => `${time} INFO POST https://submit.atomyx.io/api/jobs 201 authorization="Bearer ${hex(40)}" request=${randomUUID()}`,
  (time) => `${time} INFO POST https://api.mailer.example/v1/send 201 authorization="Bearer ${hex(40)}" request=${randomUUID()}`,
  (time) => JSON.stringify({ time, level: 'info', msg: 'sent', host: 'submit.atomyx.io', headers: { authorization: `Bearer ${hex(32)}` }, id: randomUUID() }),
  (time) => JSON.stringify({ time, level: 'info', msg: 'sent', host: 'api.mailer.example', headers: { authorization: `Bearer ${hex(32)}` }, id: randomUUID() }),
  (time) => `${time} > POST /api/jobs HTTP/1.1\n> Host: submit.atomyx.io\n> Authorization: Bearer ${hex(40)}\n> X-Request-Id: ${randomUUID()}\n`,
  (time) => `${time} > POST /v2/items HTTP/1.1\n> Host: api.maps.example\n> Authorization: Bearer ${hex(40)}\n> X-Request-Id: ${randomUUID()}\n`,
  (time) => `${time} INFO POST https://submit.atomyx.io/api/jobs 201 authorization="Bearer ${base64url(43)}" state=${base64url(64)}`,
  (time) => `${time} INFO submit job api_key=*** state=${base64url(48)} host=api.mailer.example`,
  (time) => JSON.stringify({ time, host: 'submit.atomyx.io', apiKey: base64url(43), session: base64url(32) }),
  (time) => `${time} DEBUG ATOMYX_API_KEY=${base64url(43)} loaded for ${base64url(22)}`,
  () => `> Authorization: Bearer ${hex(40)}`,
  () => `> Authorization: Bearer ${base64url(43)}`,
  () => '> Host: submit.atomyx.io',
  (time) => `${time} DEBUG token=${hex(40)} for ${randomUUID()}`,
  (time) => `${time} DEBUG ATOMYX_API_KEY=${hex(40)} loaded`,
  () => hex(40),
  (time, number) => `${time} INFO order ${number} of atomyx has span ${hex(16)}, trace ${hex(32)}`,
  () => 'curl -H "Authorization: Bearer \\',
  () => '  "value":',
  () => '',
  (time) => `${time} INFO the customer's api key wasn't in config {`,
];

const entry = fc.tuple(fc.nat(lines.length - 1), fc.nat(99_999)).map(([index, number]) => lines[index]?.(new Date(1_767_225_600_000 + number * 1000).toISOString(), number) ?? '');
/** Entries of a few kinds only, as most logs have, so that what is settled is used. */
const log = fc.uniqueArray(fc.nat(lines.length - 1), { minLength: 1, maxLength: 5 })
  .chain((kinds) => fc.array(fc.tuple(fc.constantFrom(...kinds), fc.nat(99_999)), { minLength: 20, maxLength: 120 }))
  .map((entries) => entries.map(([kind, number]) => `${lines[kind]?.(new Date(1_767_225_600_000 + number * 1000).toISOString(), number)}\n`).join(''));

describe('settled shapes of lines', () => {
  it('do not keep your own key from being seen in a line like many others', () => {
    const key = hex(40);
    const known = createEngine({ config: defaultConfig, configFolder: '/', root: '/', known: { keys: [{ secret: new Secret(key), label: 'ATOMYX_API_KEY' }], fingerprints: undefined } }, { cwd: '/' });
    const lineOf = (token: string): string => `2026-01-01T00:00:00Z INFO atomyx bearer of ${token} at https://submit.atomyx.io/api/jobs/4711\n`;
    const text = `${Array.from({ length: 20 }, () => lineOf(hex(40))).join('')}${lineOf(key)}`;
    const output = redact(text, { search: known.search, detector: known.detector, minConfidence, hasOwnValues: true });
    expect(output).not.toContain(key);
    expect(output).toBe(text.replace(key, `***${fingerprintOf(key).slice(0, 12)}***`));
  });

  it('change nothing: what is redacted is the same as where each line is judged by all that stands in front of it', () => {
    fc.assert(fc.property(log, fc.array(fc.nat(20_000), { maxLength: 5 }), (text, cuts) => {
      expect(redact(text, engine, cuts)).toBe(redact(text, plain));
    }), { numRuns: Number(process.env['RUNS'] ?? 15) });
  });

  it('change nothing in a log of many kinds of lines', () => {
    fc.assert(fc.property(fc.array(entry, { minLength: 50, maxLength: 150 }), (entries) => {
      const text = `${entries.join('\n')}\n`;
      expect(redact(text, engine)).toBe(redact(text, plain));
    }), { numRuns: Number(process.env['RUNS'] ?? 5) });
  });
});
