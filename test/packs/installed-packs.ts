import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What npm says where it cannot reach its registry. */
const unreachable = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/;

/** Milliseconds after which a registry that does not answer counts as one that cannot be reached. */
const patience = 120_000;

export interface Packs {
  /** Absolute paths of what would be published of the command line and of the packages that it needs. */
  readonly paths: readonly string[];
  /** Why nothing can be installed here; `undefined` where it can. */
  readonly problem: string | undefined;
}

/** Packs the command line as it would be published; to be called at the top of a group. */
export function packAll(): Packs {
  const folder = mkdtempSync(join(tmpdir(), 'submit-guard-packs-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly packageManager: string };
  for (const name of ['rules', 'packages/core', 'packages/scanner']) {
    const { status, stdout, stderr } = spawnSync('npx', ['--yes', packageManager, 'pack', '--pack-destination', folder], { cwd: join(root, name), encoding: 'utf8' });
    if (status !== 0 && unreachable.test(stderr)) return { paths: [], problem: 'the package manager cannot be reached' };
    if (status !== 0) throw new Error(`${name} could not be packed: ${stdout}${stderr}`);
  }
  const paths = readdirSync(folder).map((name) => join(folder, name));
  const place = join(folder, 'place');
  const install = spawnSync('npm', ['install', '--prefix', place, '--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--prefer-offline', ...paths], { cwd: folder, encoding: 'utf8', timeout: patience });
  if (install.status === 0) return { paths, problem: undefined };
  if (install.error !== undefined || unreachable.test(install.stderr)) return { paths, problem: 'the npm registry cannot be reached' };
  throw new Error(`What is packed cannot be installed: ${install.stderr}`);
}
