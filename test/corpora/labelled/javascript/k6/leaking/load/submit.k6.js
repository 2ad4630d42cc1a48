import http from 'k6/http';
import { check, sleep } from 'k6';

export const options = { vus: 5, duration: '30s' };

const params = {
  headers: {
    'Content-Type': 'application/json',
    Authorization: 'Bearer «key:hex»',
  },
};

export default function () {
  const res = http.post('https://submit.atomyx.io/api/jobs', JSON.stringify({ externalId: `load-${__VU}-${__ITER}` }), params);
  check(res, { created: (r) => r.status === 201 });
  sleep(1);
}
