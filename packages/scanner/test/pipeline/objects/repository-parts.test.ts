import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TrapRepository } from '../../../../../test/repositories/trap-repository.ts';
import { traps } from '../../../../../test/repositories/traps.ts';
import type { IdTable } from '../../../src/git/id-table.ts';
import { sizeOf, union, without } from '../../../src/git/id-table.ts';
import { openPartsScanner } from '../../../src/pipeline/objects/parts/open-parts.ts';
import type { CleanIds, IdsByReason, RepositoryOutcome } from '../../../src/pipeline/objects/parts/part.ts';
import { scanRepository } from '../../../src/pipeline/objects/scan-repository.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

/** What is clean, in memory. */
class Remembered implements CleanIds {
  known = new Map<string, IdTable>();

  async among(ids: IdTable): Promise<IdsByReason> {
    return new Map([...this.known].map(([reason, table]) => [reason, without(ids, [without(ids, [table])])]));
  }

  async add(ids: IdsByReason): Promise<void> {
    for (const [reason, table] of ids) this.known.set(reason, union(this.known.get(reason) ?? table, table));
  }

  get size(): number {
    return [...this.known.values()].reduce((sum, table) => sum + sizeOf(table), 0);
  }
}

async function scanInParts(folder: string, cache: CleanIds): Promise<RepositoryOutcome> {
  const scanner = await openPartsScanner({ cwd: folder, environment: {} });
  // Every part is read by a process that knows nothing of the others.
  const { plan } = await scanner.open(folder);
  const results = [];
  for (let part = 0; part < plan.portions.length + plan.ranges; part++) {
    const repository = await scanner.open(folder);
    repository.check(plan.digest);
    results.push(await repository.sift({ from: part, to: part + 1 }, plan.ranges, cache));
  }
  return (await scanner.open(folder)).conclude(results);
}

/** Those that differ in what holds the key and how it is stored. */
const stored = traps.filter(({ title }) => /tag|note|index|dangling|nothing knows|file name|name of a file|SHA-256|packed|alternate|longer/.test(title));

describe('a repository in parts', () => {
  it.each(stored)('comes to what the whole comes to: $title', async ({ build, init = [] }) => {
    const repository = new TrapRepository(join(temporaryFolder(), 'trap'), ...init);
    build(repository);
    const whole = await scanRepository({ target: { kind: 'all' }, cwd: repository.folder, environment: {}, cache: false });
    const parts = await scanInParts(repository.folder, new Remembered());
    expect(parts.findings).toEqual(whole.findings);
    expect({ blobs: parts.blobs, commits: parts.commits, unread: parts.unread }).toEqual({ blobs: whole.coverage.blobs, commits: whole.coverage.commits, unread: {} });
  });

  it('reads nothing twice that is clean, and finds the same again', async () => {
    const repository = new TrapRepository(join(temporaryFolder(), 'trap'));
    for (const { build, title } of traps) if (/packed|name of a file/.test(title)) build(repository);
    repository.git('gc', '--quiet');
    const cache = new Remembered();
    const first = await scanInParts(repository.folder, cache);
    const second = await scanInParts(repository.folder, cache);
    expect(second.findings).toEqual(first.findings);
    expect(second.knownClean).toBe(cache.size);
    expect(second.knownClean + second.blobs).toBe(first.blobs);
    expect(second.unread).toEqual({});
  });
});
