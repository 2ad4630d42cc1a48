#!/usr/bin/env node
/**
 * `bring-packages.mjs NAME PURPOSE PACKAGE@VERSION...` prints a folder in whose `node_modules` the packages lie; npm brings them into `.cache` on the first
 * run. Exits with 1 and a sentence where it cannot. For what a few tests need and no installation of the workspace should bring.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, runQuietly, SetupError } from '../../.ci/setup/command.mjs';
import { withLock } from '../../.ci/setup/lock.mjs';
import { isStamped, writeStamp } from '../../.ci/setup/signature.mjs';
import { cacheFolder } from '../../.ci/setup/workspace.mjs';

const [name = '', purpose = '', ...wanted] = process.argv.slice(2);
const folder = join(cacheFolder, name);
const stamp = join(folder, 'installed');

try {
  await withLock(async () => {
    if (isStamped(stamp, wanted.join(' '))) return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    const { command, shell } = npm('install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--fetch-retries=1', ...wanted);
    await runQuietly(`Installing what ${purpose}, for tests`, command, { shell });
    writeStamp(stamp, wanted.join(' '));
  });
  process.stdout.write(folder);
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`There is nothing here that ${purpose}: ${wanted.join(', ')} could not be installed. ${error.message.split('\n', 1)[0]}\n`);
  process.exitCode = 1;
}
