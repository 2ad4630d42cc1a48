import { describe, expect, it } from 'vitest';
import { report as json } from '../../src/reporters/json.ts';
import { withDistinctNames } from '../../src/results/open-results.ts';
import { parseResult } from '../../src/results/parse-result.ts';
import { emptyReport, hostileReport, hostileWords, richReport } from '../reporters/rich-report.ts';

const version = '1.2.3';
const printed = (report: Parameters<typeof json>[0], by = version): string => json(report, { color: false, version: by });
const parse = (text: string): unknown => parseResult(text, 'results.json', version);

/** A document of ours with one member changed. */
function changed(change: (document: Record<string, never> & { findings: Record<string, unknown>[] }) => void): string {
  const document = JSON.parse(printed(richReport().report)) as Parameters<typeof change>[0];
  change(document);
  return JSON.stringify(document);
}

describe('results in JSON', () => {
  it('come to the report that they were printed of', () => {
    const { report } = richReport();
    expect(parse(printed(report))).toEqual(JSON.parse(JSON.stringify(report)));
    expect(parse(`\ufeff${printed(emptyReport())}`)).toEqual(emptyReport());
  });

  it.each(hostileWords)('are read whatever words are in them: %j', (words) => {
    expect(parse(printed(hostileReport(words)))).toMatchObject({ findings: [{ path: words, message: words }, {}] });
  });

  it('may be of an older version, of one that differs in its last number, and have members that are new', () => {
    for (const theirs of ['0.9.9', '1.2.9', '1.1.0']) expect(() => parse(printed(emptyReport(), theirs))).not.toThrow();
    expect(() => parse(changed((document) => Object.assign(document, { later: [1] })))).not.toThrow();
  });

  it.each([
    ['', 'results.json is no JSON document: it is empty. Scan again with --format json -o FILE, which writes it whole or not at all.'],
    [printed(richReport().report).slice(0, 900), 'results.json is no JSON document: it ends too early. Scan again with --format json -o FILE, which writes it whole or not at all.'],
    ['[1}', 'results.json is no JSON document: it is faulty. Scan again with --format json -o FILE, which writes it whole or not at all.'],
    ['{"tool":{"name":"gitleaks"}}', 'results.json holds no results of submit-guard. It was written by gitleaks; name a file that `submit-guard scan --format json` wrote.'],
    ['{"version":"2.1.0","runs":[]}', 'results.json holds no results of submit-guard. It is a SARIF log; name a file that `submit-guard scan --format json` wrote.'],
    ['[]', 'results.json holds no results of submit-guard. Name a file that `submit-guard scan --format json` wrote.'],
    [printed(emptyReport(), '1.3.0'), 'results.json was written by submit-guard 1.3.0, which is newer than this one (1.2.3). Update submit-guard to read it.'],
    [printed(emptyReport(), '2.0.0'), 'results.json was written by submit-guard 2.0.0, which is newer than this one (1.2.3). Update submit-guard to read it.'],
    [changed(({ findings }) => Object.assign(findings[1] ?? {}, { line: '3' })), 'results.json is damaged: `findings.1.line` is not what submit-guard writes there. Scan again with --format json.'],
    [changed((document) => Reflect.deleteProperty(document, 'coverage')), 'results.json is damaged: `coverage` is not what submit-guard writes there. Scan again with --format json.'],
  ])('are refused in one sentence that says what to do (%#)', (text, sentence) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ name: 'ResultsError', message: sentence }) as Error);
  });

  it('are refused where a key stands in place of a mask', () => {
    const text = changed(({ findings }) => Object.assign(findings[0] ?? {}, { secret: { redacted: 'f'.repeat(40), length: 40, fingerprint: `sg1:${'0'.repeat(24)}` } }));
    expect(() => parse(text)).toThrow('results.json is damaged: `findings.0.secret.redacted` is not what submit-guard writes there.');
    try {
      parse(text);
    } catch (error) {
      expect(String(error)).not.toContain('ffff');
    }
  });
});

describe('names of results', () => {
  it('are made to differ by their folders, then by numbers', () => {
    const named = (names: readonly string[], folders: readonly string[] = []): readonly string[] => withDistinctNames(names.map((name) => ({ name, report: emptyReport() })), folders).map(({ name }) => name);
    expect(named(['shop', 'press'], ['a', 'b'])).toEqual(['shop', 'press']);
    expect(named(['results', 'results', 'press'], ['shop', 'web', 'x'])).toEqual(['shop/results', 'web/results', 'press']);
    expect(named(['results', 'results'])).toEqual(['results', 'results (2)']);
  });
});
