import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tool } from '../tool.ts';

/** MSW answers requests in the process; its life-cycle events are what tests log and record requests by. */
export const msw: Tool = {
  name: 'MSW',
  installation: { from: 'npm', folder: 'msw', packages: ['msw@2.14.6'] },
  exports: [{ path: 'requests.log' }, { path: 'recording.json' }],
  async run({ project, exports, runNode, url, otherUrl, key }) {
    writeFileSync(join(project, 'record.cjs'), `
const { writeFileSync } = require('node:fs');
const { http, HttpResponse } = require('msw');
const { setupServer } = require('msw/node');
const [url, otherUrl, key, out] = process.argv.slice(2);
const server = setupServer(http.post(url, () => HttpResponse.json({ id: 'job-1' }, { status: 201 })), http.get(otherUrl, () => HttpResponse.json({})));
const recorded = [];
const lines = [];
server.events.on('response:mocked', ({ request, response }) => {
  const headers = Object.fromEntries(request.headers);
  recorded.push({ request: { method: request.method, url: request.url, headers }, response: { status: response.status } });
  lines.push(new Date().toISOString() + ' ' + request.method + ' ' + request.url + ' ' + response.status + ' ' + JSON.stringify(headers));
});
(async () => {
  server.listen({ onUnhandledRequest: 'error' });
  await fetch(url, { method: 'POST', headers: { authorization: 'Bearer ' + key, 'content-type': 'application/json' }, body: '{}' });
  await fetch(otherUrl);
  server.close();
  writeFileSync(out + '/recording.json', JSON.stringify(recorded, null, 2));
  writeFileSync(out + '/requests.log', lines.join('\\n') + '\\n');
})();
`);
    await runNode('record.cjs', [url, otherUrl, key, exports]);
  },
};
