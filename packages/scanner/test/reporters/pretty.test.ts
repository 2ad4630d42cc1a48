import { stripVTControlCharacters } from 'node:util';
import { Secret } from '@submit-guard/core';
import { describe, expect, it } from 'vitest';
import { widthOf } from '../../src/reporters/pretty/text-layout.ts';
import { report as pretty } from '../../src/reporters/pretty.ts';
import { emptyReport, hostileReport, hostileWords, richReport } from './rich-report.ts';

const plain = { color: false, version: '1.2.3' } as const;

describe('the pretty reporter', () => {
  it('shows a finding with its code, its evidence and its remedy', () => {
    const secret = new Secret('0123456789'.repeat(4));
    const text = pretty(
      {
        ...emptyReport(),
        findings: [
          {
            ruleId: 'no-hardcoded-key',
            clause: 'repository',
            severity: 'error',
            confidence: 'high',
            message: 'A key stands here.',
            path: 'src/api.py',
            line: 3,
            column: 7,
            endLine: 3,
            endColumn: 47,
            secret: secret.toJSON(),
            evidence: [{ kind: 'destination', line: 9, detail: 'submit.atomyx.io' }],
            excerpt: [
              { line: 2, text: '# 漢字', marks: [] },
              { line: 3, text: 'é漢 = "••••"', marks: [{ column: 7, endColumn: 11, kind: 'key' }] },
              {
                line: 9,
                text: 'post("https://submit.atomyx.io")',
                marks: [{ column: 15, endColumn: 31, kind: 'destination' }],
              },
            ],
          },
        ],
      },
      { ...plain, columns: 70 },
    );
    expect(text.split('\n').slice(0, 17)).toEqual([
      '',
      'src/api.py                                                   1 finding',
      '',
      '  3:7  ✖ error  high confidence                       no-hardcoded-key',
      '  A key stands here.',
      '',
      '    2 │ # 漢字',
      '  ❯ 3 │ é漢 = "••••"',
      '      │        ^^^^ 0123...',
      '    ⋮ │',
      '    9 │ post("https://submit.atomyx.io")',
      '      │               ~~~~~~~~~~~~~~~~ destination',
      '',
      '  because  sent to submit.atomyx.io  (line 9)',
      `  key      0123..., 40 characters, ${secret.fingerprint}`,
      '  mend     Create a new key in Atomyx Vault.',
      '',
    ]);
    expect(text).toContain('no-hardcoded-key  Keep Submit API keys out of source code');
    expect(text).toContain('docs/rules/no-hardcoded-key');
    expect(text).toContain(
      '✖ 1 finding in 1 file  1 error\n  clauses     repository 1\n  confidence  high 1\n  read        12 files, 48.2 kB\n',
    );
  });

  it.each([80, 120])('keeps to %i columns, links and paths aside', (columns) => {
    const { report } = richReport();
    for (const line of pretty(report, { ...plain, columns }).split('\n')) {
      if (!/https:|sg1:|[0-9a-f]{40}/.test(line)) expect(widthOf(line), line).toBeLessThanOrEqual(columns);
    }
  });

  it('says everything that a rich report holds', () => {
    const text = pretty(richReport().report, plain);
    for (const words of [
      '✖ 5 findings in 4 files  4 errors · 1 warning',
      'clauses     repository 3 · callback 1 · frontend 1',
      'confidence  certain 1 · high 2 · medium 2',
      'read        1,204 files, 3 git objects, 48.2 MB',
      'skipped     3: media 2 · broken source map, read as text 1',
      'suppressed  2 findings',
      'not read, so this scan is not complete\n    secrets/locked.env  permission denied',
      '▲ src/old.ts:7  stale suppression',
      'decoded  base64',
      'field    /data/api-key',
      'commit   0123456789abcdef0123456789abcdef01234567',
      'source   src/api.ts:12:9',
      'known from environment variable ATOMYX_API_KEY  (line 1)',
      'a further piece of the key  (line 2)',
    ]) {
      expect(text).toContain(words);
    }
    expect(text.split('Revoke the old key in Atomyx Vault').length - 1).toBe(1);
  });

  it('colours only when told to, and says the same either way', () => {
    const { report } = richReport();
    const colored = pretty(report, { ...plain, color: true });
    expect(colored).toContain('\u001b[31m');
    expect(stripVTControlCharacters(colored)).toBe(pretty(report, plain));
  });

  it('says whether nothing was found, nothing could be read or nothing was there', () => {
    expect(pretty(emptyReport(), plain)).toContain('✔ No Submit key found\n  read        12 files, 48.2 kB\n');
    const unread = pretty(emptyReport({ unread: [{ path: 'a', reason: 'permission denied' }] }), plain);
    expect(unread).toContain('✖ No Submit key found, but 1 place could not be read');
    expect(unread).not.toContain('✔');
    expect(pretty(emptyReport({ files: 0, bytes: 0 }), plain)).toContain('▲ Nothing was read, so nothing can be said');
  });

  it('names fifty places that were not read and counts the rest', () => {
    const unread = Array.from({ length: 73 }, (_, index) => ({ path: `file-${index}`, reason: 'permission denied' }));
    const text = pretty(emptyReport({ unread }), plain);
    expect(text).toContain('    file-49  permission denied\n    and 23 more places; --format json names them all\n');
    expect(text).not.toContain('file-50');
  });

  it.each(hostileWords)('prints nothing that acts on a terminal or a runner: %j', (words) => {
    const text = pretty(hostileReport(words), plain);
    for (const line of text.split('\n')) {
      expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      expect(line).not.toMatch(/^\s*::|##[a-z]*\[/i);
    }
    for (const line of pretty(hostileReport(words), { ...plain, color: true }).split('\n')) {
      // eslint-disable-next-line no-control-regex -- ESC starts a colour
      expect(line.replace(/\u001b\[\d+m/g, '')).not.toMatch(/^\s*::|##[a-z]*\[|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/iu);
    }
  });
});
