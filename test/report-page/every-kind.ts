/** A key that nobody has ever issued, as its mask and its fingerprint; two findings have it. */
const secret = { redacted: '3f9a...', length: 40, fingerprint: `sg1:${'ab12'.repeat(6)}` };

const base = { severity: 'error', confidence: 'high', line: 3, column: 18, endLine: 3, endColumn: 58, evidence: [{ kind: 'destination', line: 7, detail: 'submit.atomyx.io' }] };

/** Text that would do something in a page that took it for more than text. */
export const hostile = `</script><img src=x onerror="document.title='taken'"><b>bold</b> {{7*7}} &lt;`;

/** Results with a finding of each kind: in code, in a bundle, in an image, in history, and one whose texts are hostile. */
export const everyKind = JSON.stringify({
  tool: { name: 'submit-guard', version: '0.1.0' },
  findings: [
    {
      ...base, ruleId: 'no-hardcoded-key', clause: 'repository', surface: 'repository', message: 'A Submit API key is hard-coded here.', path: 'src/api/client.py', secret,
      excerpt: [
        { line: 3, text: `SUBMIT_API_KEY = "${'•'.repeat(24)}"`, marks: [{ column: 19, endColumn: 43, kind: 'key' }, { column: 1, endColumn: 15, kind: 'name' }] },
        { line: 7, text: '    "https://submit.atomyx.io/api/jobs",', marks: [{ column: 14, endColumn: 30, kind: 'destination' }] },
      ],
    },
    {
      ...base, ruleId: 'no-key-in-frontend', clause: 'frontend', surface: 'frontend', message: 'A Submit API key reaches the browser here.', path: 'dist/assets/index-B1BAirGj.js', line: 1, column: 927,
      original: { path: 'src/api.ts', line: 6, column: 31 },
      chain: [{ path: '.env', line: 1, what: 'sets ATOMYX_SUBMIT_API_KEY' }, { path: 'src/api.ts', line: 6, column: 31, what: 'reads import.meta.env.SHOP_KEY' }, { path: 'dist/assets/index-B1BAirGj.js', line: 1, column: 927, what: 'ships it' }],
    },
    { ...base, ruleId: 'no-key-in-screenshots', clause: 'log', surface: 'screenshot', confidence: 'certain', message: 'A Submit API key can be read in this image.', path: 'docs/request.png', via: ['ocr'], box: { x: 196, y: 148, width: 324, height: 25 }, image: { width: 1280, height: 720 } },
    {
      ...base, ruleId: 'no-hardcoded-key', clause: 'repository', surface: 'repository', confidence: 'medium', severity: 'warning', message: 'A Submit API key is hard-coded here.', path: 'deploy/old.yaml', secret, commit: '0123456789abcdef0123456789abcdef01234567', blob: 'fedcba9876543210fedcba9876543210fedcba98',
      history: { authored: '2025-11-02T14:03:00+02:00', tips: ['refs/heads/main'], refs: ['refs/heads/main', 'refs/tags/v1'] },
    },
    { ...base, ruleId: hostile, clause: hostile, confidence: 'low', message: hostile, path: hostile, evidence: [{ kind: 'name', line: 1, detail: hostile }], pointer: hostile, excerpt: [{ line: 1, text: hostile, marks: [{ column: 1, endColumn: 9, kind: 'key' }] }] },
  ],
  coverage: { files: 1204, blobs: 3, bytes: 48_210_000, skipped: [{ path: 'media/intro.mp4', reason: 'media' }], unread: [{ path: 'secrets/locked.env', reason: 'permission denied' }] },
  suppressed: 2,
  notes: [{ kind: 'stale-suppression', path: 'src/old.ts', line: 7, message: 'This suppression covers nothing any more. Remove it.' }],
});

/** Results in which nothing was found. */
export const nothingFound = (unread: readonly { readonly path: string; readonly reason: string }[] = [], files = 12): string =>
  JSON.stringify({ tool: { name: 'submit-guard', version: '0.1.0' }, findings: [], coverage: { files, blobs: 0, bytes: files * 4000, skipped: [], unread }, suppressed: 0, notes: [] });
