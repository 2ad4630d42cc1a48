import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { report as gitlab } from '../../src/reporters/gitlab.ts';
import { gitlabSchema } from './gitlab-schema.ts';
import { emptyReport, hostileReport, hostileWords, richReport } from './rich-report.ts';

const options = {
  color: false,
  version: '1.2.3',
  startedAt: new Date('2024-05-06T07:08:09.123Z'),
  finishedAt: new Date('2024-05-06T07:08:10.999Z'),
} as const;

const validate = new Ajv({ strict: false, allErrors: true }).compile(gitlabSchema);

interface Document {
  readonly scan: {
    readonly status: string;
    readonly start_time: string;
    readonly end_time: string;
    readonly messages: readonly { readonly level: string; readonly value: string }[];
  };
  readonly vulnerabilities: readonly {
    readonly id: string;
    readonly name: string;
    readonly severity: string;
    readonly location: {
      readonly file: string;
      readonly start_line: number;
      readonly commit: { readonly sha: string };
    };
    readonly identifiers: readonly { readonly value: string }[];
  }[];
}

function documentOf(text: string): Document {
  const document: unknown = JSON.parse(text);
  validate(document);
  expect(validate.errors ?? []).toEqual([]);
  return document as Document;
}

describe('the gitlab reporter', () => {
  it('is valid and says where, how severe and which rule', () => {
    const { scan, vulnerabilities } = documentOf(gitlab(richReport().report, options));
    expect([scan.start_time, scan.end_time]).toEqual(['2024-05-06T07:08:09', '2024-05-06T07:08:10']);
    expect(
      vulnerabilities.map((each) => [
        each.identifiers[0]?.value,
        each.severity,
        each.location.file,
        each.location.start_line,
      ]),
    ).toEqual([
      ['no-hardcoded-key', 'Critical', 'src/api/client.py', 3],
      ['no-hardcoded-key', 'Critical', 'src/api/client.py', 1],
      ['no-hardcoded-key', 'Medium', '"deploy/\\346\\274\\242\\tsecret.yaml"', 6],
      ['no-key-in-callback-payload', 'High', 'docs/openapi.json', 1],
      ['no-key-in-frontend', 'Critical', 'dist/app.zip!assets/app-漢字.js', 1],
    ]);
    expect(vulnerabilities.map((each) => each.location.commit.sha)).toEqual([
      '0000000',
      '0000000',
      '0123456789abcdef0123456789abcdef01234567',
      '0000000',
      '0000000',
    ]);
  });

  it('gives the same id to the same finding, wherever it moves, and different ones to different findings', () => {
    const { report } = richReport();
    const ids = (findings: typeof report.findings): readonly string[] =>
      documentOf(gitlab({ ...report, findings }, options)).vulnerabilities.map((each) => each.id);
    const before = ids(report.findings);
    expect(new Set(before).size).toBe(5);
    expect(
      ids(report.findings.map((finding) => ({ ...finding, line: finding.line + 3, endLine: finding.endLine + 3 }))),
    ).toEqual(before);
  });

  it('fails where something was not read, and says what', () => {
    const { scan } = documentOf(gitlab(richReport().report, options));
    expect(scan.status).toBe('failure');
    expect(scan.messages[0]).toEqual({
      level: 'fatal',
      value: 'secrets/locked.env could not be read: permission denied. This scan is not complete.',
    });
    expect(documentOf(gitlab(emptyReport(), { color: false, version: '1.2.3' })).scan.status).toBe('success');
  });

  it.each(hostileWords)('stays valid and printable: %j', (words) => {
    const text = gitlab(hostileReport(words), options);
    documentOf(text);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|##[a-z]*\[/iu);
  });
});
