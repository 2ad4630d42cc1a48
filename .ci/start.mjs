// `npm start [-- ARGS]`: sets up, builds, and runs the command line from its build. Without arguments it scans the leaking example; with
// a path first it scans that, relative to the folder it was typed in.
import './setup/node-version.mjs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeReady } from './setup/ready.mjs';
import { root } from './setup/workspace.mjs';

await makeReady();
const bin = join(root, 'packages/scanner/dist/bin.js');
process.chdir(process.env['INIT_CWD'] ?? process.cwd());
process.argv = [process.execPath, bin, ...process.argv.slice(2)];
await import(pathToFileURL(bin).href);
