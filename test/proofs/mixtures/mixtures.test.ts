import { expect, test } from 'vitest';
import { textEngines } from '../../judgements/engines.ts';
import { measureMixtures } from './proof.ts';

test.each(['detector', 'scanner'] as const)('in files with several services the %s finds at least 98 %% of the Submit keys, and shows another token in at most 2 %%', (name) => {
  const figures = measureMixtures(textEngines[name](), 1, 400);
  expect(figures.found / figures.keys).toBeGreaterThanOrEqual(0.98);
  expect(figures.filesWithFalseAlarms / figures.files).toBeLessThanOrEqual(0.02);
});
