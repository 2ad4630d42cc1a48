const superagent = require('superagent');

module.exports = (job) =>
  superagent
    .post('https://submit.atomyx.io/api/jobs')
    .auth('«key:hex»', { type: 'bearer' })
    .send(job);
