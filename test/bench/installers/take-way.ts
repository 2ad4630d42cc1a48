import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runClient } from './run-client.ts';
import type { Way } from './way.ts';

/** First file of that name on the PATH. */
export function findOnPath(program: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}

/**
 * Installs a program one way.
 *
 * @param folder - of the peer; it exists.
 * @returns path of the program.
 * @throws Error with the reason where the way leads nowhere.
 */
export async function takeWay(way: Way, folder: string): Promise<string> {
  const found = (path: string | undefined): string => {
    if (path === undefined || !existsSync(path)) throw new Error(`there is no program \`${way.program}\``);
    return path;
  };
  switch (way.kind) {
    case 'path':
      return found(findOnPath(way.program));
    case 'apt':
      if (findOnPath(way.program) === undefined) await runClient('apt-get', ['install', '--yes', '--no-install-recommends', way.name]);
      return found(findOnPath(way.program));
    case 'go':
      await runClient('go', ['install', `${way.name}@v${way.version}`], { env: { GOBIN: join(folder, 'bin') } });
      return found(join(folder, 'bin', way.program));
    case 'cargo':
      await runClient('cargo', ['install', way.name, '--version', way.version, '--locked', '--root', folder]);
      return found(join(folder, 'bin', way.program));
    case 'pip':
      await runClient('python3', ['-m', 'venv', folder]);
      await runClient(join(folder, 'bin/pip'), ['install', '--disable-pip-version-check', `${way.name}==${way.version}`]);
      return found(join(folder, 'bin', way.program));
    case 'npm':
      await runClient('npm', ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', `${way.name}@${way.version}`, ...way.with], { cwd: folder });
      return found(join(folder, 'node_modules/.bin', way.program));
  }
}
