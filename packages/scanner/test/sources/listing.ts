import type { PlaceNote } from '@submit-guard/core';
import { quotePath } from '../../src/paths/quote-path.ts';
import { createWorktreeSource } from '../../src/sources/worktree/worktree-source.ts';

export interface Listing {
  /** Printed paths, sorted. */
  readonly files: readonly string[];
  readonly skipped: readonly PlaceNote[];
  readonly unread: readonly PlaceNote[];
  readonly notices: readonly string[];
  readonly scope: readonly string[];
}

/** Lists what targets stand for. */
export async function listing(cwd: string, targets: readonly string[] = ['.'], noIgnore = false): Promise<Listing> {
  const source = createWorktreeSource(targets, { cwd, noIgnore });
  const files: string[] = [];
  for await (const listed of source.files()) files.push(...listed.map(({ path }) => quotePath(path)));
  const { skipped, unread, notices } = source.notes;
  return { files: files.sort(), skipped, unread, notices, scope: source.scope };
}
