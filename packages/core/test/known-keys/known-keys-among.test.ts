import { randomBytes, randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { fingerprintOf, knownKeysAmong } from '@submit-guard/core';

const key = randomBytes(20).toString('hex');
const among = (name: string, value: string) => knownKeysAmong([{ name, value, source: '.env' }]);

it.each(['ATOMYX_SUBMIT_API_KEY', 'SUBMIT_API_KEY', 'ATOMYX_TOKEN', 'atomyx.api-key', 'VITE_ATOMYX_API_KEY'])('%s names a key', (name) => {
  expect(among(name, key)).toMatchObject([{ label: `.env ${name}` }]);
});

it.each(['API_KEY', 'ATOMYX_WEBHOOK_SECRET', 'ATOMYX_HOST', 'STRIPE_SECRET_KEY', 'ATOMYX_API_KEY_ID', 'SUBMIT_BUTTON'])('%s names none', (name) => {
  expect(among(name, key)).toEqual([]);
});

it.each([key, randomBytes(24).toString('base64url'), randomUUID(), `live_${randomBytes(16).toString('hex')}`, `Bearer ${key}`])('a random value is known', (value) => {
  expect(among('ATOMYX_API_KEY', value)).toHaveLength(1);
});

it.each(['', '1', 'test', 'production', 'true', 'changeme', 'YOUR_API_KEY', 'your-api-key-here', '<key>', '${KEY}', '{{key}}', 'xxxxxxxxxxxxxxxxxxxxxxxx', '***', 'test-key-1234',
  'op://vault/atomyx/key', 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:atomyx', '/run/secrets/atomyx', '12345678901234567890', 'my staging environment'])(
  '%j makes nothing known', (value) => {
    expect(among('ATOMYX_API_KEY', value)).toEqual([]);
  },
);

it('knows a key once, without its scheme, and renders none', () => {
  const keys = knownKeysAmong([
    { name: 'ATOMYX_API_KEY', value: key, source: '.env' },
    { name: 'SUBMIT_API_KEY', value: `Bearer ${key}`, source: 'environment variable' },
  ]);
  expect(keys).toHaveLength(1);
  expect(keys[0]?.secret.fingerprint).toBe(fingerprintOf(key));
  expect(JSON.stringify(keys)).not.toContain(key);
});
