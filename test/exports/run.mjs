// Runs the proof with real test tools from its TypeScript sources: node exports/run.mjs [NAME ...]
import { runCommand } from '../run-command.mjs';

await runCommand('exports/command.ts', process.argv.slice(2));
