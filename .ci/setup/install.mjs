import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { npm, runQuietly } from './command.mjs';
import { contentSignature, isStamped, writeStamp } from './signature.mjs';
import { readManifest, root, workspacePackages } from './workspace.mjs';

const stamp = join(root, 'node_modules/.cache/submit-guard/installed');

/** What an installation depends on: the manifests, the lock file, pnpm's settings and the machine that binaries are for. */
export function installSignature() {
  const manifests = workspacePackages().map(({ folder }) => `${folder}/package.json`);
  const files = contentSignature(['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', '.npmrc', ...manifests]);
  return `${files} ${process.platform} ${process.arch}`;
}

/** Whether what is installed is what the manifests and the lock file ask for. */
export function isInstalled() {
  return existsSync(join(root, 'node_modules/.modules.yaml')) && isStamped(stamp, installSignature());
}

/** Installs the dependencies with the pnpm that package.json pins; nothing needs to be installed before but Node.js. */
export async function install() {
  const signature = installSignature();
  const pnpm = readManifest('.').packageManager;
  if (pnpm === undefined) throw new Error('package.json names no packageManager');
  const settings = ['--frozen-lockfile', '--prefer-offline', '--config.confirmModulesPurge=false'];
  const { command, shell } = npm('exec', '--yes', `--package=${pnpm}`, '--', 'pnpm', 'install', ...settings);
  await runQuietly('Installing the dependencies', command, { shell });
  writeStamp(stamp, signature);
}
