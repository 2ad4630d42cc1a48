// Runs one proof from its TypeScript sources: node proofs/run.mjs NAME [ARGUMENTS]
import { runCommand } from '../run-command.mjs';

const [name, ...args] = process.argv.slice(2);
await runCommand(`proofs/${name}/command.ts`, args);
