#!/usr/bin/env node
/**
 * Prints a folder in whose `node_modules` lie the engine that reads screenshots and the driver of the browser that takes them; npm brings both into `.cache`
 * on the first run. Exits with 1 and a sentence where it cannot. They have 72 MB that nothing but the tests of screenshots needs: no installation of the
 * workspace brings them.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, runQuietly, SetupError } from '../../.ci/setup/command.mjs';
import { withLock } from '../../.ci/setup/lock.mjs';
import { isStamped, writeStamp } from '../../.ci/setup/signature.mjs';
import { cacheFolder } from '../../.ci/setup/workspace.mjs';

/** As an installation of the package would bring them today. */
const wanted = ['tesseract.js-core@7.0.0', '@tesseract.js-data/eng@1.0.0', 'playwright-core@1.65.1'];

const folder = join(cacheFolder, 'screenshot-tools');
const stamp = join(folder, 'installed');

try {
  await withLock(async () => {
    if (isStamped(stamp, wanted.join(' '))) return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    const { command, shell } = npm('install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--fetch-retries=1', ...wanted);
    await runQuietly('Installing what reads screenshots, for tests', command, { shell });
    writeStamp(stamp, wanted.join(' '));
  });
  process.stdout.write(folder);
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`Screenshots are not read in tests: ${wanted.join(', ')} could not be installed. ${error.message.split('\n', 1)[0]}\n`);
  process.exitCode = 1;
}
