import { describe, expect, it } from 'vitest';
import { report as csv } from '../../src/reporters/csv.ts';
import { emptyReport, hostileReport, hostileWords, richReport } from './rich-report.ts';

const options = { color: false, version: '1.2.3' } as const;

/** Records of RFC 4180, strictly. */
function records(text: string): readonly (readonly string[])[] {
  expect(text.endsWith('\r\n')).toBe(true);
  const rows: string[][] = [[]];
  let position = 0;
  while (position < text.length) {
    let value: string;
    if (text[position] === '"') {
      const quoted = /"((?:[^"]|"")*)"/y;
      quoted.lastIndex = position;
      const match = quoted.exec(text);
      if (match === null) throw new Error('unclosed quotes');
      value = (match[1] ?? '').replaceAll('""', '"');
      position = quoted.lastIndex;
    } else {
      const bare = /[^",\r\n]*/y;
      bare.lastIndex = position;
      value = bare.exec(text)?.[0] ?? '';
      position = bare.lastIndex;
    }
    rows.at(-1)?.push(value);
    if (text[position] === ',') position++;
    else if (text.startsWith('\r\n', position)) {
      position += 2;
      if (position < text.length) rows.push([]);
    } else throw new Error(`neither comma nor CRLF at ${position}`);
  }
  return rows;
}

describe('the csv reporter', () => {
  it('makes a row of everything, under one header', () => {
    const { report } = richReport();
    const [header, ...rows] = records(csv(report, options));
    expect(header?.slice(0, 8)).toEqual([
      'record',
      'ruleId',
      'clause',
      'severity',
      'confidence',
      'path',
      'line',
      'column',
    ]);
    expect(rows.every((row) => row.length === header?.length)).toBe(true);
    expect(rows.map((row) => row[0])).toEqual([
      'finding',
      'finding',
      'finding',
      'finding',
      'finding',
      'unread',
      'skipped',
      'skipped',
      'skipped',
      'stale-suppression',
      'expired-suppression',
      'read',
    ]);
    const first = Object.fromEntries((header ?? []).map((name, index) => [name, rows[0]?.[index]]));
    expect(first).toMatchObject({
      ruleId: 'no-hardcoded-key',
      path: 'src/api/client.py',
      line: '3',
      column: '19',
      length: '40',
      evidence:
        'sent to submit.atomyx.io (line 7); named SUBMIT_API_KEY (line 3); looks like a key: 40 hexadecimal digits (line 3)',
      via: '',
    });
    expect(rows[2]?.[5]).toBe('"deploy/\\346\\274\\242\\tsecret.yaml"');
    expect(rows.at(-1)?.[10]).toBe('1204 files, 3 git objects, 48210000 bytes; 2 findings suppressed');
  });

  it('has rows for a scan without findings', () => {
    expect(records(csv(emptyReport(), options))).toHaveLength(2);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '＋1', '－1', '＠x', '|x'])(
    'neutralises the formula %j',
    (words) => {
      for (const row of records(csv(hostileReport(words), options)).slice(1)) {
        for (const value of row) expect(value).not.toMatch(/^\s*[=+\-@＝＋－＠|]/);
      }
    },
  );

  it.each(hostileWords)('keeps every record on one line: %j', (words) => {
    const text = csv(hostileReport(words), options);
    expect(records(text)).toHaveLength(7);
    expect(text.split('\r\n')).toHaveLength(8);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|##[a-z]*\[/iu);
  });
});
