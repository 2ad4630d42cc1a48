import type { ArchiveOptions } from '../pipeline/run-policy.ts';

/** Options of the command line about archives. */
export interface ArchiveCommandOptions {
  /** False with `--no-archives`; otherwise the configuration decides. */
  readonly archives?: boolean;
  readonly maxArchiveDepth?: number;
  readonly maxArchiveBytes?: number;
  readonly maxArchiveRatio?: number;
  readonly maxArchiveMembers?: number;
}

/** What of them goes before the configuration. */
export function archiveOptionsOf({ archives, maxArchiveDepth, maxArchiveBytes, maxArchiveRatio, maxArchiveMembers }: ArchiveCommandOptions): ArchiveOptions {
  return {
    ...(archives === false && { archives }),
    ...(maxArchiveDepth !== undefined && { maxArchiveDepth }),
    ...(maxArchiveBytes !== undefined && { maxArchiveBytes }),
    ...(maxArchiveRatio !== undefined && { maxArchiveRatio }),
    ...(maxArchiveMembers !== undefined && { maxArchiveMembers }),
  };
}
