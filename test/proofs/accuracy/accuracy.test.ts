import { createDetector } from '@submit-guard/core';
import { expect, test } from 'vitest';
import { freshSeed } from '../../credentials/randomness.ts';
import { labelledFiles } from './labelled-files.ts';
import { measureAccuracy } from './proof.ts';

test('the labelled corpus is as large as it is said to be', () => {
  const files = labelledFiles(1);
  expect(files.length).toBeGreaterThanOrEqual(350);
  expect(files.filter((file) => file.twin === 'leaking').length).toBeGreaterThanOrEqual(170);
  expect(new Set(files.map((file) => file.language)).size).toBeGreaterThanOrEqual(80);
});

test('every marked key of the labelled corpus is found at its place, and nothing else', () => {
  const seed = freshSeed();
  expect(measureAccuracy(createDetector(), labelledFiles(seed)).faults, `seed ${seed}`).toEqual([]);
});
