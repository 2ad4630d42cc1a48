// Runs the proof with web frameworks from its TypeScript sources: node frameworks/run.mjs [NAME ...]
import { runCommand } from '../run-command.mjs';

await runCommand('frameworks/command.ts', process.argv.slice(2));
