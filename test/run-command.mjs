import { fileURLToPath } from 'node:url';
import { createViteServer } from 'vitest/node';

/**
 * Runs the `main` of a module from its TypeScript sources; its exit status is that of the process, 2 where it did not run.
 *
 * @param {string} module path below `test/`
 * @param {readonly string[]} args
 */
export async function runCommand(module, args) {
  const root = fileURLToPath(new URL('..', import.meta.url));
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
    const { main } = await server.ssrLoadModule(`/test/${module}`);
    process.exitCode = await main(args);
  } catch (error) {
    // A syntax error carries the whole module: its first words say enough.
    console.error(`test/${module} did not run: ${(error?.stack ?? String(error)).slice(0, 2000)}`);
    process.exitCode = 2;
  } finally {
    await server.close();
  }
}
