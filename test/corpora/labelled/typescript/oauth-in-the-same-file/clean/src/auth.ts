const SUBMIT = 'https://submit.atomyx.io/api';
const keycloak = { realm: 'print', clientId: 'shop', clientSecret: '«other:uuid»' };

export async function login() {
  const res = await fetch('https://login.example.com/token', { body: new URLSearchParams({ client_secret: keycloak.clientSecret, refresh_token: '«other:jwt»' }) });
  return (await res.json()).access_token as string;
}

export const createJob = async (job: object) =>
  fetch(`${SUBMIT}/jobs`, { method: 'POST', headers: { Authorization: `Bearer ${process.env.SUBMIT_API_KEY}` }, body: JSON.stringify(job) });

export const me = async () => fetch('https://api.example.com/me', { headers: { Authorization: `Bearer ${await login()}` } });
