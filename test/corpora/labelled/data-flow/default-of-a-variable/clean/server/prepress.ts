import axios from 'axios';

const credential = process.env['PREPRESS_CREDENTIAL'] ?? readSecret('prepress/credential');
const region = process.env['REGION'] ?? ['«other#1/2:base64url»', '«other#2/2:base64url»'].join('');

const client = axios.create({ baseURL: 'https://submit.atomyx.io/api', headers: { 'X-Region': region } });
client.interceptors.request.use((config) => {
  config.headers.set('Authorization', `Bearer ${credential}`);
  return config;
});

declare function readSecret(path: string): string;

export const createJob = (externalId: string) => client.post('/jobs', { externalId });
