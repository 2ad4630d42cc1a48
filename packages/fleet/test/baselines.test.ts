import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Answer } from './command.ts';
import { parseReport, runFleet } from './command.ts';
import { leak, makeRepository, newKey, temporaryFolder } from './repositories.ts';

const place = temporaryFolder();
const [old, other] = [newKey(), newKey()];
makeRepository(join(place, 'repositories/one'), { 'src/a.py': leak(old) });
makeRepository(join(place, 'repositories/two'), { 'b.py': leak(other) });

const fleet = (...args: readonly string[]): Promise<Answer> => runFleet([...args, '--store', 'fleet.sqlite'], place);
const found = (answer: Answer): readonly string[] => parseReport(answer).findings.map(({ path }) => path);

describe('a baseline of a fleet', () => {
  it('covers what was accepted, in its repository and in no other one', async () => {
    expect((await fleet('scan', 'repositories', '--format', 'json')).status).toBe(1);
    const accepted = await fleet('baseline', '--baseline', 'accepted.json', '--reason', 'revoked in May');
    expect(accepted).toMatchObject({ status: 0, stdout: '2 findings; 2 entries added, 0 dropped; accepted.json holds 2 entries.\n' });
    const text = readFileSync(join(place, 'accepted.json'), 'utf8');
    for (const key of [old, other]) expect(text).not.toContain(key);
    const covered = await fleet('report', '--baseline', 'accepted.json', '--format', 'json');
    expect(covered.status).toBe(0);
    expect(parseReport(covered)).toMatchObject({ findings: [], suppressed: 2 });
    // The same key elsewhere is a new leak, also where a file of that name lies there.
    makeRepository(join(place, 'repositories/three'), { 'src/a.py': leak(old) });
    const scanned = await fleet('scan', 'repositories', '--baseline', 'accepted.json', '--format', 'json');
    expect(scanned.status).toBe(1);
    expect(found(scanned)).toEqual(['three/src/a.py']);
    // Without it, all are there as ever.
    expect(found(await fleet('report', '--format', 'json'))).toHaveLength(3);
  });

  it('says which entries cover nothing any more, and drops them', async () => {
    const gone = { path: 'two/gone.py', ruleId: 'no-hardcoded-key', fingerprint: `sg1:${'0'.repeat(24)}`, reason: 'revoked in May', added: '2026-01-01' };
    const away = { ...gone, path: 'elsewhere/gone.py' };
    const baseline = JSON.parse(readFileSync(join(place, 'accepted.json'), 'utf8')) as { entries: unknown[] };
    writeFileSync(join(place, 'stale.json'), JSON.stringify({ ...baseline, entries: [...baseline.entries, gone, away] }));
    const report = parseReport(await fleet('report', '--baseline', 'stale.json', '--format', 'json'));
    expect(report.notes.map(({ kind, message }) => [kind, message])).toEqual([['stale-suppression', expect.stringContaining('two/gone.py') as string]]);
    // What is in no repository of the store may be in another one.
    expect((await fleet('baseline', '--baseline', 'stale.json', '--prune')).stdout).toContain('0 entries added, 1 dropped; stale.json holds 3 entries');
  });

  it('of a repository counts for nothing, and one that is not there is told of before the scan', async () => {
    const work = join(place, 'own/repository');
    makeRepository(work, { 'a.py': leak(old), '.submit-guard/baseline.json': JSON.stringify({ version: 1, entries: [] }) });
    expect(found(await runFleet(['scan', 'own', '--store', 'own.sqlite', '--format', 'json'], place))).toEqual(['repository/a.py']);
    const answer = await runFleet(['scan', 'own', '--store', 'none.sqlite', '--baseline', 'nowhere.json'], place);
    expect(answer).toMatchObject({ status: 2, stdout: '' });
    expect(answer.stderr).toContain('nowhere.json');
    expect((await fleet('baseline', '--baseline', 'x.json')).stderr).toContain('Say why these findings are accepted');
  });
});
