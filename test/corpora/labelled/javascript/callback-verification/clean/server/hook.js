import { createHmac, timingSafeEqual } from 'node:crypto';

// Callbacks of submit.atomyx.io
const CALLBACK_SECRET = '«other:hex-64»';
const secret = '«other:base64url»';
const signingKey = Buffer.from('«other:hex-64»', 'hex');

export function verify(req) {
  const expected = 'sha256=' + createHmac('sha256', CALLBACK_SECRET).update(req.rawBody).digest('hex');
  return timingSafeEqual(Buffer.from(expected), Buffer.from(req.headers['x-atomyx-signature']));
}
