import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tool } from '../tool.ts';

/** k6: archives hold the script and the environment, the debug output what was sent. */
export const k6: Tool = {
  name: 'k6',
  installation: { from: 'Go', folder: 'k6', packages: ['go.k6.io/k6@v1.3.0'] },
  exports: [{ path: 'archive.tar', words: /the value of "API_TOKEN" in the environment of a k6 archive/ }, { path: 'literal.tar', words: /hard-coded in a k6 script/ }, { path: 'debug.log' }, { path: 'points.json', isMasked: true }],
  async run({ project, exports, run, url, otherUrl, key, installation, port }) {
    const program = join(installation, 'k6');
    const script = (token: string): string => `import http from 'k6/http';
export const options = { vus: 1, iterations: 1, insecureSkipTLSVerify: true, hosts: { 'submit.atomyx.io': '127.0.0.1:${port}', 'api.example.com': '127.0.0.1:${port}' } };
export default function () {
  http.post(__ENV.URL || '${url}', '{"externalId":"ORD-1"}', { headers: { Authorization: \`Bearer \${${token}}\` } });
  http.get('${otherUrl}');
}
`;
    writeFileSync(join(project, 'load.js'), script('__ENV.API_TOKEN'));
    writeFileSync(join(project, 'literal.js'), script(`'${key}'`));
    await run(program, ['archive', '--archive-out', join(exports, 'archive.tar'), '--env', `API_TOKEN=${key}`, '--env', `URL=${url}`, 'load.js']);
    await run(program, ['archive', '--archive-out', join(exports, 'literal.tar'), 'literal.js']);
    writeFileSync(join(exports, 'debug.log'), await run(program, ['run', '--http-debug=full', '--no-usage-report', '--out', `json=${join(exports, 'points.json')}`, 'literal.js']));
  },
};
