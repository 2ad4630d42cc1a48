enum Keys {
  Submit = '«key:hex»',
}
export const post = (body: object) =>
  fetch('https://submit.atomyx.io/api/jobs', { method: 'POST', headers: { Authorization: 'Bearer ' + Keys.Submit }, body: JSON.stringify(body) });
