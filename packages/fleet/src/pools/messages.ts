import type { IdsByReason, IdTable, PartsOptions } from 'submit-guard/fleet';
import type { MirrorOptions } from '../mirrors/mirror.ts';
import type { ConcludeJob, PartJob, PartOutcome, RepositoriesJob } from '../jobs/job.ts';

/** What a process that carries out jobs is started with. Known keys come from its environment, as they came to its parent. */
export interface ProcessSetup {
  readonly policy: Omit<PartsOptions, 'environment'>;
  readonly mirrors: MirrorOptions;
  readonly storage: string;
  /** Origin of the object store that is asked for buckets; '' for AWS. Credentials for it come from the environment. */
  readonly endpoint: string;
}

/** A job with all that is needed for it. */
export type Task = RepositoriesJob | PartJob | (ConcludeJob & { readonly outcomes: readonly PartOutcome[] });

export type ToProcess =
  | { readonly kind: 'setup'; readonly setup: ProcessSetup }
  | { readonly kind: 'task'; readonly task: Task }
  | { readonly kind: 'known'; readonly question: number; readonly known: IdsByReason };

export type FromProcess =
  | { readonly kind: 'result'; readonly result: unknown }
  | { readonly kind: 'failure'; readonly reason: string; readonly isFinal: boolean }
  /** Asks which of some ids need not be read. */
  | { readonly kind: 'question'; readonly question: number; readonly ids: IdTable }
  | { readonly kind: 'known'; readonly known: IdsByReason };

/** Bytes as they come from another process are no `Buffer`. */
export function receivedTable({ ids, idBytes }: IdTable): IdTable {
  return { ids: Buffer.from(ids.buffer, ids.byteOffset, ids.byteLength), idBytes };
}

/** The same for all tables of a map. */
export function receivedTables(known: IdsByReason): IdsByReason {
  return new Map([...known].map(([reason, table]) => [reason, receivedTable(table)]));
}
