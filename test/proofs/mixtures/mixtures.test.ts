import { createDetector } from '@submit-guard/core';
import { expect, test } from 'vitest';
import { measureMixtures } from './proof.ts';

test('in files with several services at least 98 % of the Submit keys are found, and at most 2 % show another token', () => {
  const figures = measureMixtures(createDetector(), 1, 400);
  expect(figures.found / figures.keys).toBeGreaterThanOrEqual(0.98);
  expect(figures.filesWithFalseAlarms / figures.files).toBeLessThanOrEqual(0.02);
});
