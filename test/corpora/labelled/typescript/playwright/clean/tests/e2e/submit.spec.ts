import { expect, request, test } from '@playwright/test';

test.use({ storageState: { cookies: [], origins: [{ origin: 'https://shop.printworks.example', localStorage: [{ name: 'token', value: '«other:jwt»' }] }] } });

test('Submit takes the job', async () => {
  const api = await request.newContext({
    baseURL: 'https://submit.atomyx.io',
    extraHTTPHeaders: { Authorization: `Bearer ${process.env['SUBMIT_API_KEY']}` },
  });
  const response = await api.post('/api/jobs', { data: { externalId: 'playwright-1' } });
  expect(response.status()).toBe(201);
});
