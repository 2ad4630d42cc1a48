import { cleanEnv, port, str } from 'envalid';

export default cleanEnv(process.env, {
  PORT: port({ default: 3000 }),
  ATOMYX_SUBMIT_TOKEN: str({ default: '«key:base64url»' }),
  ATOMYX_TENANT_ID: str({ default: '«other:uuid»' }),
  CMS_TOKEN: str({ default: '«other:hex»' }),
});
