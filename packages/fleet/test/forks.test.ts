import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchesOf } from '../src/jobs/cut-work.ts';
import { orderBatches } from '../src/jobs/order-batches.ts';
import { familiesOf } from '../src/targets/kinship.ts';
import type { Target } from '../src/targets/target.ts';
import { findingsOf, parseReport, runFleet } from './command.ts';
import { git, leak, makeRepository, newKey, temporaryFolder } from './repositories.ts';

const place = temporaryFolder();

describe('a family of forks', () => {
  it('is told by the refs that repositories have in common', () => {
    const first = makeRepository(join(place, 'families/first'), { 'a.txt': 'a\n' });
    git(first, 'tag', 'v1');
    for (const name of ['fork.git', 'second.git']) git(join(place, 'families'), 'clone', '--quiet', '--mirror', first, name);
    makeRepository(join(place, 'families/stranger'), { 'b.txt': 'b\n' });
    // It has gone on since: only its tag is still the same.
    git(first, 'commit', '--quiet', '--allow-empty', '--message', 'More');
    const targets = ['first', 'fork.git', 'second.git', 'stranger'].map((name): Target => ({ name, place: { kind: 'folder', path: join(place, 'families', name) } }));
    const families = familiesOf([...targets, { name: 'far', place: { kind: 'url', url: 'https://host/far' } }]);
    expect(new Set(['first', 'fork.git', 'second.git'].map((name) => families.get(name))).size).toBe(1);
    expect(families.get('stranger')).not.toBe(families.get('first'));
    expect(families.has('far')).toBe(false);
  });

  it('has one of them scanned before the others, and each of them once', () => {
    const repository = fc.record({ cost: fc.option(fc.nat(20_000_000), { nil: undefined }), family: fc.option(fc.constantFrom('a', 'b', 'c')) });
    fc.assert(fc.property(fc.array(repository), (repositories) => {
      const targets = repositories.map((_each, number): Target => ({ name: `r${number}`, place: { kind: 'folder', path: '/r' } }));
      const families = new Map(repositories.flatMap(({ family }, number) => (family === null ? [] : [[`r${number}`, family] as [string, string]])));
      const ordered = orderBatches(batchesOf(targets.map((target, number) => ({ target, cost: repositories[number]?.cost }))), families);
      expect(ordered.flatMap((batch) => batch.targets).map(({ name }) => name).sort()).toEqual(targets.map(({ name }) => name).sort());
      // Nobody waits for what comes later.
      for (const [index, { after }] of ordered.entries()) for (const earlier of after) expect(ordered.indexOf(earlier)).toBeLessThan(index);
      const firsts = new Set(['a', 'b', 'c'].map((family) => ordered.find(({ targets: own }) => own.some(({ name }) => families.get(name) === family))));
      for (const batch of ordered) if (batch.targets.some(({ name }) => families.has(name)) && batch.after.length === 0) expect(firsts).toContain(batch);
    }));
  });

  it('is read once, and what is new in each is found', async () => {
    const folder = join(place, 'forks');
    mkdirSync(folder);
    const keys = [newKey(), newKey(), newKey()];
    const source = makeRepository(join(place, 'source'), { ...Object.fromEntries(Array.from({ length: 30 }, (_, number) => [`${number}.txt`, `${number}\n`])), 'send.py': leak(keys[0] ?? '') });
    for (let fork = 0; fork < 6; fork++) {
      git(folder, 'clone', '--quiet', '--mirror', source, `fork-${fork}.git`);
      if (fork !== 2 && fork !== 4) continue;
      const work = join(place, `work-${fork}`);
      git(folder, 'clone', '--quiet', join(folder, `fork-${fork}.git`), work);
      makeRepository(work, { [`own-${fork}.py`]: leak(keys[fork / 2] ?? '') });
      git(work, 'push', '--quiet', 'origin', 'HEAD:refs/heads/own');
    }
    const report = parseReport(await runFleet(['scan', 'forks', '--store', 'forks.sqlite', '--jobs', '2', '--format', 'json'], place));
    expect(findingsOf(report).map((line) => line.split(' ')[0])).toEqual([
      'fork-0/send.py:2', 'fork-1/send.py:2', 'fork-2/own-2.py:2', 'fork-2/send.py:2', 'fork-3/send.py:2', 'fork-4/own-4.py:2', 'fork-4/send.py:2', 'fork-5/send.py:2',
    ]);
    expect(report.coverage.unread).toEqual([]);
    expect(report.coverage.knownClean).toBeGreaterThan(5 * 90);
    expect(report.coverage.blobs).toBeLessThan(130);
  });
});
