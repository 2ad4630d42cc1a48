import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { ExitStatus, TerminalContext } from 'submit-guard/fleet';
import { openPartsScanner } from 'submit-guard/fleet';
import { RedisCleanIds } from '../caches/redis-clean-ids.ts';
import { JobPool } from '../pools/job-pool.ts';
import { QueueWorker } from '../queues/queue-worker.ts';
import { connectRedis } from '../queues/redis-connection.ts';
import type { ProcessOptions } from './process-options.ts';
import { policyOf, processSetup, redisUrl } from './process-options.ts';

/** Options of `submit-guard fleet worker` as the command line gives them. */
export interface WorkerOptions extends ProcessOptions {
  readonly redis?: string;
  readonly folder?: readonly string[];
  /** Repositories a minute. */
  readonly hostRate?: number;
  /** Seconds. */
  readonly stalledAfter?: number;
}

const usualHostRate = 60;
const usualSilence = 30;

/**
 * `submit-guard fleet worker`: carries out jobs until the process is ended.
 *
 * @throws {UsageError}, `FleetError` and `PolicyError` for what the person should mend.
 */
export async function runFleetWorker(options: WorkerOptions, { cwd, environment, tell }: TerminalContext): Promise<ExitStatus> {
  const scanner = await openPartsScanner(policyOf(options, cwd));
  const redis = await connectRedis(redisUrl(options, environment));
  const jobs = options.jobs ?? availableParallelism();
  const setup = processSetup(options, { cwd, environment });
  const pool = new JobPool(jobs, setup, new RedisCleanIds(redis, scanner.policyKey));
  const worker = new QueueWorker({
    redis,
    scanner,
    pool,
    jobs,
    storage: setup.storage,
    folders: (options.folder ?? ['.']).map((folder) => resolve(cwd, folder)),
    stalledAfter: 1000 * (options.stalledAfter ?? usualSilence),
    hostRate: options.hostRate ?? usualHostRate,
    onEvent: (sentence) => tell(`submit-guard: ${sentence}\n`),
  });
  await worker.start();
  tell(`submit-guard: This worker takes jobs, ${jobs} at a time. End it with Ctrl-C.\n`);
  await new Promise((resolve) => process.once('SIGTERM', resolve));
  await worker.close();
  await pool.close();
  redis.disconnect();
  return 0;
}
