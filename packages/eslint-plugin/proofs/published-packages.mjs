/** Published packages as they are, for proofs over code that nobody here wrote. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Outside the repository, beside what the proofs of the scanner read. */
const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'submit-guard-proofs', 'packages');

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** `name@version`, one a line: always the same bytes, since the registry never changes a version. */
export const packages = readFileSync(fileURLToPath(new URL('packages.txt', import.meta.url)), 'utf8').trim().split('\n');

/**
 * The folder of a package, brought by npm where it is not there yet: no dependency comes along, no script of it runs.
 *
 * @throws Error where npm or tar fails.
 */
export function folderOf(name) {
  const folder = join(cache, name.replaceAll('/', '+'));
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, '.unpacking-'));
  try {
    execFileSync(npm, ['pack', name, '--ignore-scripts', '--silent', '--pack-destination', work], { cwd: work, stdio: ['ignore', 'ignore', 'inherit'] });
    const tarball = readdirSync(work).find((file) => file.endsWith('.tgz'));
    if (tarball === undefined) throw new Error(`npm brought no tarball of ${name}.`);
    execFileSync('tar', ['-xzf', tarball], { cwd: work });
    rmSync(join(work, tarball));
    // At once, so that an interrupted run leaves no half package behind.
    renameSync(work, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
}

/** Programs below a folder, with its path: JavaScript and TypeScript, declarations too. Next brings other packages along in `dist/compiled`. */
export function programsIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/\/(?:dist\/compiled|node_modules)\//.test(path.slice(folder.length)))
    .sort();
}
