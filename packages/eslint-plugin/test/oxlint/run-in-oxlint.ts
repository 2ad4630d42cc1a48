import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const scriptAt = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** The Node.js that the runner needs; `undefined` where there is none and none can be installed, which is told then. */
export const modernNode: string | undefined = ((): string | undefined => {
  const { stdout, status } = spawnSync(process.execPath, [scriptAt('modern-node.mjs')], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  return status === 0 ? stdout : undefined;
})();

/** Runs cases of one rule through oxlint's RuleTester: `null` for each that passes, a message for each that does not. */
export function runInOxlint(rule: string, cases: readonly object[]): readonly (string | null)[] {
  const { stdout, stderr, status } = spawnSync(modernNode ?? '', [scriptAt('run-rule-tester.mjs')], { input: JSON.stringify({ rule, cases }), encoding: 'utf8' });
  if (status !== 0) throw new Error(`oxlint's RuleTester did not run: ${stderr}`);
  return JSON.parse(stdout) as (string | null)[];
}
