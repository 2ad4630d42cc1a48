import type { FleetModule } from 'submit-guard/fleet';
import { confidenceLevels, formatNames, listed, oneOf, parseLimit, UsageError, wholeNumber } from 'submit-guard/fleet';
import type { ScanFleetOptions } from '../scan.ts';

/** A day or a moment, ISO 8601. */
function date(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?$/.test(text) || Number.isNaN(Date.parse(text))) throw new UsageError('--pushed-since takes a date such as 2026-01-31.');
  return text;
}

export const defineScan: FleetModule['define'] = (fleet, run) => {
  const command = fleet.command('scan')
    .description('scan every object of many repositories and buckets')
    .argument('[targets...]', 'repositories, folders that hold some, addresses that git clones from, s3://bucket/prefix, or files that list these')
    .option('--store <place>', 'where findings and progress are kept: a file, or postgres://user@host/database', 'fleet.sqlite')
    .option('--resume', 'go on with the scan that the store has begun')
    .option('--engine <name>', 'local: processes of this machine; bullmq: workers anywhere, through Redis or Valkey', oneOf(['local', 'bullmq']), 'local')
    .option('--redis <url>', 'with --engine bullmq: redis://host:6379, rediss:// for TLS (default: SUBMIT_GUARD_REDIS)')
    .option('--github <organisation>', 'every repository of it, as the API of GitHub lists them; a token may be in GITHUB_TOKEN')
    .option('--gitlab <group>', 'every project of it and of its subgroups, as the API of GitLab lists them; a token may be in GITLAB_TOKEN')
    .option('--github-api <url>', 'the API of a GitHub server of your own', 'https://api.github.com')
    .option('--gitlab-api <url>', 'the API of a GitLab server of your own', 'https://gitlab.com/api/v4')
    .option('--pushed-since <date>', 'with --github and --gitlab: only what was pushed to since then, for example 2026-01-31', date)
    .option('--include <glob>', 'only repositories whose names fit (may be repeated)', listed)
    .option('--exclude <glob>', 'no repositories whose names fit (may be repeated)', listed)
    .option('--s3-endpoint <url>', 'the object store that buckets are in (default: AWS_ENDPOINT_URL_S3, or AWS); credentials come from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY')
    .option('--include-object <glob>', 'of buckets, only objects whose keys behind the prefix fit (may be repeated)', listed)
    .option('--exclude-object <glob>', 'of buckets, no objects whose keys behind the prefix fit (may be repeated)', listed)
    .option('--largest-object <size>', 'of buckets, skip objects that are larger: 100MB', parseLimit)
    .option('--mirrors <folder>', 'where repositories with addresses are mirrored', 'fleet-mirrors')
    .option('--filter <spec>', 'fetch only a part, as git clone --filter does: blob:limit=50m; the rest counts as unread')
    .option('--jobs <n>', 'processes that scan (default: one a core)', wholeNumber(1, 1024))
    .option('--job-size <size>', 'what is searched in one job of a large repository (default: 400MB)', parseLimit)
    .option('--baseline <file>', 'leave out what was accepted: a file that submit-guard fleet baseline has written')
    .option('-f, --format <name>', `one of ${formatNames.join(', ')}`, 'pretty')
    .option('-o, --output <file>', 'write the report to a file, whole or not at all')
    .option('--config <file>', 'configuration of the fleet (default: the nearest submit-guard.config.yaml or its like)')
    .option('--min-confidence <level>', `report findings of this confidence or more: ${confidenceLevels.join(', ')} (default: medium)`, oneOf(confidenceLevels))
    .option('--progress', 'show the progress (default: on a terminal)')
    .option('--no-progress', 'show no progress')
    .option('-q, --quiet', 'print nothing unless something was found or could not be read');
  command.action(async (words: readonly string[]) => {
    const options = command.optsWithGlobals<ScanFleetOptions>();
    await run(async (context) => (await import('../scan.ts')).runFleetScan(words, options, context));
  });
};
