import { contentTraps } from './content-traps.ts';
import { historyTraps } from './history-traps.ts';
import { storageTraps } from './storage-traps.ts';
import type { TrapRepository } from './trap-repository.ts';

/** A way in which a key gets into a repository and is overlooked. */
export interface Trap {
  readonly title: string;
  /** Options of `git init`. */
  readonly init?: readonly string[];
  readonly build: (repository: TrapRepository) => void;
}

export const traps: readonly Trap[] = [...historyTraps, ...contentTraps, ...storageTraps];
