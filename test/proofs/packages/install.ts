import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `name@version`, one a line: always the same bytes, since the registry never changes a version. */
export const packages: readonly string[] = readFileSync(fileURLToPath(new URL('packages.txt', import.meta.url)), 'utf8').trim().split('\n');

/** Outside the repository: more than a gigabyte of other people's code. */
export const packagesFolder = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'submit-guard-proofs', 'packages');

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Where a package is unpacked, whether it is there or not. */
export function folderOf(name: string): string {
  return join(packagesFolder, name.replaceAll('/', '+'));
}

/**
 * Puts one package where {@link packagesFolder} says: npm brings the tarball, tar unpacks it; no dependency comes along and
 * no script of the package runs.
 *
 * @throws Error where npm or tar fails.
 */
function install(name: string): void {
  const work = mkdtempSync(join(packagesFolder, '.unpacking-'));
  try {
    execFileSync(npm, ['pack', name, '--ignore-scripts', '--silent', '--pack-destination', work], { cwd: work, stdio: ['ignore', 'ignore', 'inherit'] });
    const tarball = readdirSync(work).find((file) => file.endsWith('.tgz'));
    if (tarball === undefined) throw new Error(`npm brought no tarball of ${name}.`);
    execFileSync('tar', ['-xzf', tarball], { cwd: work });
    rmSync(join(work, tarball));
    // At once, so that an interrupted run leaves no half package behind.
    renameSync(work, folderOf(name));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * Installs packages that are not there yet.
 *
 * @param names - by default the whole list.
 */
export function installPackages(say: (sentence: string) => void, names: readonly string[] = packages): void {
  mkdirSync(packagesFolder, { recursive: true });
  for (const name of names) {
    if (existsSync(folderOf(name))) continue;
    say(`Installing ${name}`);
    install(name);
  }
}
