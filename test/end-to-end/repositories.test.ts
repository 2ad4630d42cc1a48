import { join } from 'node:path';
import type { Report } from '@submit-guard/core';
import { fingerprintOf } from '@submit-guard/core';
import { describe, expect, it } from 'vitest';
import { TrapRepository } from '../repositories/trap-repository.ts';
import type { Plant } from '../repositories/trap-repository.ts';
import { traps } from '../repositories/traps.ts';
import { folderWith, submitGuard } from './command-line.ts';

interface Found {
  readonly fingerprint: string;
  readonly path: string;
  readonly commit: string | undefined;
}

function foundIn({ findings }: Pick<Report, 'findings'>): readonly Found[] {
  return sorted(findings.map(({ secret, path, commit }) => ({ fingerprint: secret?.fingerprint ?? '', path, commit })));
}

function plantedIn(plants: readonly Plant[]): readonly Found[] {
  return sorted(plants.map(({ key, path, commit }) => ({ fingerprint: fingerprintOf(key), path, commit })));
}

function sorted(list: readonly Found[]): readonly Found[] {
  return [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

describe('submit-guard git', () => {
  it.each(traps)('finds $title', async ({ build, init = [] }) => {
    const repository = new TrapRepository(join(folderWith(), 'trap'), ...init);
    build(repository);
    const all = await submitGuard(['git', '--all', '-f', 'json'], { cwd: repository.folder });
    expect(all.stderr).toBe('');
    const report = JSON.parse(all.stdout) as Report;
    expect(foundIn(report)).toEqual(plantedIn(repository.plants));
    expect(report.coverage.unread).toEqual([]);
    expect(all.status).toBe(1);
    const range = await submitGuard(['git', '--range', 'start..HEAD', '-f', 'json'], { cwd: repository.folder });
    const inRange = repository.plants.filter((plant) => plant.inRange);
    const found = foundIn(JSON.parse(range.stdout) as Report).map(({ fingerprint }) => fingerprint);
    expect(found.sort()).toEqual(inRange.map(({ key }) => fingerprintOf(key)).sort());
    for (const { key } of repository.plants) expect(all.stdout + range.stdout + range.stderr).not.toContain(key);
  });
});
