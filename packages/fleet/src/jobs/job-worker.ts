import type { CleanIds, PartResult, PartsScanner, RepositoryOutcome, RepositoryParts } from 'submit-guard/fleet';
import { failureReason } from 'submit-guard/fleet';
import { JobError } from '../errors/job-error.ts';
import type { MirrorOptions } from '../mirrors/mirror.ts';
import { mirrorOf } from '../mirrors/mirror.ts';
import type { BucketPlace } from '../targets/bucket.ts';
import type { Target } from '../targets/target.ts';
import { isLarge, portionCostOf } from './cut-work.ts';
import { lostParts } from './job.ts';
import type { ConcludeJob, PartJob, PartOutcome, PlanReference, RepositoriesJob, Scanned } from './job.ts';

export interface JobWorkerOptions {
  readonly scanner: PartsScanner;
  readonly cache: CleanIds;
  readonly mirrors: MirrorOptions;
  /** Names the place where this worker has its mirrors. */
  readonly storage: string;
  /** Origin of the object store that is asked for buckets; '' for AWS. */
  readonly endpoint: string;
  /** Variables with the credentials for it. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Carries out jobs, whoever hands them out: one after the other, as the search has one memory. */
export class JobWorker {
  readonly #options: JobWorkerOptions;
  /** The repository of the last job: the next one is likely to be about it, too. */
  #open: { readonly name: string; readonly path: string; readonly repository: RepositoryParts } | undefined;

  constructor(options: JobWorkerOptions) {
    this.#options = options;
  }

  /**
   * What cannot be scanned is told by name, and keeps nothing else from being scanned.
   *
   * @throws {JobError} where a repository cannot be fetched, which another attempt may do.
   */
  async scanRepositories({ targets, jobCost }: RepositoriesJob): Promise<readonly Scanned[]> {
    const scanned: Scanned[] = [];
    for (const target of targets) scanned.push(await this.#scanRepository(target, jobCost));
    return scanned;
  }

  async #scanRepository(target: Target, jobCost: number): Promise<Scanned> {
    const { name, place } = target;
    try {
      if (place.kind === 'bucket') return { kind: 'outcome', name, outcome: await this.#scanBucket(place) };
      const path = await mirrorOf({ ...target, place }, this.#options.mirrors);
      const repository = await this.#openFresh(target, path, portionCostOf(jobCost));
      const news = await repository.siftNews(this.#options.cache);
      if (news !== undefined) return { kind: 'outcome', name, outcome: await repository.conclude([news]) };
      const { plan } = repository;
      if (isLarge(plan, jobCost)) return { kind: 'plan', name, plan, storage: place.kind === 'folder' ? '' : this.#options.storage };
      const all = { from: 0, to: plan.portions.length + plan.ranges };
      const result = await repository.sift(all, plan.ranges, this.#options.cache);
      return { kind: 'outcome', name, outcome: await repository.conclude([result]) };
    } catch (error) {
      const failure = failureOf(error);
      if (place.kind !== 'folder' && !failure.isFinal) throw new JobError(failure.reason);
      return { kind: 'failure', name, reason: failure.reason };
    }
  }

  async #scanBucket(place: BucketPlace): Promise<RepositoryOutcome> {
    const { scanner, cache, endpoint, environment } = this.#options;
    // What comes out of a queue may name any host; credentials are for one.
    if (place.endpoint !== endpoint) throw new JobError('the bucket is in an object store that this worker does not ask; name it with --s3-endpoint', true);
    const { scanBucket } = await import('../buckets/scan-bucket.ts');
    return scanBucket({ scanner, cache, place, environment });
  }

  /** @throws {JobError} */
  async scanPart({ target, plan, parts }: PartJob): Promise<PartResult> {
    try {
      const repository = await this.#openPlanned(target, plan);
      return await repository.sift(parts, plan.ranges, this.#options.cache);
    } catch (error) {
      throw jobErrorOf(error);
    }
  }

  /**
   * @param outcomes - of all parts of the plan.
   * @throws {JobError}
   */
  async conclude({ target, plan }: ConcludeJob, outcomes: readonly PartOutcome[]): Promise<RepositoryOutcome> {
    try {
      const repository = await this.#openPlanned(target, plan);
      const outcome = await repository.conclude(outcomes.flatMap((part) => ('result' in part ? [part.result] : [])));
      const unread: Record<string, readonly string[]> = { ...outcome.unread };
      for (const part of outcomes) {
        if ('result' in part) continue;
        const reason = `${lostParts}: ${part.reason}`;
        unread[reason] = [...new Set([...unread[reason] ?? [], '.'])];
      }
      return { ...outcome, unread };
    } catch (error) {
      throw jobErrorOf(error);
    }
  }

  /** The repository of a plan, as it was when the plan was made: its mirror is not fetched again, as other packs would not fit. */
  async #openPlanned(target: Target, { digest, portionCost }: PlanReference): Promise<RepositoryParts> {
    const open = this.#open;
    const { place } = target;
    if (place.kind === 'bucket') throw new JobError('a bucket has no packs', true);
    const path = open?.name === target.name ? open.path : await mirrorOf({ ...target, place }, { ...this.#options.mirrors, keeps: true });
    const isOpen = open?.path === path && open.repository.plan.digest === digest;
    const repository = isOpen ? open.repository : await this.#openFresh(target, path, portionCost);
    repository.check(digest);
    return repository;
  }

  async #openFresh({ name }: Target, path: string, portionCost: number): Promise<RepositoryParts> {
    this.#open = undefined;
    const repository = await this.#options.scanner.open(path, portionCost);
    this.#open = { name, path, repository };
    return repository;
  }
}

function failureOf(error: unknown): { readonly reason: string; readonly isFinal: boolean } {
  if (error instanceof JobError) return { reason: error.message, isFinal: error.isFinal };
  const name = error instanceof Error ? error.name : typeof error;
  if (error instanceof Error && (name === 'GitError' || name === 'PlanOutdatedError')) return { reason: asEnd(error.message), isFinal: false };
  // What nobody expected is named by its kind: its message may quote what was being read.
  if (error instanceof Error && 'code' in error) return { reason: failureReason(error), isFinal: false };
  return { reason: `submit-guard failed on it (${name}); please report that`, isFinal: false };
}

function jobErrorOf(error: unknown): JobError {
  const { reason, isFinal } = failureOf(error);
  return new JobError(reason, isFinal);
}

/** A sentence as the end of another one. */
function asEnd(sentence: string): string {
  return sentence.replace(/\.$/, '').replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}
