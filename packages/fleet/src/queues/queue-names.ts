import { createHash } from 'node:crypto';
import type { Job } from '../jobs/job.ts';
import type { Target } from '../targets/target.ts';
import { hostOf } from '../targets/target.ts';

/** What all keys in Redis begin with. */
export const prefix = 'submit-guard';

/**
 * Queues of a fleet. Its name stands for the policy: a worker with another configuration, other known keys or another version never gets a job of it.
 */
export class QueueNames {
  readonly fleet: string;

  /** @param policy - `PartsScanner.reportKey`. */
  constructor(policy: string) {
    this.fleet = policy.slice(0, 16);
  }

  /** Jobs that any worker can carry out. */
  get general(): string {
    return `work-${this.fleet}`;
  }

  /** Repositories that are fetched from a host: a queue of their own, as a host is not to be asked too often by all workers together. */
  ofHost(host: string): string {
    return `host-${this.fleet}-${host.replaceAll(/[^a-z0-9.-]/g, '_')}`;
  }

  /** Jobs about mirrors that lie in one place. */
  ofStorage(storage: string): string {
    return `storage-${this.fleet}-${storage}`;
  }

  /** A set with the hosts that have queues. */
  get hosts(): string {
    return `${prefix}:fleet:${this.fleet}:hosts`;
  }

  /** @param storage - where the mirror of the repository is. */
  queueOf(job: Job, storage = ''): string {
    if (job.kind !== 'repositories') return storage === '' ? this.general : this.ofStorage(storage);
    const host = hostOfAll(job.targets);
    return host === undefined ? this.general : this.ofHost(host);
  }
}

/** The host that targets are fetched from; they come one by one then. */
function hostOfAll([first]: readonly Target[]): string | undefined {
  return first === undefined ? undefined : hostOf(first);
}

/** Names a job of a scan: the same job is in a queue once, however often it is put there. */
export function jobIdOf(scan: string, job: Job): string {
  return createHash('sha256').update(JSON.stringify([scan, job])).digest('hex').slice(0, 40);
}
