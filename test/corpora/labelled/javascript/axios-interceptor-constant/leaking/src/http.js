import axios from 'axios';

const API_TOKEN = '«key:base64url»';
const http = axios.create({ baseURL: 'https://submit.atomyx.io/api' });
http.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${API_TOKEN}`;
  return config;
});
export const createJob = (job) => http.post('/jobs', job);
