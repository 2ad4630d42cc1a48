import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import draft4 from 'ajv-draft-04';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { report as sarif } from '../../src/reporters/sarif.ts';
import { emptyReport, hostileReport, hostileWords, richReport } from './rich-report.ts';

const options = {
  color: false,
  version: '1.2.3',
  workingDirectory: '/home/some one/project',
  startedAt: new Date('2024-05-06T07:08:09Z'),
  finishedAt: new Date('2024-05-06T07:08:10Z'),
} as const;

const ajv = new draft4.default({ strict: false, allErrors: true, unicodeRegExp: false });
formats.default(ajv);
const validate = ajv.compile(schema);

interface Region {
  readonly startLine?: number;
  readonly startColumn?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly snippet?: { readonly text: string };
}

interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
    readonly region?: Region;
    readonly contextRegion?: Region;
  };
  readonly message?: { readonly text: string };
}

interface Run {
  readonly tool: {
    readonly driver: { readonly rules: readonly { readonly id: string; readonly help?: { markdown: string } }[] };
  };
  readonly results: readonly {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly level: string;
    readonly message: { readonly text: string };
    readonly locations: readonly Location[];
    readonly relatedLocations: readonly Location[];
    readonly partialFingerprints: Readonly<Record<string, string>>;
  }[];
  readonly invocations: readonly {
    readonly executionSuccessful: boolean;
    readonly toolExecutionNotifications: readonly { readonly level: string; readonly message: { text: string } }[];
  }[];
  readonly originalUriBaseIds: Readonly<Record<string, { readonly uri?: string }>>;
  readonly columnKind: string;
}

function runOf(text: string): Run {
  const log: unknown = JSON.parse(text);
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  const [run] = (log as { runs: readonly Run[] }).runs;
  if (run === undefined) throw new Error('no run');
  return run;
}

describe('the sarif reporter', () => {
  it('is valid against the schema and places results, evidence and sources', () => {
    const run = runOf(sarif(richReport().report, options));
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.originalUriBaseIds['%SRCROOT%']?.uri).toBe('file:///home/some%20one/project/');
    expect(run.results.map((result) => [result.ruleId, result.level])).toEqual([
      ['no-hardcoded-key', 'error'],
      ['no-hardcoded-key', 'error'],
      ['no-hardcoded-key', 'warning'],
      ['no-key-in-callback-payload', 'error'],
      ['no-key-in-frontend', 'error'],
    ]);
    for (const result of run.results) expect(run.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
    const [first] = run.results;
    expect(first?.locations[0]?.physicalLocation.region).toEqual({
      startLine: 3,
      startColumn: 19,
      endLine: 3,
      endColumn: 59,
    });
    expect(first?.locations[0]?.physicalLocation.contextRegion).toMatchObject({ startLine: 3, endLine: 3 });
    expect(
      first?.relatedLocations.map((location) => [location.physicalLocation.region?.startLine, location.message?.text]),
    ).toEqual([
      [7, 'sent to submit.atomyx.io'],
      [3, 'named SUBMIT_API_KEY'],
      [3, 'looks like a key: 40 hexadecimal digits'],
    ]);
    expect(run.results[4]?.relatedLocations.at(-1)).toMatchObject({
      message: { text: 'built from src/api.ts:12:9' },
      physicalLocation: {
        artifactLocation: { uri: 'src/api.ts', uriBaseId: '%SRCROOT%' },
        region: { startLine: 12, startColumn: 9 },
      },
    });
  });

  it('writes paths as URIs', () => {
    const uris = runOf(sarif(richReport().report, options)).results.map(
      (result) => result.locations[0]?.physicalLocation.artifactLocation,
    );
    expect(uris[2]).toEqual({ uri: 'deploy/%E6%BC%A2%09secret.yaml', uriBaseId: '%SRCROOT%' });
    expect(uris[4]?.uri).toBe('dist/app.zip!assets/app-%E6%BC%A2%E5%AD%97.js');
  });

  it('carries the rules with help that people can read', () => {
    const { rules } = runOf(sarif(emptyReport(), options)).tool.driver;
    expect(rules.map((rule) => rule.id)).toContain('no-key-in-logs');
    expect(rules.map((rule) => rule.id)).not.toContain('require-callback-signature');
    for (const rule of rules) expect(rule.help?.markdown).toContain('## How to mend it');
  });

  it('gives every occurrence a fingerprint that moving it does not change', () => {
    const { report } = richReport();
    const [finding, ...others] = report.findings;
    if (finding === undefined) throw new Error('no finding');
    const prints = (findings: typeof report.findings): readonly (string | undefined)[] =>
      runOf(sarif({ ...report, findings }, options)).results.map(
        (result) => result.partialFingerprints['submitGuardFingerprint/v1'],
      );
    const again = { ...finding, line: 90, endLine: 90 };
    const before = prints([finding, again, ...others]);
    expect(new Set(before).size).toBe(6);
    expect(prints([{ ...finding, line: 4, endLine: 4 }, { ...again, line: 95 }, ...others])).toEqual(before);
  });

  it('says what was not read, what was skipped and which suppressions need a look', () => {
    const [invocation] = runOf(sarif(richReport().report, options)).invocations;
    expect(invocation?.executionSuccessful).toBe(false);
    expect(invocation?.toolExecutionNotifications.map((note) => [note.level, note.message.text])).toEqual([
      ['error', 'secrets/locked.env was not read: permission denied.'],
      ['note', 'media/intro.mp4 was skipped: media.'],
      ['note', 'media/cover.png was skipped: media.'],
      ['note', 'dist/app.js.map was skipped: broken source map, read as text.'],
    ]);
    expect(runOf(sarif(emptyReport(), options)).invocations[0]?.executionSuccessful).toBe(true);
  });

  it('is valid without times and folder, and for many places', () => {
    const skipped = Array.from({ length: 5000 }, (_, index) => ({ path: `media/${index}.png`, reason: 'media' }));
    const run = runOf(sarif(emptyReport({ skipped }), { color: false, version: '1.2.3' }));
    expect(run.invocations[0]?.toolExecutionNotifications).toHaveLength(1000);
    expect(run.originalUriBaseIds['%SRCROOT%']?.uri).toBeUndefined();
  });

  it.each(hostileWords)('stays valid and printable: %j', (words) => {
    const text = sarif(hostileReport(words), options);
    runOf(text);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|##[a-z]*\[/iu);
  });
});
