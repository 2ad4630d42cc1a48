// Runs one proof from its TypeScript sources: node proofs/run.mjs NAME [ARGUMENTS]
import { fileURLToPath } from 'node:url';
import { createViteServer } from 'vitest/node';

const [name, ...args] = process.argv.slice(2);
const root = fileURLToPath(new URL('../..', import.meta.url));
// Vite resolves the workspace packages to their sources, as the tests do; nothing listens on a port.
const server = await createViteServer({
  root,
  configFile: `${root}vitest.config.ts`,
  logLevel: 'silent',
  appType: 'custom',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, watch: null, ws: false },
});
try {
  const { main } = await server.ssrLoadModule(`/test/proofs/${name}/command.ts`);
  process.exitCode = await main(args);
} catch (error) {
  // A syntax error carries the whole module: its first words say enough.
  console.error(`The proof "${name}" did not run: ${(error?.stack ?? String(error)).slice(0, 2000)}`);
  process.exitCode = 2;
} finally {
  await server.close();
}
