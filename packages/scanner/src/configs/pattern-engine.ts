import type { PatternEngine } from '@submit-guard/core';

/** The engine for the patterns of a configuration; loaded only where there are any, as most scans have none. */
export async function patternEngineFor({ formats = [], names = [] }: { readonly formats?: readonly unknown[]; readonly names?: readonly unknown[] }): Promise<PatternEngine | undefined> {
  return formats.length === 0 && names.length === 0 ? undefined : (await import('re2js')).RE2JS;
}
