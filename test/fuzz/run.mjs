// Runs the fuzz tests with new cases: node fuzz/run.mjs [FACTOR], so many times the usual number, 10 by default.
import { fileURLToPath } from 'node:url';
import { startVitest } from 'vitest/node';

process.env.SUBMIT_GUARD_FUZZ = process.argv[2] ?? '10';
const vitest = await startVitest('test', ['test/fuzz/'], { root: fileURLToPath(new URL('../..', import.meta.url)), watch: false, testTimeout: 3_600_000 });
await vitest.close();
