const send = (url, credential, body) =>
  fetch(url, { method: 'POST', headers: { Authorization: `Bearer ${credential}` }, body: JSON.stringify(body) });

const reversed = (text) => [...text].reverse().join('');

export const createLabel = (order) => send('https://api.parcels.example/v1/labels', '«other:prefixed»', { order });
export const createJob = (externalId) => send('https://submit.atomyx.io/api/jobs', '«key»'.toLowerCase(), { externalId });
export const mirrored = reversed('labels');
