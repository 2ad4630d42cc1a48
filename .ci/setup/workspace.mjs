import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What set-up keeps between runs; ignored by git. The stamp of an installation lies in `node_modules`, and goes with it. */
export const cacheFolder = join(root, '.cache');

/**
 * @typedef {object} Manifest the fields of a package.json that are read here
 * @property {string} name
 * @property {boolean} [private]
 * @property {string} [packageManager]
 * @property {Record<string, string>} [scripts]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [devDependencies]
 * @property {Record<string, unknown>} [exports]
 */

/**
 * @typedef {object} WorkspacePackage
 * @property {string} folder relative to the root, `/`-separated
 * @property {Manifest} manifest
 */

/**
 * @param {string} folder relative to the root
 * @returns {Manifest}
 */
export function readManifest(folder) {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
}

/**
 * The packages of the workspace, each after those it depends on.
 *
 * @returns {WorkspacePackage[]}
 */
export function workspacePackages() {
  const packages = listedPackages();
  /** @type {Set<WorkspacePackage>} */
  const ordered = new Set();
  const add = (/** @type {WorkspacePackage} */ one) => {
    const needed = { ...one.manifest.dependencies, ...one.manifest.devDependencies };
    for (const other of packages) if (other !== one && other.manifest.name in needed && !ordered.has(other) && !isBuiltUpon(other, one)) add(other);
    ordered.add(one);
  };
  packages.forEach(add);
  return [...ordered];
}

/**
 * Whether a package needs another one, which in turn only loads it where it is installed: that one comes first.
 *
 * @param {WorkspacePackage} upper
 * @param {WorkspacePackage} lower
 */
function isBuiltUpon(upper, lower) {
  return lower.manifest.name in (upper.manifest.dependencies ?? {});
}

/**
 * The packages in the order of pnpm-workspace.yaml. The file is read by hand, as nothing is installed yet when this is first asked; its
 * list holds plain folders and `folder/*`.
 *
 * @returns {WorkspacePackage[]}
 */
function listedPackages() {
  const list = /^packages:\n((?: {2}- .+\n)+)/m.exec(readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8'))?.[1] ?? '';
  return list
    .split('\n')
    .map((line) => line.replace(/^ {2}- /, '').trim())
    .filter((pattern) => pattern !== '')
    .flatMap((pattern) => (pattern.endsWith('/*') ? foldersIn(pattern.slice(0, -2)) : [pattern]))
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .map((folder) => ({ folder, manifest: readManifest(folder) }));
}

/**
 * @param {string} parent relative to the root
 */
function foldersIn(parent) {
  return readdirSync(join(root, parent), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${parent}/${entry.name}`)
    .sort();
}
