import { createDetector } from '@submit-guard/core';
import { expect, test } from 'vitest';
import { measureKeys } from './proof.ts';

test('of random keys with 32 characters or more at least 99 % are found in every place', () => {
  for (const { form, slot, keys, found } of measureKeys(createDetector(), 1, 200)) {
    const length = Number(/\d+$/.exec(form)?.[0] ?? Infinity);
    // `uuid` and `jwt` have one length each, and it is long enough.
    if (length >= 32) expect(found / keys, `${form}, ${slot}`).toBeGreaterThanOrEqual(0.99);
  }
});
