import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Outside of the repository: hundreds of megabytes of other people's programs. */
export const cacheFolder = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'submit-guard-proofs', 'tools');

/** Where a tool comes from. */
export type Installation =
  /** `name@version` of each package; no script of theirs runs. */
  | { readonly from: 'npm'; readonly folder: string; readonly packages: readonly string[] }
  /** `name==version` of each, into an environment of its own. */
  | { readonly from: 'PyPI'; readonly folder: string; readonly packages: readonly string[] }
  /** `group:artifact:version` of each, with what it depends on. */
  | { readonly from: 'Maven Central'; readonly folder: string; readonly packages: readonly string[] }
  /** `module@version`, which is compiled. */
  | { readonly from: 'Go'; readonly folder: string; readonly packages: readonly string[] }
  /** Programs that must be in the path. */
  | { readonly from: 'path'; readonly packages: readonly string[] };

/** What is wanted besides a package manager: a browser, Java. */
export interface Missing {
  readonly reason: string;
}

/**
 * Brings a tool, on the first run only.
 *
 * @param say - told what is brought.
 * @returns its folder, or why it cannot be had.
 */
export function install(installation: Installation, say: (sentence: string) => void): string | Missing {
  if (installation.from === 'path') {
    const missing = installation.packages.filter((name) => findProgram(name) === undefined);
    return missing.length === 0 ? cacheFolder : { reason: `${missing.join(', ')} is not in the path` };
  }
  const { from, packages } = installation;
  const folder = join(cacheFolder, installation.folder);
  const stamp = join(folder, 'installed');
  const wanted = packages.join(' ');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return folder;
  mkdirSync(folder, { recursive: true });
  for (const [program, args, environment = {}] of steps(from, folder, packages)) {
    if (findProgram(program) === undefined && !existsSync(program)) return { reason: `${program} is not there` };
    say(`Installing ${wanted} from ${from}`);
    const { status, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8', env: { ...process.env, ...environment }, stdio: ['ignore', 'ignore', 'pipe'], timeout: 900_000 });
    if (status !== 0) return { reason: `${program} could not install it: ${(stderr.trim().split('\n').find((line) => !line.includes('WARN')) ?? '').slice(0, 200)}` };
  }
  writeFileSync(stamp, wanted);
  return folder;
}

type Step = readonly [program: string, args: readonly string[], environment?: Readonly<Record<string, string>>];

function steps(from: Exclude<Installation['from'], 'path'>, folder: string, packages: readonly string[]): readonly Step[] {
  if (from === 'npm') {
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    return [['npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--fetch-retries=1', '--loglevel=error', ...packages]]];
  }
  if (from === 'PyPI') return [['python3', ['-m', 'venv', folder]], [join(folder, 'bin/python'), ['-m', 'pip', 'install', '--quiet', '--only-binary', ':all:', ...packages]]];
  if (from === 'Go') return packages.map((name) => ['go', ['install', name], { GOBIN: folder }]);
  const dependencies = packages.map((name) => name.split(':')).map(([group, artifact, version]) => `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`);
  writeFileSync(join(folder, 'pom.xml'), `<project><modelVersion>4.0.0</modelVersion><groupId>proof</groupId><artifactId>proof</artifactId><version>1</version><dependencies>${dependencies.join('')}</dependencies></project>`);
  return [['mvn', ['--quiet', '--batch-mode', 'dependency:copy-dependencies', '-DoutputDirectory=lib']]];
}

/** Path of a program; `undefined` where it is not in the path. */
export function findProgram(name: string): string | undefined {
  return (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name)).find((path) => existsSync(path));
}
