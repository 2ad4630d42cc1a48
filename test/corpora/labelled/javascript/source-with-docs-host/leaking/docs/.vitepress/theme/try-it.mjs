/** The "try it" button of the handbook: https://docs.atomyx.io/submit/authentication */
export async function tryIt(externalId) {
  const response = await fetch('https://submit.atomyx.io/api/jobs', {
    method: 'POST',
    headers: new Headers([
      ['Content-Type', 'application/json'],
      ['Authorization', 'Bearer «key:uuid»'],
    ]),
    body: JSON.stringify({ externalId }),
  });
  return response.status;
}
