import ky from 'ky';

const token = '«key:jwt»';
export const submit = ky.create({
  prefixUrl: 'https://submit.atomyx.io/api',
  hooks: { beforeRequest: [(request) => request.headers.set('Authorization', `Bearer ${token}`)] },
});
