import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tool } from '../tool.ts';

/** curl: its own log, its trace, and the program in C that it writes for a request. */
export const curl: Tool = {
  name: 'curl',
  installation: { from: 'path', packages: ['curl'] },
  exports: [{ path: 'verbose.log' }, { path: 'trace.txt' }, { path: 'request.c' }],
  async run({ exports, run, url, otherUrl, key, port }) {
    const common = ['--silent', '--insecure', '--connect-to', `::127.0.0.1:${port}`];
    const post = ['--request', 'POST', '--header', `Authorization: Bearer ${key}`, '--data', '{"externalId":"ORD-1"}', url];
    await run('curl', [...common, '--trace-ascii', join(exports, 'trace.txt'), '--libcurl', join(exports, 'request.c'), ...post]);
    const words = [await run('curl', [...common, '--verbose', otherUrl]), await run('curl', [...common, '--verbose', '--http1.1', ...post])];
    writeFileSync(join(exports, 'verbose.log'), words.join('\n'));
  },
};
