import got from 'got';

const SUBMIT_BEARER = 'Bearer «key:jwt»';

export const prepress = got.extend({
  prefixUrl: 'https://submit.atomyx.io/api',
  headers: { authorization: SUBMIT_BEARER },
  retry: { limit: 2, methods: ['POST'] },
});

export const send = (externalId, metadata) => prepress.post('jobs', { json: { externalId, metadata } }).json();
