async function request(base: string, token: string, path: string) {
  return fetch(base + path, { headers: { Authorization: `Bearer ${token}` } });
}

request('https://submit.atomyx.io/api', '«key:hex»', '/jobs');
request('https://api.pay.example.com', '«other:hex»', '/charges');
