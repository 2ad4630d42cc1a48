import { inspect } from 'node:util';
import type { BuildOutcome, Bundler, BuildQuery } from './bundler.ts';

/** Builds, and gathers what was said. */
export async function runBuild(bundler: Bundler, query: BuildQuery): Promise<BuildOutcome> {
  try {
    return { words: await bundler.build(query), isRefused: false };
  } catch (error) {
    const { message, stack } = error as Error;
    return { words: [message, stack, inspect(error, { depth: 8 })].join('\n'), isRefused: true };
  }
}
