import { resolve } from 'node:path';
import type { Confidence } from '@submit-guard/core';
import type { PartsOptions } from 'submit-guard/fleet';
import { UsageError } from 'submit-guard/fleet';
import { storageOf } from '../mirrors/storage.ts';
import type { ProcessSetup } from '../pools/messages.ts';

/** Options of commands that carry out jobs. */
export interface ProcessOptions {
  readonly mirrors: string;
  readonly filter?: string;
  readonly jobs?: number;
  readonly config?: string;
  readonly minConfidence?: Confidence;
}

export function policyOf({ config, minConfidence }: ProcessOptions, cwd: string): PartsOptions {
  return { cwd, config, minConfidence };
}

/** @throws {FleetError} where mirrors cannot be kept. */
export function processSetup(options: ProcessOptions, cwd: string): ProcessSetup {
  const mirrors = { folder: resolve(cwd, options.mirrors), filter: options.filter };
  return { policy: policyOf(options, cwd), mirrors, storage: storageOf(mirrors.folder) };
}

/** @throws {UsageError} where nothing names the server. */
export function redisUrl({ redis }: { readonly redis?: string }, environment: Readonly<Record<string, string | undefined>>): string {
  const url = redis ?? environment['SUBMIT_GUARD_REDIS'];
  if (url === undefined || url === '') throw new UsageError('Say where Redis is: --redis redis://host:6379, or the variable SUBMIT_GUARD_REDIS.');
  return url;
}
