import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tool } from '../tool.ts';

/** Swagger UI as it is put on a server: its own files, and the initializer, in which people put a key so that the page can be tried out. */
export const swaggerUi: Tool = {
  name: 'Swagger UI',
  installation: { from: 'npm', folder: 'swagger-ui', packages: ['swagger-ui-dist@5.32.6'] },
  exports: [{ path: 'intercepted/swagger-initializer.js' }, { path: 'authorized/swagger-initializer.js' }],
  run({ exports, url, otherUrl, key, installation }) {
    const document = (address: string): unknown => ({ url: address, description: new URL(address).host });
    const spec = JSON.stringify({ openapi: '3.0.3', info: { title: 'Prepress', version: '1' }, servers: [document(new URL(url).origin)], paths: { [new URL(url).pathname]: { post: { security: [{ bearer: [] }], responses: {} } } }, components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } } });
    const kinds = {
      intercepted: `requestInterceptor: (request) => {
      request.headers.Authorization = "Bearer ${key}";
      return request;
    },`,
      authorized: `onComplete: () => window.ui.preauthorizeApiKey("bearer", "${key}"),`,
    };
    for (const [name, option] of Object.entries(kinds)) {
      cpSync(join(installation, 'node_modules/swagger-ui-dist'), join(exports, name), { recursive: true, filter: (path) => !/\.map$|package\.json$/.test(path) });
      writeFileSync(join(exports, name, 'swagger-initializer.js'), `window.onload = function() {
  window.ui = SwaggerUIBundle({
    spec: ${spec},
    dom_id: '#swagger-ui',
    ${option}
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    layout: "StandaloneLayout"
  });
};
fetch("${otherUrl}");
`);
    }
    return Promise.resolve();
  },
};
