import { expect, it } from 'vitest';
import { isEnvFileName, isPrivateEnvFileName } from '@submit-guard/core';

it.each(['.env', '.env.local', '.env.production', '.env.production.local', '.env-staging', '.env_prod', '.envrc', '.ENV'])('%s may hold values', (name) => {
  expect(isEnvFileName(name)).toBe(true);
});

it.each(['.env.example', '.env.sample', '.env.template', '.env.dist', '.env-example', '.env.production.sample', '.env.local.example', '.env.example.local',
  '.env.vault', '.env.enc', '.env.schema', '.environment', 'env', 'x.env', '.env.'.concat('defaults')])('%s does not', (name) => {
  expect(isEnvFileName(name)).toBe(false);
});

it('only those that every loader treats as private count without git', () => {
  expect(['.env', '.env.local', '.env.test.local'].every(isPrivateEnvFileName)).toBe(true);
  expect(['.env.production', '.env.test', '.envrc', '.env.example.local'].some(isPrivateEnvFileName)).toBe(false);
});
