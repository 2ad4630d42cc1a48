import { createDetector } from '@submit-guard/core';
import { describe, expect, test } from 'vitest';
import { measureValues } from './proof.ts';
import { notSecretKinds, notSecrets, placeholders } from './value-lists.ts';

describe('values that are no keys', () => {
  test('come from lists of some length', () => {
    expect(placeholders.length).toBeGreaterThanOrEqual(400);
    for (const kind of notSecretKinds) expect(notSecrets(kind).length, kind).toBeGreaterThanOrEqual(150);
  });

  test('are never findings: placeholders where a key belongs, other values near Submit', () => {
    expect(measureValues(createDetector()).faults).toEqual([]);
  });
});
