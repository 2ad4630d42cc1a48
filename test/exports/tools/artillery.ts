import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tool } from '../tool.ts';

/** Artillery: its report has no headers; what it prints for debugging has. */
export const artillery: Tool = {
  name: 'Artillery',
  installation: { from: 'npm', folder: 'artillery', packages: ['artillery@2.0.34'] },
  exports: [{ path: 'report.json', isMasked: true }, { path: 'debug.log' }],
  async run({ project, exports, runNode, url, otherUrl, key, installation }) {
    const flow = [{ post: { url, headers: { Authorization: `Bearer ${key}` }, json: { externalId: 'ORD-1' } } }, { get: { url: otherUrl } }];
    writeFileSync(join(project, 'script.json'), JSON.stringify({ config: { target: new URL(url).origin, tls: { rejectUnauthorized: false }, phases: [{ duration: 1, arrivalCount: 1 }] }, scenarios: [{ flow }] }));
    const words = await runNode(join(installation, 'node_modules/artillery/bin/run'), ['run', 'script.json', '--output', join(exports, 'report.json')], { DEBUG: 'http,http:request,http:*', ARTILLERY_DISABLE_TELEMETRY: 'true' });
    writeFileSync(join(exports, 'debug.log'), words);
  },
};
