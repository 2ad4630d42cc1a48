// `npm test [-- ARGS]`: sets up, builds, and runs every test, or those that the arguments (vitest's) choose.
import './setup/node-version.mjs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeReady } from './setup/ready.mjs';
import { root } from './setup/workspace.mjs';

await makeReady();
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
process.chdir(root);
process.argv = [process.execPath, vitest, 'run', ...process.argv.slice(2)];
await import(pathToFileURL(vitest).href);
