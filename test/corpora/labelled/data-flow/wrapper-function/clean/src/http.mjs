const send = (url, credential, body) =>
  fetch(url, { method: 'POST', headers: { Authorization: `Bearer ${credential}` }, body: JSON.stringify(body) });

export const createLabel = (order) => send('https://api.parcels.example/v1/labels', '«other»'.toLowerCase(), { order });
export const createJob = (externalId) => send('https://submit.atomyx.io/api/jobs', process.env.ATOMYX_SUBMIT_API_KEY, { externalId });
