#!/usr/bin/env node
/**
 * Installs packages into a folder below `.cache` and prints the folder; the first run asks the registry, later ones nobody. Exits with 1 and a
 * sentence where that cannot be done. They weigh hundreds of megabytes, and `npm start` shall not bring them.
 *
 *     node on-demand.mjs FOLDER NAME@VERSION ...
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, runQuietly, SetupError } from '../../../../.ci/setup/command.mjs';
import { withLock } from '../../../../.ci/setup/lock.mjs';
import { isStamped, writeStamp } from '../../../../.ci/setup/signature.mjs';
import { cacheFolder } from '../../../../.ci/setup/workspace.mjs';

const [name = '', ...packages] = process.argv.slice(2);
const folder = join(cacheFolder, name);
const stamp = join(folder, 'installed');
const wanted = packages.join(' ');

try {
  await withLock(async () => {
    if (isStamped(stamp, wanted)) return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
    const { command, shell } = npm('install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--prefer-offline', '--fetch-retries=1', '--loglevel=error', ...packages);
    await runQuietly(`Installing ${wanted}`, command, { shell });
    writeStamp(stamp, wanted);
  });
  process.stdout.write(folder);
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`Left out, as it could not be installed: ${wanted}. ${error.message.split('\n', 1)[0]}\n`);
  process.exitCode = 1;
}
