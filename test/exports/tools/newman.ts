import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tool } from '../tool.ts';

const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

/** Newman runs a collection of Postman and writes reports, and the environment and the collection as they are after the run. */
export const newman: Tool = {
  name: 'Newman',
  installation: { from: 'npm', folder: 'newman', packages: ['newman@6.2.2', 'newman-reporter-htmlextra@1.23.1'] },
  exports: [
    { path: 'report.json', words: /the header "Authorization" of the request "Create job" in a Newman report|the value of "token" in the Postman environment "shop"/ },
    { path: 'collection.json', words: /the value of "token" of the Postman collection "Prepress"/ },
    { path: 'environment.json', words: /the value of "token" in the Postman environment "shop"/ },
    { path: 'report.html' },
  ],
  async run({ project, exports, runNode, url, otherUrl, key, installation }) {
    const [base, path] = [url.slice(0, url.lastIndexOf('/')), url.slice(url.lastIndexOf('/'))];
    const collection = {
      info: { name: 'Prepress', schema },
      item: [
        { name: 'Create job', request: { method: 'POST', url: `{{base}}${path}`, header: [{ key: 'Authorization', value: 'Bearer {{token}}' }], body: { mode: 'raw', raw: '{"externalId":"ORD-1"}' } } },
        { name: 'Health', request: { method: 'GET', url: otherUrl } },
      ],
      variable: [{ key: 'token', value: key }, { key: 'base', value: base }],
    };
    const environment = { name: 'shop', values: [{ key: 'token', value: key, enabled: true }, { key: 'base', value: base, enabled: true }], _postman_variable_scope: 'environment' };
    writeFileSync(join(project, 'collection.json'), JSON.stringify(collection));
    writeFileSync(join(project, 'environment.json'), JSON.stringify(environment));
    await runNode(join(installation, 'node_modules/newman/bin/newman.js'), [
      'run', 'collection.json', '--environment', 'environment.json', '--insecure', '--reporters', 'json,htmlextra',
      '--reporter-json-export', join(exports, 'report.json'), '--reporter-htmlextra-export', join(exports, 'report.html'),
      '--export-collection', join(exports, 'collection.json'), '--export-environment', join(exports, 'environment.json'),
    ]);
  },
};
