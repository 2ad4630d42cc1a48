import { PolicyError } from '@submit-guard/core';
import type { CleanObjects } from '../../caches/clean-objects.ts';
import { cleanObjectsPath, loadCleanObjects, saveCleanObjects } from '../../caches/clean-objects.ts';
import { digestOf, tableOf, without } from '../../git/id-table.ts';
import type { Repository } from '../../git/repository.ts';
import type { AllSource } from '../../sources/git/all-source.ts';
import type { KnownObjects } from '../../sources/git/known-objects.ts';
import { policyKey } from '../policy-key.ts';
import type { RunPolicy } from '../run-policy.ts';
import type { ObjectsOutcome } from './scan-objects.ts';

/**
 * The file of a repository and a policy in which what is known to be clean stands; `undefined` where there is no place for it.
 *
 * @param pictures - stands for what reads images; '' where nothing does.
 */
export function knownObjectsPath({ commonFolder, idLength }: Repository, policy: RunPolicy, pictures: string, environment: Readonly<Record<string, string | undefined>>): string | undefined {
  return cleanObjectsPath(environment, commonFolder, `${idLength}:${policyKey(policy, `${import.meta.url} ${pictures}`)}`);
}

export function loadKnownObjects(path: string, idLength: number): KnownObjects | undefined {
  const idBytes = idLength / 2;
  const saved = loadCleanObjects(path, idBytes);
  return saved && {
    clean: { ids: saved.clean, idBytes },
    skipped: new Map([...saved.skipped].map(([reason, ids]) => [reason, { ids, idBytes }])),
    listing: saved.listing,
    doubtful: saved.doubtful,
    commits: saved.commits,
    tips: saved.tips,
    missing: saved.missing,
  };
}

/**
 * Keeps what a run has found out. What was not read, and that in which something may stand, is looked at again by the next run.
 *
 * @param before - what was known before the run.
 * @returns why it could not be kept.
 */
export function saveKnownObjects(path: string, source: AllSource, { suspects, trees, skipped, unread, objects }: ObjectsOutcome, before: KnownObjects | undefined): string | undefined {
  const { ids } = source;
  // Where git complained, nobody can say what the listing is worth.
  if (ids === undefined || unread === 'unknown') return undefined;
  const { idBytes } = ids;
  // Nothing that the next run does not know already.
  if (before?.listing === digestOf(ids) && objects === before.doubtful.length && suspects.length + trees.length === objects) return undefined;
  const byReason = new Map<string, string[]>();
  for (const { id, reason } of skipped) {
    const list = byReason.get(reason);
    if (list === undefined) byReason.set(reason, [id]);
    else list.push(id);
  }
  const tables = new Map([...before?.skipped ?? []].map(([reason, table]) => [reason, table.ids]));
  for (const [reason, list] of byReason) {
    const known = tables.get(reason);
    tables.set(reason, known === undefined ? tableOf(list, idBytes).ids : mergedTable(known, list, idBytes));
  }
  const doubtful = [...new Set([...suspects.map(({ id }) => id), ...trees, ...unread])];
  const clean = without(ids, [tableOf(doubtful, idBytes), ...[...tables.values()].map((table) => ({ ids: table, idBytes }))]);
  const saved: CleanObjects = { idBytes, clean: clean.ids, skipped: tables, listing: digestOf(ids), doubtful, commits: source.commits - suspects.filter(({ kind }) => kind === 'commit').length, ...source.followed };
  try {
    saveCleanObjects(path, saved);
    return undefined;
  } catch (error) {
    if (error instanceof PolicyError) return error.message;
    throw error;
  }
}

function mergedTable(known: Buffer, added: readonly string[], idBytes: number): Buffer {
  const ids = new Set(added);
  for (let at = 0; at < known.length; at += idBytes) ids.add(known.toString('hex', at, at + idBytes));
  return tableOf(ids, idBytes).ids;
}
