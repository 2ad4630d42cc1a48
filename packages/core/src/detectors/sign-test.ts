import { literalPattern } from '../characters/literal-pattern.ts';
import type { DetectorOptions } from './detector-options.ts';
import { eventOfCallback, jobFields, jobId, jobPaths, keyWords, signForms, signWords } from './sign-forms.ts';

/** A test for texts that may hold what the prefilter's signs stand for; the same decision as on bytes, on decoded text. */
export function signTest(options: DetectorOptions): (text: string) => boolean {
  const sign = anyOf(signWords(options).flatMap((word) => signForms(word).map(({ text }) => text)), 'i');
  const key = anyOf(keyWords, 'i');
  const field = anyOf(jobFields);
  const path = anyOf(jobPaths);
  return (text) => sign.test(text) || text.includes(eventOfCallback) || (/submit/i.test(text) && key.test(text)) || (text.includes(jobId) && field.test(text) && path.test(text));
}

/** A test for texts that may name a host as a place to send a request to: as it is, or as a list of its parts. */
export function hostTest(hosts: readonly string[]): (text: string) => boolean {
  const pattern = new RegExp(hosts.flatMap((host) => [literalPattern(host), `["']${literalPattern(host.split('.')[0] ?? host)}["']\\s*,`]).join('|'), 'i');
  return (text) => pattern.test(text);
}

function anyOf(texts: readonly string[], flags = ''): RegExp {
  return new RegExp(texts.map(literalPattern).join('|'), flags);
}
