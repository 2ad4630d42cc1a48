import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tool } from '../tool.ts';

/** Pact writes a contract of what a consumer sends; it names the provider and no host. */
export const pact: Tool = {
  name: 'Pact',
  installation: { from: 'npm', folder: 'pact', packages: ['@pact-foundation/pact@17.1.4'] },
  exports: [{ path: '*.json' }],
  async run({ project, exports, runNode, url, otherUrl, key }) {
    const provider = url.includes('atomyx') ? 'AtomyxSubmit' : 'Orders';
    writeFileSync(join(project, 'consumer.cjs'), `
const { PactV3 } = require('@pact-foundation/pact');
const [key, out] = process.argv.slice(2);
const pact = new PactV3({ consumer: 'Shop', provider: '${provider}', dir: out, logLevel: 'error' });
pact.given('see ${otherUrl}').uponReceiving('a job').withRequest({ method: 'POST', path: '/jobs', headers: { Authorization: 'Bearer ' + key } }).willRespondWith({ status: 201 });
pact.executeTest(async ({ url }) => {
  await fetch(url + '/jobs', { method: 'POST', headers: { Authorization: 'Bearer ' + key } });
});
`);
    await runNode('consumer.cjs', [key, exports]);
  },
};
