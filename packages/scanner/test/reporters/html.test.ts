import type { Finding, Report } from '@submit-guard/core';
import { describe, expect, it } from 'vitest';
import { pageData } from '../../src/reporters/html/page-data.ts';
import { report as html } from '../../src/reporters/html.ts';
import { emptyReport, hostileWords, richReport } from './rich-report.ts';

const pageOf = (...reports: readonly Report[]): ReturnType<typeof pageData> => pageData(reports.map((report, index) => ({ name: `r${index}`, report })), '1.2.3', new Date(0));

const shifted = (report: Report, lines: number): Report => ({ ...report, findings: report.findings.map((finding): Finding => ({ ...finding, line: finding.line + lines, endLine: finding.endLine + lines })) });

describe('what a page shows of a report', () => {
  it('gives each finding an id of its own, which an edit elsewhere in its file does not change', () => {
    const { report } = richReport();
    const ids = pageOf(report).findings.map(({ id }) => id);
    expect(new Set(ids).size).toBe(report.findings.length);
    expect(ids.every((id) => /^[0-9a-f]{16}$/.test(id))).toBe(true);
    expect(pageOf(shifted(report, 40)).findings.map(({ id }) => id)).toEqual(ids);
    const both = pageOf(report, report).findings;
    expect(new Set(both.map(({ id }) => id)).size).toBe(2 * ids.length);
    expect(both.slice(0, ids.length).map(({ id }) => id)).toEqual(ids);
  });

  it('has the rules that found something, with their remedies, and those findings whose rule nobody knows', () => {
    const { report } = richReport();
    const [finding] = report.findings;
    const page = pageOf({ ...report, findings: [...report.findings, { ...(finding as Finding), ruleId: 'constructor' }] });
    expect(Object.keys(page.rules).sort()).toEqual(['no-hardcoded-key', 'no-key-in-callback-payload', 'no-key-in-frontend']);
    for (const rule of Object.values(page.rules)) expect(rule.remedy.length).toBeGreaterThan(0);
    expect(page.findings.at(-1)?.rule).toBe('constructor');
  });

  it('counts what it does not name one by one', () => {
    const places = Array.from({ length: 5000 }, (_, index) => ({ path: `f${index}`, reason: index % 5 === 0 ? 'media' : 'too long' }));
    const [source] = pageOf(emptyReport({ unread: places, skipped: places })).sources;
    expect(source?.unread.count).toBe(5000);
    expect(source?.unread.shown.length).toBeLessThan(5000);
    expect(source?.skipped.map(({ reason, count }) => [reason, count])).toEqual([['too long', 4000], ['media', 1000]]);
    expect(source?.skipped.every(({ shown }) => shown.length <= 50)).toBe(true);
  });

  it.each(hostileWords)('has only texts that can be printed: %j', (words) => {
    const { report } = richReport();
    const [finding] = report.findings;
    const texts = JSON.stringify(pageOf({ ...report, findings: [{ ...(finding as Finding), path: words, message: words, chain: [{ path: words, what: words }], history: { paths: [words] } }] }));
    expect(JSON.parse(texts, (_, value: unknown) => (typeof value === 'string' && /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(value) ? expect.fail(value) : value))).toBeDefined();
  });

  it('goes by the name of the folder that was scanned', () => {
    const page = html(emptyReport(), { color: false, version: '1.2.3', workingDirectory: 'C:\\work\\shop' });
    expect(page).toContain('"name":"shop"');
    expect(page).not.toContain('work');
  });
});
