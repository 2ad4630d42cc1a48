import { expect, request, test } from '@playwright/test';

test('Submit takes the job', async () => {
  const api = await request.newContext({
    baseURL: 'https://submit.atomyx.io',
    extraHTTPHeaders: { Authorization: 'Bearer «key:jwt»' },
  });
  const response = await api.post('/api/jobs', { data: { externalId: 'playwright-1' } });
  expect(response.status()).toBe(201);
});
