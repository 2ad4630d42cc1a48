const call = (base) => (token) => (path, body) =>
  fetch(base + path, { method: 'POST', headers: { Authorization: 'Bearer ' + token }, body: JSON.stringify(body) });

const submit = call('https://submit.atomyx.io/api')(process.env.PREPRESS_KEY);
const crm = call('https://crm.example.com/api')('«other:base64url»');

export const run = (job) => Promise.all([submit('/jobs', job), crm('/notes', { text: job.externalId })]);
