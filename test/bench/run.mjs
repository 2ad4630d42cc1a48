// Runs the benchmark from its TypeScript sources: node bench/run.mjs [FLAGS]; --help tells them.
import { runCommand } from '../run-command.mjs';

await runCommand('bench/command.ts', process.argv.slice(2));
