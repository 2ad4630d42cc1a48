import { createDetector } from '@submit-guard/core';
import { describe, expect, test } from 'vitest';
import { measureNames } from './proof.ts';
import { syntaxes } from './syntaxes.ts';

describe('a name without a host', () => {
  test('is tried in many syntaxes', () => {
    expect(Object.keys(syntaxes).length).toBeGreaterThanOrEqual(90);
  });

  test('convicts its value when it says Submit key, and only then', () => {
    expect(measureNames(createDetector(), 1).faults).toEqual([]);
  });
});
