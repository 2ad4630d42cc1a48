import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import type { Finding, Report } from '@submit-guard/core';
import { excerptOf, lineStartsOf, Secret } from '@submit-guard/core';
import { describe, expect, it } from 'vitest';
import { loadReporter, reporterNames } from '../../src/reporters/index.ts';
import { emptyReport, richReport } from './rich-report.ts';

/** Fails where a text holds the key, or any eight characters of it that follow each other. */
function expectNoneOf(key: string, text: string): void {
  for (let start = 0; start + 8 <= key.length; start++) expect(text.includes(key.slice(start, start + 8))).toBe(false);
}

const draws: Readonly<Record<string, () => string>> = {
  hex: () => randomBytes(20).toString('hex'),
  base64url: () => randomBytes(48).toString('base64url'),
  short: () => randomBytes(6).toString('hex'),
};

describe.each(Object.entries(draws))('a key in %s', (_, draw) => {
  it('cannot be had from a Secret', () => {
    const key = draw();
    const secret = new Secret(key);
    const error = new Error(`could not send ${String(secret)}`, { cause: secret });
    const texts = [
      JSON.stringify({ secret }),
      JSON.stringify(Object.entries(secret)),
      String(secret),
      secret.toString(),
      inspect(secret, { showHidden: true, depth: Infinity, getters: true }),
      inspect({ nested: [secret] }, { depth: Infinity }),
      inspect(structuredClone(secret)),
      JSON.stringify(structuredClone({ secret })),
      JSON.stringify(Object.assign({}, secret)),
      JSON.stringify(Object.getOwnPropertyDescriptors(secret)),
      Reflect.ownKeys(secret).map(String).join(),
      error.message,
      String(error.stack),
      inspect(error, { showHidden: true, depth: Infinity }),
      secret.redacted,
      secret.fingerprint,
    ];
    for (const text of texts) expectNoneOf(key, text);
    expect(secret.redacted.length - 3).toBeLessThanOrEqual(Math.min(4, key.length / 4));
  });

  it.each(reporterNames)('shows in no output of %s', async (format) => {
    const key = draw();
    const other = draw();
    const text = `// ${other}\nconst head = '${key}'; // ${key}\nsend("https://submit.atomyx.io", '${key}')\n`;
    const ranges = [...text.matchAll(new RegExp(`${key}|${other}`, 'g'))].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }));
    const secret = new Secret(key);
    const excerpt = excerptOf(
      text,
      lineStartsOf(text),
      ranges.slice(1).map((range) => ({ ...range, kind: 'key' as const })),
      ranges,
    );
    const finding: Finding = {
      ruleId: 'no-hardcoded-key',
      clause: 'repository',
      severity: 'error',
      confidence: 'certain',
      message: secret.redactIn(`The key ${key} stands here.`),
      path: secret.redactIn(`logs/${key}.txt`),
      line: 2,
      column: 15,
      endLine: 2,
      endColumn: 15 + key.length,
      // A Secret has all that a summary has, and must be as safe in its place.
      secret,
      evidence: [{ kind: 'value', line: 2, detail: secret.redactIn(key) }],
      excerpt,
    };
    const data: Report = { ...emptyReport(), findings: [finding, { ...finding, secret: secret.toJSON() }] };
    const print = await loadReporter(format);
    for (const color of [false, true]) {
      const printed = print(data, { color, version: '1.2.3' });
      expectNoneOf(key, printed);
      expectNoneOf(other, printed);
    }
  });
});

describe.each(reporterNames)('%s', (format) => {
  it('shows no key of a rich report', async () => {
    const { report, keys } = richReport();
    const printed = (await loadReporter(format))(report, { color: true, version: '1.2.3', columns: 120 });
    for (const key of keys) expectNoneOf(key, printed);
    expect(printed.endsWith('\n')).toBe(true);
  });
});
