import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A folder, with a trailing `/`, from which packages that were brought are found. */
export interface Brought {
  readonly from: string;
}

/**
 * Brings packages that a few tests need; npm installs them on the first call.
 *
 * @param name - of their folder in the cache.
 * @param purpose - what they do, in words that go on from `what`.
 * @param wanted - names with versions, as an installation would bring them today.
 * @returns where they are, or why they are not, in words.
 */
export function bringPackages(name: string, purpose: string, wanted: readonly string[]): Brought | string {
  const script = fileURLToPath(new URL('bring-packages.mjs', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, name, purpose, ...wanted], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  return status === 0 ? { from: join(stdout, '/') } : stderr.trim();
}
