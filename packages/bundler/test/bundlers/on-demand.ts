import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * A package that is no dependency of the workspace.
 *
 * @param entry - path of its module; what `require` would find may be another one.
 * @returns what it exports; `undefined` where it cannot be installed, which is told then.
 */
export async function importOnDemand(name: string, version: string, entry: string): Promise<unknown> {
  const script = fileURLToPath(new URL('on-demand.mjs', import.meta.url));
  const folder = `bundlers/${name.replaceAll('/', '+')}`;
  const { status, stdout } = spawnSync(process.execPath, [script, folder, `${name}@${version}`], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  if (status !== 0) return undefined;
  return import(/* @vite-ignore */ pathToFileURL(join(stdout, 'node_modules', name, entry)).href);
}
