import { resolve } from 'node:path';
import type { Confidence } from '@submit-guard/core';
import type { PartsOptions, TerminalContext } from 'submit-guard/fleet';
import { UsageError } from 'submit-guard/fleet';
import { storageOf } from '../mirrors/storage.ts';
import type { ProcessSetup } from '../pools/messages.ts';
import { parseEndpoint } from '../targets/bucket.ts';

/** Options of commands that carry out jobs. */
export interface ProcessOptions {
  readonly mirrors: string;
  readonly filter?: string;
  readonly jobs?: number;
  readonly s3Endpoint?: string;
  readonly config?: string;
  readonly minConfidence?: Confidence;
}

export function policyOf({ config, minConfidence }: ProcessOptions, cwd: string): PartsOptions {
  return { cwd, config, minConfidence };
}

/** @throws {FleetError} where mirrors cannot be kept; `UsageError` where something else is not what it should be. */
export function processSetup(options: ProcessOptions, { cwd, environment }: Pick<TerminalContext, 'cwd' | 'environment'>): ProcessSetup {
  const mirrors = { folder: resolve(cwd, options.mirrors), filter: options.filter };
  return { policy: policyOf(options, cwd), mirrors, storage: storageOf(mirrors.folder), endpoint: endpointOf(options, environment) };
}

/**
 * The object store that is asked for buckets: the one that is named, or that of AWS.
 *
 * @returns its origin; '' for AWS.
 * @throws {UsageError} where what is named is none.
 */
export function endpointOf({ s3Endpoint }: Pick<ProcessOptions, 's3Endpoint'>, environment: TerminalContext['environment']): string {
  const word = s3Endpoint ?? environment['AWS_ENDPOINT_URL_S3'] ?? environment['AWS_ENDPOINT_URL'] ?? '';
  const endpoint = word === '' ? '' : parseEndpoint(word);
  if (endpoint === undefined) throw new UsageError('--s3-endpoint takes the address of an object store, https://host:port, without credentials and path. So do AWS_ENDPOINT_URL_S3 and AWS_ENDPOINT_URL.');
  return endpoint;
}

/** @throws {UsageError} where nothing names the server. */
export function redisUrl({ redis }: { readonly redis?: string }, environment: Readonly<Record<string, string | undefined>>): string {
  const url = redis ?? environment['SUBMIT_GUARD_REDIS'];
  if (url === undefined || url === '') throw new UsageError('Say where Redis is: --redis redis://host:6379, or the variable SUBMIT_GUARD_REDIS.');
  return url;
}
