import { execFileSync } from 'node:child_process';
import { install } from '../installers/install.ts';
import type { Installation } from '../installers/install.ts';
import { describeWay } from '../installers/way.ts';
import type { Peer } from '../peers/peer.ts';
import type { Contestant } from './contestant.ts';

/** A peer that is not measured, and why. */
export interface Absence {
  readonly name: string;
  readonly home: string;
  readonly reasons: readonly string[];
}

/** A peer that is measured. */
export interface Entrant {
  readonly peer: Peer;
  readonly version: string;
  /** How it came here. */
  readonly way: string;
  readonly contestants: readonly Contestant[];
}

function versionOf({ way, program }: Installation, { versionArgs }: Peer): string {
  if (versionArgs !== undefined) {
    const said = execFileSync(program, [...versionArgs], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const version = /\d+\.\d+[\w.+-]*/.exec(said)?.[0];
    if (version !== undefined) return version;
  }
  return 'version' in way ? way.version : 'unknown';
}

/** Installs what can be installed. */
export async function enter(peers: readonly Peer[], mayInstall: boolean, say: (sentence: string) => void): Promise<{ readonly entrants: readonly Entrant[]; readonly absences: readonly Absence[] }> {
  const entrants: Entrant[] = [];
  const absences: Absence[] = [];
  for (const peer of peers) {
    const { name, home, ways } = peer;
    const installation = await install(name, ways, mayInstall, say);
    if ('reasons' in installation) absences.push({ name, home, reasons: installation.reasons });
    else if (peer.settings.length === 0) absences.push({ name, home, reasons: ['it is here, but this benchmark has no settings for it yet'] });
    else {
      const version = versionOf(installation, peer);
      const { program, folder } = installation;
      entrants.push({ peer, version, way: describeWay(installation.way), contestants: peer.settings.map((setting) => ({ name, version, setting, program, folder })) });
    }
  }
  return { entrants, absences };
}
