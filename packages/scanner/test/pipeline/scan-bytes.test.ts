import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { BlobOutcome } from '../../src/pipeline/scan-bytes.ts';
import { scanBytes } from '../../src/pipeline/scan-bytes.ts';
import { engine, lineWith, makeKey } from './engines.ts';

const plain = engine();
const scan = (content: string | Buffer, path = 'file.txt'): BlobOutcome => scanBytes(plain, Buffer.from(content), { path, name: path });
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('scanBytes', () => {
  it.each([
    ['\\n', '\n'],
    ['\\r\\n', '\r\n'],
    ['a lone \\r', '\r'],
  ])('reports lines that end with %s', (_name, end) => {
    const key = makeKey();
    expect(scan(`# one${end}# two${end}${lineWith(key)}${end}`).findings).toMatchObject([
      { line: 3, column: 23, endLine: 3, endColumn: 63, secret: { length: 40 }, evidence: expect.arrayContaining([expect.objectContaining({ kind: 'name', line: 3, column: 1, endColumn: 22 })]) as unknown },
    ]);
  });

  it.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-8 with a byte-order mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['UTF-16 LE with a byte-order mark', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 BE with a byte-order mark', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-16 LE', (text: string) => Buffer.from(text, 'utf16le')],
    ['UTF-16 BE', (text: string) => Buffer.from(text, 'utf16le').swap16()],
    ['Latin-1', (text: string) => latin1(text)],
  ])('reports the same place in %s', (_name, encode) => {
    const [first, second] = [makeKey(), makeKey()];
    const { findings } = scan(encode(`${lineWith(first)}\r\né é ${lineWith(second)}\r\n`));
    expect(findings).toMatchObject([{ line: 1, column: 23 }, { line: 2, column: 27 }]);
  });

  it('finds a key among more words than there is room for in the memory of the search', () => {
    const words = 'submit the form, mind the api key\n'.repeat(20_000);
    expect(scanBytes(engine(), Buffer.from(`${words}submit_api_key = "${makeKey()}"\n`), { path: 'a.txt', name: 'a.txt' }).findings).toHaveLength(1);
  });

  it('counts columns in UTF-16 units', () => {
    expect(scan(`😀 ${lineWith(makeKey())}`).findings).toMatchObject([{ column: 26, endColumn: 66 }]);
  });

  it('finds a key in an executable, at the right line', () => {
    const noise = Buffer.from(randomBytes(3000).map((byte) => (byte === 0x0a || byte === 0x0d ? 0 : byte)));
    noise[0] = 0;
    const { findings, skipped } = scan(Buffer.concat([noise, Buffer.from(`\n${lineWith(makeKey())}\n`), noise]), 'app');
    expect(findings).toMatchObject([{ line: 2, column: 23 }]);
    expect(skipped).toBeUndefined();
  });

  it.each(['latin1', 'utf16le'] as const)('finds a key in the strings (%s) of an executable in which nothing names Atomyx', (encoding) => {
    const zeros = Buffer.alloc(16);
    const { findings } = scan(Buffer.concat([latin1('MZ\x90'), zeros, Buffer.from(`SUBMIT_API_KEY=${makeKey()}`, encoding), zeros]), 'app.exe');
    expect(findings).toMatchObject([{ ruleId: 'no-hardcoded-key', secret: { length: 40 } }]);
  });

  it.each(['le', 'be'])('finds a key in the strings of two bytes a character (%s) of an executable, at its place in the bytes', (order) => {
    const noise = Buffer.from(randomBytes(3000).map((byte) => (byte === 0x0a || byte === 0x0d ? 0 : byte)));
    const wide = Buffer.from(lineWith(makeKey()), 'utf16le');
    if (order === 'be') wide.swap16();
    const zeros = Buffer.alloc(8);
    const { findings } = scan(Buffer.concat([noise, Buffer.from('\n#'), zeros, wide, zeros, noise]), 'app.exe');
    // The letters begin after `#` and the zeros; in big-endian order each follows its own zero.
    const start = 9 + (order === 'le' ? 0 : 1) + 'ATOMYX_SUBMIT_API_KEY='.length * 2;
    expect(findings).toMatchObject([{ line: 2, column: start + 1, endColumn: start + 81, via: ['utf-16'], secret: { length: 40 } }]);
  });

  it.each([
    ['media', 'film.mp4', Buffer.concat([latin1('\0\0\0\x18ftypmp42'), Buffer.alloc(100)])],
    ['media', 'a.png', latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')],
    ['binary', 'app.exe', latin1('MZ\x90\0\x03\0\0\0')],
    ['archive', 'a.zip', latin1('PK\x03\x04\x14\0\0\0')],
  ])('says that it could not look into %s', (reason, path, bytes) => {
    expect(scan(bytes, path)).toEqual({ findings: [], suppressed: 0, notes: [], skipped: reason });
  });

  it('finds a key among the plain bytes of a medium', () => {
    expect(scan(Buffer.concat([latin1('\x89PNG\r\n\x1a\n\0\0\0\x40tEXtComment\0'), Buffer.from(lineWith(makeKey()))]), 'a.png').findings).toHaveLength(1);
  });

  it('gives the pointer of a finding in JSON', () => {
    const text = JSON.stringify({ atomyx: { 'submit/prod': { apiKey: makeKey() } } }, undefined, 2);
    expect(scan(text, 'config.json').findings).toMatchObject([{ pointer: '/atomyx/submit~1prod/apiKey', line: 4 }]);
    expect(scan(text, 'config').findings).toMatchObject([{ pointer: '/atomyx/submit~1prod/apiKey' }]);
  });

  it('shows code without the key, and nothing of an outcome holds one', () => {
    const key = makeKey();
    const outcome = scan(`// before\nconst atomyxApiKey = "${key}"; // ${key}\n// after\n`, 'a.js');
    expect(outcome.findings[0]?.excerpt?.map(({ line }) => line)).toEqual([1, 2, 3]);
    expect(outcome.findings[0]?.excerpt?.[1]?.marks[0]).toMatchObject({ kind: 'key' });
    expect(JSON.stringify(outcome)).not.toContain(key);
    expect(structuredClone(outcome)).toEqual(outcome);
  });

  it('applies suppression comments, and reports faulty and stale ones', () => {
    const text = [
      '# submit-guard-ignore-next-line -- used in a test only', lineWith(makeKey()),
      '# submit-guard-ignore-next-line', lineWith(makeKey()),
      '# submit-guard-ignore-next-line -- nothing here', 'x=1',
    ].join('\n');
    expect(scan(text, '.env')).toMatchObject({
      findings: [{ line: 4 }],
      suppressed: 1,
      notes: [{ kind: 'invalid-suppression', path: '.env', line: 3 }, { kind: 'stale-suppression', path: '.env', line: 5 }],
    });
  });

  it('reports a stale suppression in a text that holds nothing else', () => {
    expect(scan('// submit-guard-ignore-next-line -- it was here once\nx()\n', 'a.js').notes).toMatchObject([{ kind: 'stale-suppression', line: 1 }]);
  });

  it('leaves out what is below the wanted confidence, and rules that are off', () => {
    const bytes = Buffer.from(lineWith(makeKey()));
    const place = { path: '.env', name: '.env' };
    expect(scanBytes(engine({ minConfidence: 'high' }), bytes, place).findings).toEqual([]);
    expect(scanBytes(engine({ rules: new Map([['no-hardcoded-key', 'off']]) }), bytes, place).findings).toEqual([]);
    expect(scanBytes(engine({ rules: new Map([['no-hardcoded-key', 'warning']]) }), bytes, place).findings).toMatchObject([{ severity: 'warning' }]);
  });

  it('takes the place for what the configuration says it is', () => {
    const configured = engine({ surfaces: [{ glob: 'support/**', surface: 'log' }] });
    const bytes = Buffer.from(lineWith(makeKey()));
    expect(scanBytes(configured, bytes, { path: 'support/x.txt', name: 'support/x.txt' }).findings).toMatchObject([{ ruleId: 'no-key-in-logs' }]);
  });

  it('reads a hundred thousand lines, and a line of ten megabytes', () => {
    const key = makeKey();
    expect(scan(`${'# nothing to see\n'.repeat(100_000)}${lineWith(key)}\n`).findings).toMatchObject([{ line: 100_001, column: 23 }]);
    const { findings } = scan(`${'x = 1; '.repeat(1_500_000)}${lineWith(key)}`);
    expect(findings).toMatchObject([{ line: 1, column: 10_500_023 }]);
  });
});
