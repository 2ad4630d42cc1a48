import { OpenAPI } from './generated/core/OpenAPI';
import { client } from './generated/client.gen';

OpenAPI.BASE = 'https://submit.atomyx.io/api';
OpenAPI.TOKEN = '«key:base64url»';

client.setConfig({
  baseUrl: 'https://submit.atomyx.io/api',
  auth: () => '«key:hex»',
});
