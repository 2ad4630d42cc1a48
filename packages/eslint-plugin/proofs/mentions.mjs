/**
 * What makes every rule look: comments that speak of keys, hosts and callbacks, and code that talks to Submit as it should; but for the
 * last statement, whose report shows that the rules did look.
 */
export const mentions = `
// Send jobs to https://submit.atomyx.io/api/jobs with Authorization: Bearer and the Atomyx Submit API key.
// The Submit callback has an X-Atomyx-Signature and an X-Atomyx-Event such as preflight_passed; a job has an externalId.
async function createSubmitJob(externalId) {
  const headers = { Authorization: 'Bearer ' + process.env.ATOMYX_SUBMIT_API_KEY };
  return fetch('https://submit.atomyx.io/api/jobs', { method: 'POST', headers, body: JSON.stringify({ externalId }) });
}
console.log(process.env.ATOMYX_SUBMIT_API_KEY);
`;
