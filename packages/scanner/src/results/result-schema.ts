import * as v from 'valibot';

/** Lines, columns, counts and pixels. */
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.string();
const texts = v.array(text);
const place = v.object({ path: text, reason: text });

/** A mask and no more: whoever wrote the file, a page shows no key. */
const secret = v.object({
  redacted: v.pipe(text, v.regex(/^.{0,4}\.\.\.$/su, 'is no mask')),
  length: whole,
  fingerprint: v.pipe(text, v.regex(/^sg1:[0-9a-f]{24}$/, 'is no fingerprint')),
});

const kind = v.picklist(['destination', 'name', 'known', 'format', 'vicinity', 'value', 'piece']);

const excerptLine = v.object({
  line: whole,
  text,
  marks: v.array(v.object({ column: whole, endColumn: whole, kind: v.union([kind, v.literal('key')]) })),
});

const finding = v.object({
  ruleId: text,
  clause: text,
  severity: v.picklist(['error', 'warning', 'info']),
  confidence: v.picklist(['low', 'medium', 'high', 'certain']),
  message: text,
  path: text,
  line: whole,
  column: whole,
  endLine: whole,
  endColumn: whole,
  secret: v.exactOptional(secret),
  evidence: v.array(v.object({ kind, line: whole, detail: text, column: v.exactOptional(whole), endLine: v.exactOptional(whole), endColumn: v.exactOptional(whole) })),
  via: v.exactOptional(texts),
  pointer: v.exactOptional(text),
  box: v.exactOptional(v.object({ x: whole, y: whole, width: whole, height: whole })),
  commit: v.exactOptional(text),
  blob: v.exactOptional(text),
  history: v.exactOptional(v.object({ authored: v.exactOptional(text), paths: v.exactOptional(texts), tips: v.exactOptional(texts), refs: v.exactOptional(texts) })),
  original: v.exactOptional(v.object({ path: text, line: whole, column: whole })),
  chain: v.exactOptional(v.array(v.object({ path: v.exactOptional(text), line: v.exactOptional(whole), column: v.exactOptional(whole), what: text }))),
  surface: v.exactOptional(v.picklist(['repository', 'frontend', 'log', 'screenshot', 'test-tool', 'callback'])),
  image: v.exactOptional(v.object({ width: whole, height: whole })),
  excerpt: v.exactOptional(v.array(excerptLine)),
});

/** The document that `--format json` prints. Members that are not known are left out: later versions may add some. */
export const resultSchema = v.object({
  tool: v.object({ name: text, version: text }),
  findings: v.array(finding),
  coverage: v.object({
    files: whole,
    members: v.exactOptional(whole),
    commits: v.exactOptional(whole),
    blobs: whole,
    knownClean: v.exactOptional(whole),
    bytes: whole,
    skipped: v.array(place),
    unread: v.array(place),
  }),
  suppressed: whole,
  notes: v.array(
    v.object({
      kind: v.picklist(['stale-suppression', 'invalid-suppression', 'expired-suppression', 'untrusted-suppression']),
      path: text,
      line: v.exactOptional(whole),
      message: text,
    }),
  ),
});
