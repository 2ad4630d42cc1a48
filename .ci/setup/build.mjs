import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { npm, runQuietly } from './command.mjs';
import { installSignature } from './install.mjs';
import { contentSignature, isStamped, sourceSignature, writeStamp } from './signature.mjs';
import { cacheFolder, root, workspacePackages } from './workspace.mjs';

const stamp = join(cacheFolder, 'built');

/** The packages that have something to build; the workspace's own tests run from their sources. */
function builtPackages() {
  return workspacePackages().filter(({ folder }) => existsSync(join(root, folder, 'src')));
}

function buildSignature() {
  const folders = builtPackages().map(({ folder }) => folder);
  return [installSignature(), contentSignature(['tsconfig.base.json']), sourceSignature(folders)].join(' ');
}

/** Whether every package is built from the sources as they are now. */
export function isBuilt() {
  return builtPackages().every(({ folder }) => existsSync(join(root, folder, 'dist'))) && isStamped(stamp, buildSignature());
}

/** Builds every package: TypeScript in the order of the project references, then what a package bundles. */
export async function build() {
  const signature = buildSignature();
  const packages = builtPackages();
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  await runQuietly('Building the packages', [process.execPath, tsc, '-b', ...packages.map(({ folder }) => folder)]);
  for (const { folder, manifest } of packages) {
    if (manifest.scripts?.['bundle'] === undefined) continue;
    const { command, shell } = npm('run', '--silent', 'bundle');
    await runQuietly(`Bundling ${manifest.name}`, command, { folder, shell });
  }
  writeStamp(stamp, signature);
}
