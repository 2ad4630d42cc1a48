import type { FleetModule } from 'submit-guard/fleet';
import { confidenceLevels, listed, oneOf, wholeNumber } from 'submit-guard/fleet';
import type { WorkerOptions } from '../worker.ts';

const help = `
A worker takes jobs of scans with its own configuration, known keys and version, and of no others. It runs until it is ended; what it was
at then, another one takes over.
`;

export const defineWorker: FleetModule['define'] = (fleet, run) => {
  const command = fleet.command('worker')
    .description('carry out jobs of scans with --engine bullmq')
    .option('--redis <url>', 'redis://host:6379, rediss:// for TLS (default: SUBMIT_GUARD_REDIS)')
    .option('--folder <folder>', 'read repositories in and below this folder of the machine (default: the working directory; may be repeated)', listed)
    .option('--mirrors <folder>', 'where repositories with addresses are mirrored; workers may share it', 'fleet-mirrors')
    .option('--s3-endpoint <url>', 'the object store that buckets are in, and no other is asked (default: AWS_ENDPOINT_URL_S3, or AWS)')
    .option('--filter <spec>', 'fetch only a part, as git clone --filter does: blob:limit=50m; the rest counts as unread')
    .option('--host-rate <n>', 'repositories a minute that all workers together fetch from one host (default: 60)', wholeNumber(1, 100_000))
    .option('--jobs <n>', 'processes that scan (default: one a core)', wholeNumber(1, 1024))
    .option('--stalled-after <seconds>', 'how long a worker may say nothing before its job is taken over (default: 30)', wholeNumber(2, 3600))
    .option('--config <file>', 'configuration of the fleet (default: the nearest submit-guard.config.yaml or its like)')
    .option('--min-confidence <level>', `report findings of this confidence or more: ${confidenceLevels.join(', ')} (default: medium)`, oneOf(confidenceLevels))
    .addHelpText('after', help);
  command.action(async () => {
    const options = command.optsWithGlobals<WorkerOptions>();
    await run(async (context) => (await import('../worker.ts')).runFleetWorker(options, context));
  });
};
