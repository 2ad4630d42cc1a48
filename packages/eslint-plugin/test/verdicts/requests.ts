import type { Verdict } from './verdict.ts';
import { key, submit } from './verdict.ts';

/** Schemes, origins and environments. */
export const verdicts: readonly Verdict[] = [
  { code: `fetch('${submit}', { headers: { Authorization: 'Token ' + ${key} } });`, rules: ['require-bearer-scheme'] },
  { code: `fetch('${submit}', { headers: { Authorization: ${key} } });`, rules: ['require-bearer-scheme'] },
  { code: `fetch('${submit}', { headers: { Authorization: 'Bearer  ' + ${key} } });`, rules: ['require-bearer-scheme'] },
  { code: `fetch('http://submit.atomyx.io/api/jobs', { headers: { Authorization: 'Bearer ' + ${key} } });`, rules: ['require-submit-origin'] },
  { code: `fetch('https://submit.atomyx.io/v2/jobs', { headers: { Authorization: 'Bearer ' + ${key} } });`, rules: ['require-submit-origin'] },
  { code: `fetch('https://submit.atomix.io/api/jobs', { headers: { Authorization: 'Bearer ' + ${key} } });`, rules: ['require-submit-origin'] },
  { code: `fetch('${submit}', { headers: { Authorization: 'Bearer ' + process.env.ATOMYX_STAGING_API_KEY } });`, rules: ['no-key-across-environments'] },
  { code: `fetch('${submit}', { headers: { Authorization: 'Bearer ' + process.env.ATOMYX_PROD_API_KEY } });`, rules: [] },
  { code: `fetch('http://localhost:3000/api/jobs', { headers: { Authorization: 'Bearer ' + ${key} } });`, rules: [] },
  { code: `fetch(new URL('jobs', process.env.SUBMIT_URL), { headers: { authorization: ['Bearer', ${key}].join(' ') } });`, rules: [] },
  { code: `const auth = { headers: { Authorization: 'Bearer ' + ${key} } }; await Promise.all(ids.map((id) => fetch(\`${submit}/\${id}\`, auth)));`, rules: [] },
  { code: `fetch('${submit}', { method: 'OPTIONS', headers: { Authorization: \`Bearer \${await secrets.get('submit')}\` } });`, rules: [] },
];
