import type { Secret } from '@submit-guard/core';

/** Hexadecimal digits of a fingerprint: enough to tell the keys of a log apart. */
const digits = 8;

/**
 * What stands in the place of a key: `***sg1:3f9a1c2b***`, the beginning of its fingerprint. The same key has the same tag in every run, and reports
 * show the whole fingerprint. It has no character that JSON, CSV or YAML takes for its own (brackets would begin a list), and everybody who looks for
 * keys, this program included, sees a mask.
 */
export function tagOf(secret: Pick<Secret, 'fingerprint'>): string {
  return `***${secret.fingerprint.slice(0, 'sg1:'.length + digits)}***`;
}
