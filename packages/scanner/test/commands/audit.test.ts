import { randomBytes } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '@submit-guard/core';
import type { AuditedSuppression } from '../../src/commands/audit.ts';
import { audit } from '../../src/commands/audit.ts';
import { commitAll, git, temporaryRepository } from '../git-repository.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { memoryContext } from './memory-context.ts';

const makeKey = (): string => randomBytes(20).toString('hex');
const lineWith = (key: string): string => `ATOMYX_SUBMIT_API_KEY = "${key}"\n`;

async function run(cwd: string, format = 'json', paths: readonly string[] = []) {
  const context = memoryContext(cwd);
  const terminal = { ...context, version: '0', environment: {}, stdin: process.stdin, output: { isTerminal: false, columns: undefined }, errors: { isTerminal: false }, write: () => Promise.resolve(), outliveInterrupt: () => undefined, onStop: () => undefined, onExit: () => undefined };
  const status = await audit(paths, { format }, terminal);
  return { status, ...context.said() };
}

const listed = async (cwd: string) => {
  const { status, printed } = await run(cwd);
  return { status, suppressions: (JSON.parse(printed) as { readonly suppressions: readonly AuditedSuppression[] }).suppressions };
};

function entry(path: string, key: string, more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return { path, ruleId: 'no-hardcoded-key', fingerprint: fingerprintOf(key), reason: 'gone in March', added: '2020-01-01', by: 'Ann Example', ...more };
}

const baseline = (...entries: readonly object[]): string => JSON.stringify({ version: 1, entries });

describe('audit', () => {
  it('lists comments with who wrote them and when, as git knows it', async () => {
    const folder = temporaryRepository({ 'src/a.py': `print(1)\n# submit-guard-ignore-next-line no-hardcoded-key until=2099-12-31 -- revoked in May\n${lineWith(makeKey())}` });
    const { status, suppressions } = await listed(folder);
    const since = new Date().toISOString().slice(0, 10);
    expect(status).toBe(0);
    expect(suppressions).toEqual([{
      kind: 'comment', path: 'src/a.py', line: 2, rules: ['no-hardcoded-key'], fingerprints: [], reason: 'revoked in May', author: 'A. Author', since, ageInDays: 0, until: '2099-12-31', state: 'active', covers: 1,
    }]);
  });

  it('lists entries of the baseline with their age', async () => {
    const [one, two] = [makeKey(), makeKey()];
    const folder = temporaryRepository({ 'a.py': lineWith(one), '.submit-guard/baseline.json': baseline(entry('a.py', one), entry('b.py', two)) });
    const { status, suppressions } = await listed(folder);
    expect(status).toBe(0);
    expect(suppressions).toMatchObject([
      { kind: 'baseline', path: 'a.py', author: 'Ann Example', since: '2020-01-01', state: 'active', covers: 1, reason: 'gone in March' },
      { kind: 'baseline', path: 'b.py', state: 'stale', covers: 0 },
    ]);
    expect(suppressions[0]?.ageInDays).toBe(Math.round((Date.parse(new Date().toISOString().slice(0, 10)) - Date.parse('2020-01-01')) / 86_400_000));
  });

  it('ends with 1 where one has ended or is faulty, and says which', async () => {
    const key = makeKey();
    const folder = temporaryRepository({ 'a.py': lineWith(key), '.submit-guard/baseline.json': baseline(entry('a.py', key, { expires: '2021-01-01' })) });
    expect(await listed(folder)).toMatchObject({ status: 1, suppressions: [{ state: 'expired', until: '2021-01-01' }] });
    rmSync(join(folder, '.submit-guard'), { recursive: true });
    writeFileSync(join(folder, 'a.py'), `# submit-guard-ignore-next-line\n${lineWith(key)}`);
    expect(await listed(folder)).toMatchObject({ status: 1, suppressions: [{ state: 'faulty', line: 1 }] });
    writeFileSync(join(folder, 'a.py'), `# submit-guard-ignore-next-line -- nothing there\nprint(1)\n`);
    expect(await listed(folder)).toMatchObject({ status: 0, suppressions: [{ state: 'stale' }] });
  });

  it('knows no author of what is not committed, and of what is in no repository', async () => {
    const text = `# submit-guard-ignore-next-line -- why\n${lineWith(makeKey())}`;
    const folder = temporaryRepository({ 'a.py': 'print(1)\n' });
    writeFileSync(join(folder, 'a.py'), text);
    writeFileSync(join(folder, 'new.py'), text);
    for (const place of [folder, temporaryFolder({ 'a.py': text })]) for (const suppression of (await listed(place)).suppressions) expect(suppression).not.toHaveProperty('author');
    commitAll(folder);
    git(folder, 'mv', 'a.py', 'moved.py');
    expect((await listed(folder)).suppressions).toMatchObject([{ path: 'moved.py' }, { path: 'new.py', author: 'A. Author' }]);
  });

  it('is for people, too', async () => {
    const key = makeKey();
    const today = new Date().toISOString().slice(0, 10);
    const folder = temporaryRepository({ 'a.py': lineWith(key), '.submit-guard/baseline.json': baseline(entry('a.py', key, { added: today })) });
    expect((await run(folder, 'pretty')).printed).toBe(`a.py  baseline  no-hardcoded-key  for good\n  gone in March\n  Ann Example, ${today} (0 days ago); covers 1 finding\n\n1 suppression.\n`);
  });

  it('says that there is nothing, and what could not be read', async () => {
    expect(await run(temporaryRepository(), 'pretty')).toMatchObject({ status: 0, printed: 'Nothing is suppressed here.\n' });
    expect(await run(temporaryRepository(), 'pretty', ['missing.py'])).toMatchObject({ status: 2, told: expect.stringContaining('missing.py') as string });
  });
});
