import { build, isBuilt } from './build.mjs';
import { SetupError } from './command.mjs';
import { install, isInstalled } from './install.mjs';
import { withLock } from './lock.mjs';

/**
 * Makes this checkout ready to run: installs and builds what is missing or out of date. Costs some milliseconds when nothing is.
 * Ends the process with status 2, the one for "could not complete", when it cannot.
 */
export async function makeReady() {
  if (isInstalled() && isBuilt()) return;
  try {
    await withLock(async () => {
      if (!isInstalled()) await install();
      if (!isBuilt()) await build();
    });
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    process.stderr.write(`\n${error.message}\n`);
    process.exit(2);
  }
}
