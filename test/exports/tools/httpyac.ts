import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tool } from '../tool.ts';

/** httpYac sends the requests of an HTTP file, and writes what it did as JSON, as JUnit and for people. */
export const httpYac: Tool = {
  name: 'httpYac',
  installation: { from: 'npm', folder: 'httpyac', packages: ['httpyac@6.16.7'] },
  exports: [{ path: 'report.json' }, { path: 'output.txt' }],
  async run({ project, exports, runNode, url, otherUrl, key, installation }) {
    writeFileSync(join(project, 'jobs.http'), `@token = ${key}\n\n### Create job\nPOST ${url}\nAuthorization: Bearer {{token}}\n\n### Health\nGET ${otherUrl}\n`);
    const program = join(installation, 'node_modules/httpyac/bin/httpyac.js');
    writeFileSync(join(exports, 'report.json'), await runNode(program, ['send', 'jobs.http', '--all', '--insecure', '--json', '--output', 'exchange']));
    writeFileSync(join(exports, 'output.txt'), await runNode(program, ['send', 'jobs.http', '--all', '--insecure', '--output', 'exchange']));
  },
};
