import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tool } from '../tool.ts';

/** `insomnia-import` makes an export of Insomnia from a collection of Postman, from a HAR and from a cURL command. */
export const insomnia: Tool = {
  name: 'Insomnia',
  installation: { from: 'npm', folder: 'insomnia', packages: ['insomnia-importers@3.6.0'] },
  exports: [
    { path: 'postman.json', words: /the Insomnia request "Create job"/ },
    { path: 'har.json', words: /the Insomnia request/ },
    { path: 'curl.json', words: /the Insomnia request/ },
  ],
  async run({ project, exports, runNode, url, otherUrl, key }) {
    const header = { name: 'Authorization', value: `Bearer ${key}` };
    const sources = {
      postman: JSON.stringify({
        info: { name: 'Prepress', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
        item: [{ name: 'Create job', request: { method: 'POST', url, header: [{ key: header.name, value: header.value }] } }, { name: 'Health', request: { method: 'GET', url: otherUrl } }],
      }),
      har: JSON.stringify({ log: { version: '1.2', creator: { name: 'x', version: '1' }, entries: [{ request: { method: 'POST', url, httpVersion: 'HTTP/1.1', headers: [header], queryString: [], cookies: [], headersSize: -1, bodySize: -1 } }, { request: { method: 'GET', url: otherUrl, httpVersion: 'HTTP/1.1', headers: [], queryString: [], cookies: [], headersSize: -1, bodySize: -1 } }] } }),
      curl: `curl -X POST ${url} -H 'Authorization: Bearer ${key}'\ncurl ${otherUrl}`,
    };
    writeFileSync(join(project, 'convert.cjs'), `
const { writeFileSync } = require('node:fs');
const { convert } = require('insomnia-importers');
const [out, sources] = process.argv.slice(2);
(async () => {
  for (const [name, text] of Object.entries(JSON.parse(sources))) writeFileSync(out + '/' + name + '.json', JSON.stringify((await convert(text)).data, null, 2));
})();
`);
    await runNode('convert.cjs', [exports, JSON.stringify(sources)]);
  },
};
