import type { PartRange, RepositoryOutcome, RepositoryPlan } from 'submit-guard/fleet';
import type { Ending, RepositoriesJob, Scanned } from '../jobs/job.ts';
import type { Target } from '../targets/target.ts';

/** A large repository, and how its parts are put together to jobs. */
export interface LargeRepository {
  readonly target: Target;
  readonly plan: RepositoryPlan;
  readonly parts: readonly PartRange[];
  /** Where its mirror lies; '' for a folder that every worker sees. */
  readonly storage: string;
}

/** Has jobs carried out, somewhere. Each is carried out at least once; what it comes to is told once. */
export interface Engine {
  readonly name: string;
  /** Repositories that are worth being under way at the same time. */
  readonly width: number;
  /** Never rejects but for what ends the scan: `FleetError`. */
  scanRepositories(job: RepositoriesJob): Promise<Ending<readonly Scanned[]>>;
  /** Scans all parts, and puts together what they come to. Parts that nobody could scan are named in the outcome. */
  scanParts(repository: LargeRepository): Promise<Ending<RepositoryOutcome>>;
  /** Jobs that wait, and that are being carried out. */
  load(): Promise<{ readonly waiting: number; readonly active: number }>;
  close(): Promise<void>;
}
