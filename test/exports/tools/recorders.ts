import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tool } from '../tool.ts';

/** Sends both requests with the HTTP client of Node.js. */
const send = `
const https = require('node:https');
const ask = (url, method, headers) => new Promise((resolve, reject) => {
  https.request(url, { method, headers, rejectUnauthorized: false }, (response) => response.resume().on('end', resolve)).on('error', reject).end();
});
const [url, otherUrl, key, out] = process.argv.slice(2);
const sendBoth = async () => {
  await ask(url, 'POST', { authorization: 'Bearer ' + key });
  await ask(otherUrl, 'GET', {});
};
`;

/** The recorder of nock, as code and as fixtures. */
export const nock: Tool = {
  name: 'nock',
  installation: { from: 'npm', folder: 'nock', packages: ['nock@14.0.10'] },
  exports: [
    { path: 'fixture.json', words: /call 1 of a nock recording, POST/ },
    { path: 'recorded.js', words: /the interceptors of nock/ },
  ],
  async run({ project, exports, runNode, url, otherUrl, key }) {
    writeFileSync(join(project, 'record.cjs'), `${send}
const { writeFileSync } = require('node:fs');
const nock = require('nock');
(async () => {
  for (const [name, isObjects] of [['fixture.json', true], ['recorded.js', false]]) {
    nock.recorder.rec({ dont_print: true, enable_reqheaders_recording: true, output_objects: isObjects });
    await sendBoth();
    const calls = nock.recorder.play();
    writeFileSync(out + '/' + name, isObjects ? JSON.stringify(calls, null, 2) : "const nock = require('nock');\\n" + calls.join('\\n'));
    nock.recorder.clear();
    nock.restore();
    nock.activate();
  }
})();
`);
    await runNode('record.cjs', [url, otherUrl, key, exports]);
  },
};

/** Polly.JS, which keeps what it records as HAR. */
export const polly: Tool = {
  name: 'Polly.JS',
  installation: { from: 'npm', folder: 'polly', packages: ['@pollyjs/core@6.0.6', '@pollyjs/adapter-node-http@6.0.6', '@pollyjs/persister-fs@6.0.6'] },
  exports: [{ path: 'Prepress_*/recording.har', words: /the header "authorization" of the request in entry \d of a HAR recording, POST/ }],
  async run({ project, exports, runNode, url, otherUrl, key }) {
    writeFileSync(join(project, 'record.cjs'), `${send}
const { Polly } = require('@pollyjs/core');
Polly.register(require('@pollyjs/adapter-node-http'));
Polly.register(require('@pollyjs/persister-fs'));
(async () => {
  const polly = new Polly('Prepress', { adapters: ['node-http'], persister: 'fs', persisterOptions: { fs: { recordingsDir: out } }, recordFailedRequests: true, logLevel: 'silent' });
  await sendBoth();
  await polly.stop();
})();
`);
    await runNode('record.cjs', [url, otherUrl, key, exports]);
  },
};
