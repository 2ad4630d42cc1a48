import ky from 'ky';
import { token } from './session.js';

const analyticsWriteKey = '«other:hex»';
export const submit = ky.create({
  prefixUrl: 'https://submit.atomyx.io/api',
  hooks: { beforeRequest: [(request) => request.headers.set('Authorization', `Bearer ${token}`)] },
});
export const analytics = { host: 'https://cdn.segment.com', writeKey: analyticsWriteKey };
