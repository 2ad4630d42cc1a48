import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tool } from '../tool.ts';

/** `inso`, the command line of Insomnia, writes the API specification of a workspace that Insomnia has exported. */
export const inso: Tool = {
  name: 'inso',
  installation: { from: 'npm', folder: 'inso', packages: ['insomnia-inso@3.6.0'] },
  exports: [{ path: 'openapi.yaml', words: /example/ }],
  async run({ project, exports, runNode, url, otherUrl, key, installation }) {
    const operation = (example: string): string => `
      parameters:
        - { name: Authorization, in: header, required: true, schema: { type: string }, example: ${example} }
      responses: { '201': { description: Created } }`;
    const specification = `openapi: 3.0.3
info: { title: Prepress, version: '1' }
servers:
  - url: ${new URL(url).origin}
paths:
  ${new URL(url).pathname}:
    post:${operation(`Bearer ${key}`)}
  /health:
    get:
      servers: [{ url: ${otherUrl} }]
      responses: { '200': { description: OK } }
`;
    const workspace = { _id: 'wrk_1', _type: 'workspace', parentId: null, name: 'Prepress', scope: 'design' };
    const spec = { _id: 'spc_1', _type: 'api_spec', parentId: 'wrk_1', fileName: 'prepress', contents: specification, contentType: 'yaml' };
    writeFileSync(join(project, 'insomnia.json'), JSON.stringify({ _type: 'export', __export_format: 4, resources: [workspace, spec] }));
    await runNode(join(installation, 'node_modules/insomnia-inso/bin/inso'), ['--src', 'insomnia.json', '--ci', 'export', 'spec', 'spc_1', '--output', join(exports, 'openapi.yaml')]);
  },
};
