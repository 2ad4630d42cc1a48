import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { credentialRuns } from '../../src/excerpts/credential-runs.ts';

function hidden(line: string): string {
  let shown = line;
  for (const run of [...credentialRuns(line)].reverse()) shown = `${shown.slice(0, run.start)}•${shown.slice(run.end)}`;
  return shown;
}

const drawn = (alphabet: string, length: number): string =>
  Array.from(randomBytes(length), (byte) => alphabet.charAt(byte % alphabet.length)).join('');
const lower = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';

const alphabets: Readonly<Record<string, (length: number) => string>> = {
  hex: (length) => randomBytes(length).toString('hex').slice(0, length),
  base64url: (length) => randomBytes(length).toString('base64url').slice(0, length),
  base64: (length) => randomBytes(length).toString('base64').slice(0, length),
  base62: (length) => drawn(lower + lower.toUpperCase() + digits, length),
  base36: (length) => drawn(lower + digits, length),
  base32: (length) => drawn(`${lower.toUpperCase()}234567`, length),
};

describe('credentialRuns', () => {
  it.each(Object.entries(alphabets))(
    'hides random %s of 24 characters and more, but for one in five hundred',
    (_, draw) => {
      let seen = 0;
      for (let round = 0; round < 1000; round++) {
        const token = draw(24 + (round % 50));
        const line = hidden(`  const value = "${token}";`);
        for (let start = 0; start + 8 <= token.length; start++) {
          if (line.includes(token.slice(start, start + 8))) {
            seen++;
            break;
          }
        }
      }
      expect(seen).toBeLessThanOrEqual(2);
    },
  );

  it('hides UUIDs, JSON Web Tokens, padded base64, Basic credentials and dotted tokens whole', () => {
    const part = (json: object): string => Buffer.from(JSON.stringify(json)).toString('base64url');
    const webToken = `${part({ alg: 'HS256' })}.${part({ sub: 'somebody' })}.${randomBytes(32).toString('base64url')}`;
    const padded = randomBytes(25).toString('base64');
    const dotted = `${randomBytes(18).toString('hex')}.C${randomBytes(2).toString('hex')}a1.${randomBytes(20).toString('hex')}`;
    expect(hidden(`id: ${randomUUID()}`)).toBe('id: •');
    expect(hidden(`"jwt": "${webToken}",`)).toBe('"jwt": "•",');
    expect(hidden(`k = '${padded}'`)).toBe("k = '•'");
    expect(hidden(`Authorization: Basic ${Buffer.from('ab:c1').toString('base64')}`)).toBe('Authorization: Basic •');
    expect(hidden(`bot ${dotted} end`)).toBe('bot • end');
  });

  it('hides text in which every character is escaped', () => {
    const bytes = [...randomBytes(12).toString('hex')].map((character) => character.charCodeAt(0));
    const escapes = [
      bytes.map((byte) => `\\x${byte.toString(16)}`),
      bytes.map((byte) => `\\u00${byte.toString(16)}`),
      bytes.map((byte) => `%${byte.toString(16)}`),
      bytes.map((byte) => `&#${byte};`),
      bytes.map((byte) => `\\${byte.toString(8).padStart(3, '0')}`),
    ];
    for (const escaped of escapes) expect(hidden(`x="${escaped.join('')}"`)).toBe('x="•"');
  });

  it('hides short values where the name or the place says that they are secret', () => {
    const short = `${drawn(lower, 1)}7${drawn(digits, 3)}kq${drawn(digits, 3)}`;
    expect(hidden(`db_password = "${short}"`)).toBe('db_password = "•"');
    expect(hidden(`Authorization: Bearer ${short}`)).toBe('Authorization: Bearer •');
    expect(hidden(`amqp://guest:${short}@mq.example.org:5672/`)).toBe('amqp://guest:•@mq.example.org:5672/');
  });

  it.each([
    'import { createHash, randomBytes } from "node:crypto";',
    'https://submit.atomyx.io/api/jobs?externalId=order-4711',
    'see https://github.com/example/project/blob/main/src/components/Button2/index.test.tsx#L120',
    'const ATOMYX_SUBMIT_API_KEY_V2 = process.env.ATOMYX_SUBMIT_API_KEY_V2;',
    'Authorization: Bearer YOUR_API_KEY',
    'headers["X-Atomyx-Signature"] = getSignatureFromRequestBody(request);',
    'public static final String XML_HTTP_REQUEST_TIMEOUT_MILLISECONDS = "application/x-www-form-urlencoded";',
    'dateFormat: 2024-01-15T10:30:00+00:00, version 12.4.1-beta.3',
    'const token = getTokenFromVault2(clientId, options);',
    'postgres://user:${PASSWORD}@localhost:5432/orders',
    'org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration',
  ])('leaves words, names and addresses readable: %s', (line) => {
    expect(hidden(line)).toBe(line);
  });

  it('takes time in proportion to the text', () => {
    for (const unit of ['a', 'aB3', '/', '%4', '=', 'eyJabcdef.', '://a:', '\\x4', 'token: ', 'Ab1-', '. ']) {
      const text = unit.repeat(Math.ceil(60_000 / unit.length));
      credentialRuns(text);
    }
  });
});
