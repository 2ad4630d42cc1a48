#!/usr/bin/env node
// Every package that can be published, as the tarball that would be published: what is in it, publint, are-the-types-wrong.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readManifest, root, workspacePackages } from '../setup/workspace.mjs';

const pnpm = readManifest('.').packageManager ?? 'pnpm';
/** What belongs into a tarball. */
const wanted = /^package\/((dist|types)\/(?!.*\.tsbuildinfo$)|schema\/|action\/|templates\/|package\.json$|README\.md$|LICENSE$)/;

const place = mkdtempSync(join(tmpdir(), 'submit-guard-packages-'));
try {
  const published = workspacePackages().filter(({ manifest }) => manifest.private !== true);
  process.exitCode = published.map(isPublishable).every(Boolean) ? 0 : 1;
} finally {
  rmSync(place, { recursive: true });
}

/**
 * @param {import('../setup/workspace.mjs').WorkspacePackage} workspacePackage
 */
function isPublishable({ folder, manifest }) {
  console.log(`== ${manifest.name}`);
  const destination = join(place, folder);
  if (!run(folder, 'npx', ['--yes', pnpm, 'pack', '--pack-destination', destination])) return false;
  const tarball = join(destination, readdirSync(destination)[0] ?? '');
  const paths = list(tarball);
  const missing = ['README.md', 'LICENSE'].filter((name) => !paths.includes(`package/${name}`));
  for (const name of missing) console.log(`${manifest.name} would be published without ${name}.`);
  const strangers = paths.filter((path) => !wanted.test(path));
  for (const path of strangers) console.log(`${manifest.name} would publish ${path}; \`files\` in its package.json should leave it out.`);
  const bin = (/** @type {string} */ name) => join(root, 'node_modules/.bin', name);
  const isLinted = run('.', bin('publint'), ['run', tarball, '--strict']);
  const isTyped = !hasModules(manifest) || run('.', bin('attw'), [tarball, '--profile', 'esm-only', '--format', 'ascii']);
  return missing.length === 0 && strangers.length === 0 && isLinted && isTyped;
}

/**
 * A command line without an interface for programs has no types that could be wrong.
 *
 * @param {import('../setup/workspace.mjs').Manifest} manifest
 */
function hasModules({ exports = {} }) {
  return Object.values(exports).some((target) => typeof target !== 'string');
}

/**
 * @param {string} tarball
 * @returns {string[]} paths in it
 */
function list(tarball) {
  const { stdout } = spawnSync('tar', ['-tzf', tarball], { encoding: 'utf8' });
  return stdout.split('\n').filter((path) => path !== '');
}

/**
 * @param {string} folder relative to the root
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {boolean} whether the command succeeded; what it printed is shown when it did not
 */
function run(folder, command, args) {
  const { status, error, stdout, stderr } = spawnSync(command, args, { cwd: join(root, folder), encoding: 'utf8' });
  if (status !== 0) console.log(error?.message ?? `${stdout}${stderr}`.trim());
  return status === 0;
}
