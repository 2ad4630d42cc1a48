import { createHash } from 'node:crypto';

/** Digits that are the same at every run, and those of no key. */
const digits = (seed: string, length: number): string => createHash('sha256').update(seed).digest('hex').slice(0, length);

const rules = [
  { ruleId: 'no-hardcoded-key', clause: 'repository', surface: 'repository', folder: 'src/clients', extension: 'ts', message: 'A Submit API key is hard-coded here. Revoke it in Atomyx Vault and read the new one from the environment or a secret store.' },
  { ruleId: 'no-key-in-frontend', clause: 'frontend', surface: 'frontend', folder: 'dist/assets', extension: 'js', message: 'A Submit API key reaches the browser here, where every visitor can read it. Call Submit from your server, and revoke a key that was shipped.' },
  { ruleId: 'no-key-in-logs', clause: 'log', surface: 'log', folder: 'logs/2026', extension: 'log', message: 'A Submit API key is in this log. Redact it, and revoke it in Atomyx Vault.' },
  { ruleId: 'no-key-in-test-tools', clause: 'test-tool', surface: 'test-tool', folder: 'postman/collections', extension: 'json', message: 'A Submit API key is in a shared test tool.' },
] as const;

const confidences = ['certain', 'high', 'high', 'medium', 'medium', 'medium', 'low'] as const;

type Finding = Readonly<Record<string, unknown>>;

function findingAt(index: number, keys: number): Finding {
  const rule = rules[index % rules.length] ?? rules[0];
  const key = index % keys;
  const line = (index * 7) % 400 + 2;
  const redacted = `${digits(`mask ${key}`, 4)}...`;
  const masked = `const submitApiKey = '${'•'.repeat(24)}';`;
  return {
    ruleId: rule.ruleId,
    clause: rule.clause,
    severity: index % 9 === 0 ? 'warning' : 'error',
    confidence: confidences[index % confidences.length],
    message: rule.message,
    path: `${rule.folder}/module-${Math.floor(index / 12)}/part-${index % 12}.${rule.extension}`,
    line,
    column: 23,
    endLine: line,
    endColumn: 63,
    secret: { redacted, length: 40, fingerprint: `sg1:${digits(`key ${key}`, 24)}` },
    evidence: [
      { kind: 'destination', line: line + 1, detail: 'submit.atomyx.io' },
      { kind: 'name', line, detail: 'submitApiKey' },
    ],
    ...(index % 5 === 0 && {
      commit: digits(`commit ${index}`, 40),
      blob: digits(`blob ${index}`, 40),
      history: { authored: new Date(1_700_000_000_000 + index * 900_000).toISOString(), tips: index % 2 === 0 ? ['refs/heads/main'] : [], refs: ['refs/heads/main', 'refs/tags/v1'] },
    }),
    surface: rule.surface,
    excerpt: [
      { line: line - 1, text: `import { create } from './jobs.js';`, marks: [] },
      { line, text: masked, marks: [{ column: 23, endColumn: 47, kind: 'key' }, { column: 7, endColumn: 19, kind: 'name' }] },
      { line: line + 1, text: `await create('https://submit.atomyx.io/api/jobs', submitApiKey);`, marks: [{ column: 23, endColumn: 39, kind: 'destination' }] },
    ],
  };
}

/** Results of a scan, as `--format json` prints them, with so many findings of so many keys; the same at every run. */
export function manyFindings(count: number, keys = 40): string {
  return JSON.stringify({
    tool: { name: 'submit-guard', version: '0.1.0' },
    findings: Array.from({ length: count }, (_, index) => findingAt(index, keys)),
    coverage: { files: 48_210, blobs: 0, bytes: 1_204_000_000, skipped: [{ path: 'media/intro.mp4', reason: 'media' }], unread: [] },
    suppressed: 3,
    notes: [],
  });
}
