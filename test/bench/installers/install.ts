import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { peersFolder } from '../cache.ts';
import { findOnPath, takeWay } from './take-way.ts';
import { describeWay } from './way.ts';
import type { Way } from './way.ts';

/** A program that is there. */
export interface Installation {
  readonly way: Way;
  readonly program: string;
  readonly folder: string;
}

/** Why none of the ways led to a program: one sentence a way. */
export interface Missing {
  readonly reasons: readonly string[];
}

/** The program that an earlier run put into a folder, if the run came to its end. */
function installedIn(folder: string): string | undefined {
  const note = join(folder, 'installed.json');
  if (!existsSync(note)) return undefined;
  const { program } = JSON.parse(readFileSync(note, 'utf8')) as { program: string };
  return existsSync(program) ? program : undefined;
}

/**
 * Installs a program the first way that works, below the cache folder; once is enough.
 *
 * @param mayInstall - whether a registry may be asked; what is there is used in any case.
 */
export async function install(name: string, ways: readonly Way[], mayInstall: boolean, say: (sentence: string) => void): Promise<Installation | Missing> {
  const reasons: string[] = [];
  for (const way of ways) {
    const folder = join(peersFolder, 'version' in way ? `${name}@${way.version}` : name);
    const installed = installedIn(folder);
    if (installed !== undefined) return { way, folder, program: installed };
    const asks = way.kind !== 'path' && !(way.kind === 'apt' && findOnPath(way.program) !== undefined);
    if (asks && !mayInstall) {
      reasons.push(`${describeWay(way)}: not installed, and --no-install was given`);
      continue;
    }
    try {
      if (asks) say(`Installing ${name}: ${describeWay(way)}`);
      mkdirSync(folder, { recursive: true });
      const program = await takeWay(way, folder);
      // Last, so that half an installation is not taken for a whole one. What the system owns may go again.
      if ('version' in way) writeFileSync(join(folder, 'installed.json'), JSON.stringify({ program }));
      return { way, folder, program };
    } catch (error) {
      reasons.push(`${describeWay(way)}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { reasons: reasons.length === 0 ? ['no registry that this command uses has it'] : reasons };
}
