import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tool } from '../tool.ts';

/** The command line of Bruno runs a collection and writes reports; its library makes collections of those of Postman, and files of these. */
export const bruno: Tool = {
  name: 'Bruno',
  installation: { from: 'npm', folder: 'bruno', packages: ['@usebruno/cli@4.1.0', '@usebruno/converters@0.23.0'] },
  exports: [
    { path: 'report.json', isMasked: true },
    { path: 'report.html', isMasked: true },
    { path: 'converted.json', words: /the Bruno request "Create job"/ },
    { path: 'to-postman.json', words: /the Postman request "Create job"/ },
    { path: 'to-open-collection.json', words: /the Bruno request "Create job"/ },
    { path: 'Create job.bru', words: /the Bruno request "Create job"/ },
  ],
  async run({ project, exports, runNode, url, otherUrl, key, installation }) {
    const bru = (name: string, method: string, address: string, rest: string): string => `meta {\n  name: ${name}\n  type: http\n  seq: 1\n}\n\n${method} {\n  url: ${address}\n  body: none\n  auth: none\n}\n${rest}`;
    writeFileSync(join(project, 'bruno.json'), JSON.stringify({ version: '1', name: 'Prepress', type: 'collection' }));
    writeFileSync(join(project, 'create.bru'), bru('Create job', 'post', url, '\nheaders {\n  Authorization: Bearer {{token}}\n}\n'));
    writeFileSync(join(project, 'health.bru'), bru('Health', 'get', otherUrl, ''));
    mkdirSync(join(project, 'environments'));
    writeFileSync(join(project, 'environments/shop.bru'), `vars {\n  token: ${key}\n}\n`);
    await runNode(join(installation, 'node_modules/@usebruno/cli/bin/bru.js'), ['run', '--env', 'shop', '--insecure', '--reporter-json', join(exports, 'report.json'), '--reporter-html', join(exports, 'report.html')]);
    writeFileSync(join(project, 'convert.cjs'), `
const { writeFileSync } = require('node:fs');
const [modules, out, collection] = process.argv.slice(2);
const { brunoToOpenCollection, brunoToPostman, postmanToBruno } = require(modules + '/converters');
const write = (name, value) => writeFileSync(out + '/' + name, typeof value === 'string' ? value : JSON.stringify(value, null, 2));
(async () => {
  const converted = await postmanToBruno(JSON.parse(collection));
  write('converted.json', converted);
  const own = converted.collection ?? converted;
  write('to-postman.json', await brunoToPostman(own));
  write('to-open-collection.json', await brunoToOpenCollection(own));
  const { name, request } = own.items[0];
  write('Create job.bru', require(modules + '/lang').jsonToBruV2({ meta: { name, type: 'http', seq: 1 }, http: { method: request.method.toLowerCase(), url: request.url, body: 'none', auth: 'none' }, headers: request.headers }));
})();
`);
    const collection = {
      info: { name: 'Prepress', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
      item: [
        { name: 'Create job', request: { method: 'POST', url, header: [{ key: 'Authorization', value: `Bearer ${key}` }] } },
        { name: 'Health', request: { method: 'GET', url: otherUrl } },
      ],
    };
    await runNode('convert.cjs', [join(installation, 'node_modules/@usebruno'), exports, JSON.stringify(collection)]);
  },
};
