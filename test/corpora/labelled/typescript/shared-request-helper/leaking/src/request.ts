async function request(base: string, path: string, token: string, body?: object) {
  return fetch(base + path, { method: 'POST', headers: { Authorization: `Bearer ${token}` }, body: JSON.stringify(body) });
}

export const charge = (amount: number) => request('https://api.pay.example.com', '/charges', '«other:hex»', { amount });
export const createJob = (externalId: string) => request('https://submit.atomyx.io/api', '/jobs', '«key:base64url»', { externalId });
