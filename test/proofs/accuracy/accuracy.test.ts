import { expect, test } from 'vitest';
import { labelledFiles } from './labelled-files.ts';
import { createEngines, isReadBy, measureAccuracy } from './proof.ts';

test('the labelled corpus is as large as it is said to be', () => {
  const files = labelledFiles(1);
  expect(files.length).toBeGreaterThanOrEqual(450);
  expect(files.filter((file) => file.twin === 'leaking').length).toBeGreaterThanOrEqual(220);
  expect(new Set(files.map((file) => file.language)).size).toBeGreaterThanOrEqual(80);
});

test.each(Object.entries(createEngines()))('the %s finds every marked key of the labelled corpus at its place, and nothing else', (name, engine) => {
  for (const seed of [1, 2, 3]) expect(measureAccuracy(engine, labelledFiles(seed).filter((file) => isReadBy(name, file))).faults, `seed ${seed}`).toEqual([]);
});
