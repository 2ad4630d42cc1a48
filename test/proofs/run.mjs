// Runs one proof from its TypeScript sources: node proofs/run.mjs NAME [ARGUMENTS]
import { fileURLToPath } from 'node:url';
import { createViteServer } from 'vitest/node';

const [name, ...args] = process.argv.slice(2);
const root = fileURLToPath(new URL('../..', import.meta.url));
// Vite resolves the workspace packages to their sources, as the tests do; nothing listens on a port.
const server = await createViteServer({
  root,
  configFile: `${root}vitest.config.ts`,
  logLevel: 'error',
  appType: 'custom',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, watch: null, ws: false },
});
try {
  const { main } = await server.ssrLoadModule(`/test/proofs/${name}/command.ts`);
  process.exitCode = await main(args);
} finally {
  await server.close();
}
