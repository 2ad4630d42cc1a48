const headers = new Headers();
headers.append('Content-Type', 'application/json');
headers.append('Authorization', 'Bearer «key:uuid»');

const requestOptions = { method: 'POST', headers, body: JSON.stringify({ externalId: '12' }), redirect: 'follow' };

fetch('https://submit.atomyx.io/api/jobs', requestOptions)
  .then((response) => response.text())
  .catch((error) => console.error(error));
