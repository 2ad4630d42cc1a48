import { randomBytes } from 'node:crypto';
import type { ExcerptLine, Finding, Report } from '@submit-guard/core';
import { excerptOf, lineStartsOf, Secret } from '@submit-guard/core';
import { ruleById } from '@submit-guard/rules';

const newKey = (): string => randomBytes(20).toString('hex');

/** What to underline in a text: the `nth` occurrence (from 0) of `part`. */
interface Place {
  readonly part: string;
  readonly nth?: number;
}

function rangeOf(text: string, { part, nth = 0 }: Place): { start: number; end: number } {
  let start = -1;
  for (let round = 0; round <= nth; round++) start = text.indexOf(part, start + 1);
  return { start, end: start + part.length };
}

function positionOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** The message of a rule with the words that stand for its placeholders. */
function messageOf(ruleId: string): string {
  const rule = ruleById(ruleId);
  if (rule === undefined) return 'A Submit API key stands where it must not.';
  return rule.message.replace(/\{(\w+)\}/g, (_, name: string) => rule.placeholders[name] ?? name);
}

type Words = Pick<Finding, 'ruleId' | 'clause' | 'path'> & Partial<Finding>;

/** A finding in a text, with its excerpt, as the pipeline would make it. */
function findingIn(
  text: string,
  key: Place,
  evidence: readonly (Place & { readonly kind: Finding['evidence'][number]['kind']; readonly detail: string })[],
  words: Words,
  secret?: Secret,
): Finding {
  const range = rangeOf(text, key);
  const start = positionOf(text, range.start);
  const end = positionOf(text, range.end);
  const ranges = evidence.map((item) => ({ ...item, ...rangeOf(text, item) }));
  const pieces = ranges.filter((item) => item.kind === 'piece');
  const excerpt: readonly ExcerptLine[] = excerptOf(
    text,
    lineStartsOf(text),
    [{ ...range, kind: 'key' }, ...ranges],
    secret === undefined ? [] : [range, ...pieces],
  );
  return {
    severity: 'error',
    confidence: 'high',
    message: messageOf(words.ruleId),
    ...start,
    endLine: end.line,
    endColumn: end.column,
    ...(secret === undefined ? {} : { secret: secret.toJSON() }),
    evidence: ranges.map(({ kind, detail, start: from }) => ({ kind, detail, line: positionOf(text, from).line })),
    excerpt,
    ...words,
  };
}

/** A report with every optional part, and the keys that must not show in what is made of it. */
export function richReport(): { readonly report: Report; readonly keys: readonly string[] } {
  const [key, encoded, first, second, logged] = [newKey(), newKey(), newKey(), newKey(), newKey()] as const;
  const python = [
    'import requests',
    '',
    `SUBMIT_API_KEY = "${key}"`,
    '',
    'def create(order):',
    '    return requests.post(',
    '        "https://submit.atomyx.io/api/jobs",',
    '        headers={"Authorization": f"Bearer {SUBMIT_API_KEY}"},',
    '        json={"externalId": order},',
    '    )',
  ].join('\n');
  const base64 = Buffer.from(encoded).toString('base64');
  const manifest = `apiVersion: v1\nkind: Secret\nmetadata:\n  name: atomyx-submit\ndata:\n  api-key: ${base64}\n`;
  const pieces = `const head = '${first}';\nconst rest = '${second}';\nsend('Bearer ' + head + rest);\n`;
  const openApi = '{ "properties": { "status": {}, "submitApiKey": { "type": "string" } } }';
  const bundle = `${'!function(e,t){return e.apply(this,t)}();'.repeat(40)}h={Authorization:"Bearer ${logged}"}${',n=1'.repeat(400)}`;

  const findings: Finding[] = [
    findingIn(
      python,
      { part: key },
      [
        { kind: 'destination', detail: 'submit.atomyx.io', part: 'submit.atomyx.io' },
        { kind: 'name', detail: 'SUBMIT_API_KEY', part: 'SUBMIT_API_KEY' },
        { kind: 'value', detail: '40 hexadecimal digits', part: key },
      ],
      { ruleId: 'no-hardcoded-key', clause: 'repository', path: 'src/api/client.py' },
      new Secret(key),
    ),
    findingIn(
      pieces,
      { part: first },
      [
        { kind: 'piece', detail: 'a further piece of the key', part: second },
        { kind: 'known', detail: 'environment variable ATOMYX_API_KEY', part: first },
      ],
      { ruleId: 'no-hardcoded-key', clause: 'repository', confidence: 'certain', path: 'src/api/client.py' },
      new Secret(first + second),
    ),
    findingIn(
      manifest,
      { part: base64 },
      [{ kind: 'vicinity', detail: 'atomyx-submit', part: 'atomyx-submit' }],
      {
        ruleId: 'no-hardcoded-key',
        clause: 'repository',
        severity: 'warning',
        confidence: 'medium',
        path: '"deploy/\\346\\274\\242\\tsecret.yaml"',
        via: ['base64'],
        pointer: '/data/api-key',
        commit: '0123456789abcdef0123456789abcdef01234567',
        blob: 'fedcba9876543210fedcba9876543210fedcba98',
      },
      new Secret(encoded),
    ),
    findingIn(openApi, { part: 'submitApiKey' }, [{ kind: 'name', detail: 'submitApiKey', part: 'submitApiKey' }], {
      ruleId: 'no-key-in-callback-payload',
      clause: 'callback',
      confidence: 'medium',
      path: 'docs/openapi.json',
      pointer: '/properties/submitApiKey',
    }),
    findingIn(
      bundle,
      { part: logged },
      [{ kind: 'destination', detail: 'submit.atomyx.io', part: 'Authorization' }],
      {
        ruleId: 'no-key-in-frontend',
        clause: 'frontend',
        path: 'dist/app.zip!assets/app-漢字.js',
        original: { path: 'src/api.ts', line: 12, column: 9 },
        chain: [
          { what: 'environment variable ATOMYX_API_KEY holds the key' },
          { path: 'vite.config.ts', line: 7, what: 'defines it for the build' },
          { path: 'src/api.ts', line: 12, column: 9, what: 'reads import.meta.env.VITE_KEY' },
          { path: 'dist/app.zip!assets/app-漢字.js', line: 1, column: 1621, what: 'ships it' },
        ],
      },
      new Secret(logged),
    ),
  ];
  return {
    keys: [key, encoded, base64, first, second, logged],
    report: {
      findings,
      coverage: {
        files: 1204,
        blobs: 3,
        bytes: 48_210_000,
        skipped: [
          { path: 'media/intro.mp4', reason: 'media' },
          { path: 'media/cover.png', reason: 'media' },
          { path: 'dist/app.js.map', reason: 'broken source map, read as text' },
        ],
        unread: [{ path: 'secrets/locked.env', reason: 'permission denied' }],
      },
      suppressed: 2,
      notes: [
        {
          kind: 'stale-suppression',
          path: 'src/old.ts',
          line: 7,
          message: 'This suppression covers nothing any more. Remove it.',
        },
        {
          kind: 'expired-suppression',
          path: '.submit-guard-baseline.json',
          message: 'The entry of 2020-01-01 has expired. Mend the finding or renew the entry.',
        },
      ],
    },
  };
}

/** Text that attacks whatever prints it. */
export const hostileWords = [
  '::error::injected',
  '\n::error file=x::injected\n',
  '\r\n##[error]injected',
  '##vso[task.setvariable variable=x]y',
  '%0A::set-output name=x::y',
  '\u001b[2J\u001b]0;title\u0007\u009b31m',
  'a\u202ecod.exe\u2066\u200b',
  '=HYPERLINK("http://x.example","y")',
  '@everyone <img src=x onerror=alert(1)> [x](javascript:alert(1)) `</code>` | ~~~ ``` #1',
  '<![CDATA[ ]]> &amp; <!-- --> </failure>',
  '\u0000\ufffe\uffff\ud800 \u2028\u2029\u0085',
] as const;

/** A report in which every free text is one that attacks. */
export function hostileReport(words: string): Report {
  const finding: Finding = {
    ruleId: words,
    clause: words,
    severity: 'error',
    confidence: 'low',
    message: words,
    path: words,
    line: 1,
    column: 2,
    endLine: 1,
    endColumn: 9,
    secret: new Secret(newKey()).toJSON(),
    evidence: [{ kind: 'name', line: 1, detail: words }],
    via: [words],
    pointer: words,
    commit: words,
    blob: words,
    original: { path: words, line: 3, column: 4 },
    chain: [{ what: words }, { path: words, line: 3, column: 4, what: words }],
    excerpt: [{ line: 1, text: words, marks: [{ column: 2, endColumn: 9, kind: 'key' }] }],
  };
  const place = { path: words, reason: words };
  return {
    findings: [finding, { ...finding, ruleId: 'no-hardcoded-key', line: 5, endLine: 6 }],
    coverage: { files: 1, blobs: 0, bytes: 1, skipped: [place], unread: [place] },
    suppressed: 0,
    notes: [{ kind: 'invalid-suppression', path: words, line: 1, message: words }],
  };
}

/** A report that found nothing, with other coverage where asked for. */
export const emptyReport = (coverage: Partial<Report['coverage']> = {}): Report => ({
  findings: [],
  coverage: { files: 12, blobs: 0, bytes: 48_210, skipped: [], unread: [], ...coverage },
  suppressed: 0,
  notes: [],
});
