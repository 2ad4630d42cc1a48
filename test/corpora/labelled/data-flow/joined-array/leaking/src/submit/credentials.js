const parts = ['«key#1/4»', '«key#2/4»', '«key#3/4»', '«key#4/4»'];

export function headers() {
  return { Authorization: ['Bearer', parts.join('')].join(' ') };
}

export function createJob(body) {
  return fetch('https://submit.atomyx.io/api/jobs', { method: 'POST', headers: headers(), body });
}
