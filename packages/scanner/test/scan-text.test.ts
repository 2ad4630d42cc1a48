import { Secret } from '@submit-guard/core';
import { describe, expect, it } from 'vitest';
import { createTextScanner, exitStatusOf, scanText } from '../src/index.ts';
import { lineWith, makeKey } from './pipeline/engines.ts';

describe('scanText', () => {
  it('reports a text as a file of that path would be', () => {
    const key = makeKey();
    const report = scanText(`// é\nconst atomyxApiKey = '${key}';\n`, 'public/app.js');
    expect(report).toMatchObject({
      findings: [{ ruleId: 'no-key-in-frontend', path: 'public/app.js', line: 2, column: 23, endColumn: 63 }],
      coverage: { files: 1, skipped: [], unread: [] },
    });
    expect(JSON.stringify(report)).not.toContain(key);
    expect(exitStatusOf(report)).toBe(1);
  });

  it('takes bytes, a surface, a confidence and known keys', () => {
    const key = makeKey();
    expect(scanText(Buffer.from(`\ufeff${lineWith(key)}`, 'utf16le'), 'x.txt', { surface: 'log' }).findings).toMatchObject([{ ruleId: 'no-key-in-logs', column: 23 }]);
    expect(scanText(lineWith(key), 'x.env', { minConfidence: 'certain' }).findings).toEqual([]);
    expect(scanText(`see ${key}`, 'x.env', { minConfidence: 'certain', knownKeys: [{ secret: new Secret(key), label: 'test' }] }).findings).toMatchObject([{ confidence: 'certain' }]);
  });

  it('says of bytes that are no text that it could not look into them', () => {
    const report = scanText(Buffer.alloc(100), 'a.bin');
    expect(report.coverage).toMatchObject({ files: 0, bytes: 100, skipped: [{ path: 'a.bin', reason: 'binary' }] });
    expect(exitStatusOf(report)).toBe(0);
  });

  it('fails for a faulty suppression as for a finding, and for what was not read before both', () => {
    const report = scanText('# submit-guard-ignore\nx=1\n', 'x.env');
    expect(report.notes).toMatchObject([{ kind: 'invalid-suppression' }]);
    expect(exitStatusOf(report)).toBe(1);
    expect(exitStatusOf({ ...report, coverage: { ...report.coverage, unread: [{ path: 'a', reason: 'permission denied' }] } })).toBe(2);
    expect(exitStatusOf({ ...report, notes: [{ kind: 'stale-suppression', path: 'a', message: 'It covers nothing.' }] })).toBe(0);
  });

  it('keeps texts apart', () => {
    const scan = createTextScanner();
    expect(scan(lineWith(makeKey()), 'a.env').findings).toHaveLength(1);
    expect(scan('nothing', 'a.env').findings).toEqual([]);
  });
});
