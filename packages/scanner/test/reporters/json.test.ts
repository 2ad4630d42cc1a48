import { randomBytes } from 'node:crypto';
import { Secret } from '@submit-guard/core';
import { describe, expect, it } from 'vitest';
import { report as json } from '../../src/reporters/json.ts';
import { emptyReport, hostileReport, hostileWords, richReport } from './rich-report.ts';

const options = { color: true, version: '1.2.3' } as const;

describe('the json reporter', () => {
  it('keeps to the contract: members, their order, two blanks a level, a line feed at the end', () => {
    const secret = new Secret(randomBytes(20).toString('hex'));
    const text = json(
      {
        findings: [
          {
            ruleId: 'no-hardcoded-key',
            clause: 'repository',
            severity: 'error',
            confidence: 'high',
            message: 'm',
            path: 'src/api.py',
            line: 3,
            column: 17,
            endLine: 3,
            endColumn: 57,
            secret: secret.toJSON(),
            evidence: [{ kind: 'destination', line: 1, detail: 'submit.atomyx.io' }],
            via: ['base64'],
            pointer: '/item/0',
            commit: 'c',
            blob: 'b',
            original: { path: 'src/api.ts', line: 12, column: 9 },
            surface: 'repository',
            image: { width: 640, height: 480 },
            excerpt: [{ line: 3, text: 'x', marks: [{ column: 1, endColumn: 2, kind: 'key' }] }],
          },
        ],
        coverage: { files: 12, blobs: 0, bytes: 48210, skipped: [{ path: 'a.mp4', reason: 'media' }], unread: [] },
        suppressed: 1,
        notes: [{ kind: 'stale-suppression', path: 'a', line: 2, message: 'n' }],
      },
      options,
    );
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), undefined, 2)}\n`);
    expect(JSON.stringify(JSON.parse(text))).toBe(
      '{"tool":{"name":"submit-guard","version":"1.2.3"},"findings":[{"ruleId":"no-hardcoded-key","clause":"repository",' +
        '"severity":"error","confidence":"high","message":"m","path":"src/api.py","line":3,"column":17,"endLine":3,"endColumn":57,' +
        `"secret":{"redacted":"${secret.redacted}","length":40,"fingerprint":"${secret.fingerprint}"},` +
        '"evidence":[{"kind":"destination","line":1,"detail":"submit.atomyx.io"}],"via":["base64"],"pointer":"/item/0","commit":"c","blob":"b",' +
        '"original":{"path":"src/api.ts","line":12,"column":9},' +
        '"surface":"repository","image":{"width":640,"height":480},"excerpt":[{"line":3,"text":"x","marks":[{"column":1,"endColumn":2,"kind":"key"}]}]}],' +
        '"coverage":{"files":12,"blobs":0,"bytes":48210,"skipped":[{"path":"a.mp4","reason":"media"}],"unread":[]},' +
        '"suppressed":1,"notes":[{"kind":"stale-suppression","path":"a","line":2,"message":"n"}]}',
    );
  });

  it('leaves out what does not apply', () => {
    const { findings } = JSON.parse(json(richReport().report, options)) as { findings: Record<string, unknown>[] };
    expect(Object.keys(findings[3] ?? {})).toEqual([
      'ruleId',
      'clause',
      'severity',
      'confidence',
      'message',
      'path',
      'line',
      'column',
      'endLine',
      'endColumn',
      'evidence',
      'pointer',
      'excerpt',
    ]);
    expect(JSON.parse(json(emptyReport(), options))).toEqual({
      tool: { name: 'submit-guard', version: '1.2.3' },
      findings: [],
      coverage: { files: 12, blobs: 0, bytes: 48210, skipped: [], unread: [] },
      suppressed: 0,
      notes: [],
    });
  });

  it.each(hostileWords)('escapes what acts on a terminal or a runner and keeps its meaning: %j', (words) => {
    const text = json(hostileReport(words), options);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|##[a-z]*\[/iu);
    const { findings } = JSON.parse(text) as { findings: { path: string; message: string }[] };
    expect(findings[0]?.path).toBe(words);
    expect(findings[0]?.message).toBe(words);
  });
});
