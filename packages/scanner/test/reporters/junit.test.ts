import { readFileSync } from 'node:fs';
import type { XmlElement } from 'libxml2-wasm';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { report as junit } from '../../src/reporters/junit.ts';
import { emptyReport, hostileReport, hostileWords, richReport } from './rich-report.ts';

const options = { color: false, version: '1.2.3', startedAt: new Date('2024-05-06T07:08:09Z') } as const;

const schema = XsdValidator.fromDoc(
  XmlDocument.fromString(readFileSync(new URL('junit.xsd', import.meta.url), 'utf8')),
);

/** The document, well-formed and valid, or an error. */
function documentOf(text: string): XmlDocument {
  const document = XmlDocument.fromString(text);
  schema.validate(document);
  return document;
}

const values = (document: XmlDocument, path: string): readonly string[] =>
  document.find(path).map((node) => node.content);

describe('the junit reporter', () => {
  it('is valid: a suite for each file, a failure for each finding, an error for what was not read', () => {
    const document = documentOf(junit(richReport().report, options));
    expect(values(document, '/testsuites/testsuite/@name')).toEqual([
      'src/api/client.py',
      '"deploy/\\346\\274\\242\\tsecret.yaml"',
      'docs/openapi.json',
      'dist/app.zip!assets/app-漢字.js',
      'suppressions',
      'coverage',
    ]);
    expect(values(document, '/testsuites/@*')).toEqual(['submit-guard', '9', '5', '1', '0']);
    expect(values(document, '//testsuite[1]/@*')).toEqual([
      'src/api/client.py',
      '2',
      '2',
      '0',
      '0',
      '0',
      '2024-05-06T07:08:09',
    ]);
    expect(values(document, '//failure/@type')).toEqual([
      'no-hardcoded-key',
      'no-hardcoded-key',
      'no-hardcoded-key',
      'no-key-in-callback-payload',
      'no-key-in-frontend',
    ]);
    expect(values(document, '//error/@message')).toEqual(['Could not be read: permission denied']);
    expect(values(document, '//testcase[system-out]/@name')).toEqual([
      'stale suppression at line 7',
      'expired suppression',
    ]);
    const failure = document.get('//failure') as XmlElement;
    expect(failure.content).toContain('because: sent to submit.atomyx.io (line 7)\n');
    expect(failure.content).toContain('mend 1: Create a new key in Atomyx Vault.');
  });

  it('has a test that passes for a scan without findings', () => {
    const document = documentOf(junit(emptyReport(), options));
    expect(values(document, '//testcase/@name')).toEqual(['0 findings; read 12 files, 48.2 kB']);
    expect(values(document, '/testsuites/@failures')).toEqual(['0']);
  });

  it.each(hostileWords)('is well-formed whatever the words: %j', (words) => {
    const text = junit(hostileReport(words), options);
    const document = documentOf(text);
    expect(values(document, '//failure')).toHaveLength(2);
    expect(
      document.find('//*[not(self::testsuites or self::testsuite or self::testcase or self::failure or self::error)]'),
    ).toHaveLength(0);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffe\uffff]|##[a-z]*\[|^\s*::/imu);
  });
});
