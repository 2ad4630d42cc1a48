import type { Verdict } from './verdict.ts';
import { key, submit } from './verdict.ts';

/** Fields of jobs and query strings. */
export const verdicts: readonly Verdict[] = [
  { code: `fetch('${submit}', { method: 'POST', headers: { Authorization: 'Bearer ' + ${key} }, body: JSON.stringify({ externalId: 'a', metadata: { key: ${key} } }) });`, rules: ['no-key-in-job-fields'] },
  { code: `const job = { externalId: 'a', returnURL: 'https://shop.example/?key=' + ${key} };`, rules: ['no-key-in-job-fields'] },
  { code: `const url = new URL('${submit}'); url.searchParams.set('key', ${key});`, rules: ['no-key-in-job-fields'] },
  { code: `import axios from 'axios'; axios.get('${submit}', { params: { api_key: ${key} }, headers: { Authorization: 'Bearer ' + ${key} } });`, rules: ['no-key-in-job-fields'] },
  { code: `const job = { externalId, callbackURL: \`https://x.example/cb?token=\${${key}}\` };`, rules: ['no-key-in-job-fields'] },
  { code: `const job = { externalId, metadata: { apiKeyName: 'main', hasKey: !!${key} } }; send(job);`, rules: [] },
  { code: `const job = { externalId, callbackURL: \`https://x.example/cb?token=\${callbackToken}\` };`, rules: [] },
  { code: `const row = { externalId: 'a', metadata: { stripeKey: process.env.STRIPE_KEY } }; // atomyx`, rules: [] },
];
