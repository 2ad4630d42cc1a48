import { OpenAPI } from './generated/core/OpenAPI';
import { client } from './generated/client.gen';

OpenAPI.BASE = 'https://submit.atomyx.io/api';
OpenAPI.TOKEN = process.env.SUBMIT_API_KEY;

client.setConfig({
  baseUrl: 'https://submit.atomyx.io/api',
  auth: () => process.env.SUBMIT_API_KEY,
});
