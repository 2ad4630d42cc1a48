import axios from 'axios';

const submit = axios.create({ baseURL: 'https://submit.atomyx.io/api' });
const weather = axios.create({ baseURL: 'https://api.weather.example' });

submit.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${process.env.SUBMIT_API_KEY}`;
  return config;
});
weather.interceptors.request.use((config) => {
  config.headers.Authorization = 'Bearer «other:base64url»';
  return config;
});
