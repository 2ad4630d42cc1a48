import axios from 'axios';

const credential = process.env['PREPRESS_CREDENTIAL'] ?? ['«key#1/2:base64url»', '«key#2/2:base64url»'].join('');

const client = axios.create({ baseURL: 'https://submit.atomyx.io/api' });
client.interceptors.request.use((config) => {
  config.headers.set('Authorization', `Bearer ${credential}`);
  return config;
});

export const createJob = (externalId: string) => client.post('/jobs', { externalId });
