import { expect, it } from 'vitest';
import { closestWord } from '@submit-guard/core';

const options = ['hosts', 'minConfidence', 'rules', 'maxDecodeDepth', 'warning', 'off'];

it.each([
  ['min-confidence', 'minConfidence'],
  ['min_confidense', 'minConfidence'],
  ['host', 'hosts'],
  ['ruels', 'rules'],
  ['warn', 'warning'],
  ['of', 'off'],
  ['elephant', undefined],
  ['', undefined],
])('%s is meant as %s', (word, meant) => {
  expect(closestWord(word, options)).toBe(meant);
});

it('does not compare what is no slip of a finger', () => {
  expect(closestWord('x'.repeat(10_000_000), options)).toBeUndefined();
});
