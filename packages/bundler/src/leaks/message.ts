import { printable } from '@submit-guard/core';
import { ruleById } from '@submit-guard/rules';
import { chainOf, placeInWords } from './leak.ts';
import type { Leak } from './leak.ts';

/** Leaks and further places that are told one by one. */
const mostLeaks = 10;
const mostPlaces = 4;

/**
 * What is said of a build with leaks.
 *
 * @param isStopped - whether they end the build.
 */
export function messageOf(leaks: readonly Leak[], isStopped: boolean): string {
  const keys = new Set(leaks.map(({ key, sources }) => key?.fingerprint ?? sources.join('\n'))).size;
  const amount = keys === 1 ? 'A Submit API key' : `${keys} Submit API keys`;
  const head = `submit-guard: ${amount} would reach the browser${isStopped ? '; the build was stopped' : ''}.`;
  const rest = leaks.length > mostLeaks ? [`  ... and ${leaks.length - mostLeaks} more`] : [];
  return [head, ...leaks.slice(0, mostLeaks).map(leakInWords), ...rest].join('\n\n');
}

function leakInWords(leak: Leak): string {
  const rule = ruleById(leak.ruleId);
  const { confidence, because, key } = leak;
  const summary = key === undefined ? [] : [`${key.redacted} (${key.length} characters, ${key.fingerprint})`];
  const further = leak.outputs.slice(1, mostPlaces + 1).map(placeInWords);
  const more = leak.outputs.length - 1 - further.length;
  const rows = [
    chainOf(leak).join(' -> '),
    `  ${confidence === 'certain' ? confidence : `${confidence} confidence`}: ${[because, ...summary].join('; ')}`,
    ...(further.length > 0 ? [`  also in ${further.join(', ')}${more > 0 ? ` and ${more} more places` : ''}`] : []),
    `  ${rule.id}: ${rule.title}.`,
    `  ${rule.docsUrl}`,
  ];
  return rows.map((row) => `  ${printable(row)}`).join('\n');
}
