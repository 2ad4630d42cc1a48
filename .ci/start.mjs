// `npm start [-- ARGS]`: sets up, builds, and runs the command line from its build, in the folder where it was typed. Without a path and
// without a command it scans the leaking example.
import './setup/node-version.mjs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isAboutExamples, moveToExamples, namesPath } from './examples.mjs';
import { makeReady } from './setup/ready.mjs';
import { root } from './setup/workspace.mjs';

await makeReady();
process.chdir(process.env['INIT_CWD'] ?? process.cwd());

const typed = process.argv.slice(2);
const aboutProgram = ['-h', '--help', '-V', '--version'];
const isForScan = typed[0] === undefined || (typed[0].startsWith('-') && !aboutProgram.includes(typed[0]));
let words = isForScan ? ['scan', ...typed] : typed;
if (isForScan && !namesPath(words)) words.push(join(root, 'examples/leaking'));
if (isAboutExamples(words)) words = await moveToExamples(words);

const bin = join(root, 'packages/scanner/dist/bin.js');
process.argv = [process.execPath, bin, ...words];
await import(pathToFileURL(bin).href);
