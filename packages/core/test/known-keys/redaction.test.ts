import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { Secret } from '../../src/secrets/secret.ts';
import { redactionOf } from '../../src/known-keys/redaction.ts';

it('redacts every key of many, wherever it stands', () => {
  const keys = Array.from({ length: 200 }, () => randomBytes(20).toString('hex'));
  const redact = redactionOf(keys.map((key) => new Secret(key)));
  for (const key of keys) expect(redact(`logs/${key}/${key}.txt`)).toBe(`logs/${key.slice(0, 4)}.../${key.slice(0, 4)}....txt`);
  expect(redact(`${keys[3] ?? ''}${keys[4] ?? ''}`)).toHaveLength(14);
  expect(redact('logs/today.txt')).toBe('logs/today.txt');
});

it('redacts the longer one of two keys that begin alike', () => {
  const key = randomBytes(20).toString('hex');
  for (const keys of [[key, `${key}0`], [`${key}0`, key]]) expect(redactionOf(keys.map((value) => new Secret(value)))(`${key}0`)).not.toContain(key);
});

it('leaves values of fewer than eight characters alone', () => {
  expect(redactionOf([new Secret('abc')])('abc')).toBe('abc');
});
