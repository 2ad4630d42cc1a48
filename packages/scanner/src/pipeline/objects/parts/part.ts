import type { Finding, PolicyNote } from '@submit-guard/core';
import type { IdTable } from '../../../git/id-table.ts';
import type { ObjectInfo } from '../../../git/object-kinds.ts';

/** How a repository is cut. Plain data: whoever has the same packs cuts in the same way. */
export interface RepositoryPlan {
  /** Stands for the packs and how they are cut. */
  readonly digest: string;
  /** What a portion may cost; those who cut have to agree on it. */
  readonly portionCost: number;
  /** What each portion of the packs costs, in bytes that are searched. */
  readonly portions: readonly number[];
  /** In how many ranges of ids the objects are cut that are in no portion, and how many objects these are. */
  readonly ranges: number;
  readonly others: number;
  /** Objects of the repository. */
  readonly objects: number;
}

/** The parts of a plan from one number to another one that is not meant any more: first the portions, then the ranges. */
export interface PartRange {
  readonly from: number;
  readonly to: number;
}

/** Places by the reason for which nobody looked into them: many have few reasons. */
export type NotesByReason = Readonly<Record<string, readonly string[]>>;

/** What parts of a repository come to, before anybody knows where their objects stand. Plain data that holds no key. */
export interface PartResult {
  readonly suspects: readonly ObjectInfo[];
  /** Ids of trees with names that may be or hold a key. */
  readonly trees: readonly string[];
  readonly skipped: NotesByReason;
  readonly unread: NotesByReason;
  /** Objects read. */
  readonly objects: number;
  readonly commits: number;
  readonly members: number;
  readonly bytes: number;
  /** Objects that were known to be clean. */
  readonly knownClean: number;
  /** Whether everything is there that the objects refer to; false where nobody knows. */
  readonly isClosed: boolean;
}

/** What all parts together come to. Plain data that holds no key; paths are relative to the repository. */
export interface RepositoryOutcome {
  readonly findings: readonly Finding[];
  readonly suppressed: number;
  readonly notes: readonly PolicyNote[];
  readonly commits: number;
  /** Objects read. */
  readonly blobs: number;
  readonly members: number;
  readonly bytes: number;
  readonly knownClean: number;
  readonly skipped: NotesByReason;
  readonly unread: NotesByReason;
}

/** Ids of objects by what is to be said of them: those of the empty word are clean, the others were skipped for a reason. */
export type IdsByReason = ReadonlyMap<string, IdTable>;

/** Remembers ids of objects in which nothing can be found, whatever repository they are in. */
export interface CleanIds {
  /** Those of some ids that need not be read. */
  among(ids: IdTable): Promise<IdsByReason>;
  add(ids: IdsByReason): Promise<void>;
}
