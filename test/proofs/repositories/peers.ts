import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scannerProgram } from '../../bench/cache.ts';
import { install } from '../../bench/installers/install.ts';
import { betterleaks } from '../../bench/peers/betterleaks.ts';
import { gitleaks } from '../../bench/peers/gitleaks.ts';
import type { Peer } from '../../bench/peers/peer.ts';
import { submitRule } from '../../bench/peers/peer.ts';

/** A scanner that reads all history of a repository. */
export interface HistoryScanner {
  readonly name: string;
  /** The program and its arguments. */
  readonly command: (repository: string) => readonly string[];
  /** Scans, and returns what was reported, as text in which a key that was found stands. */
  readonly scan: (repository: string) => string;
}

/** The arguments with which each peer reads as much as it can of the history; its report holds the keys. */
const peerArgs: Readonly<Record<string, (repository: string, report: string, config: string) => readonly string[]>> = {
  gitleaks: (repository, report, config) => [
    'git', repository, '--log-opts=--all --reflog', '--no-banner', '--log-level', 'error', '--exit-code', '0', '--config', config, '--report-format', 'json', '--report-path', report,
  ],
  betterleaks: (repository, report, config) => [
    'git', repository, '--include=commit-messages,tag-messages,reflogs', '--no-banner', '--silent', '--log-level', 'error', '--exit-code', '0', '--config', config, '--output', report,
  ],
};

/**
 * Installs the peers that can be had, each with one rule: what one expression can say of a Submit key.
 *
 * @param folder - for configurations and reports.
 * @param say - told why one cannot be had.
 */
export async function historyPeers(folder: string, say: (sentence: string) => void): Promise<readonly HistoryScanner[]> {
  const scanners: HistoryScanner[] = [];
  for (const peer of [gitleaks, betterleaks] satisfies readonly Peer[]) {
    const installation = await install(peer.name, peer.ways, true, say);
    const setting = peer.settings.find(({ rules }) => rules === submitRule);
    const [file, content] = Object.entries(setting?.files ?? {})[0] ?? [];
    const args = peerArgs[peer.name];
    if (!('program' in installation) || file === undefined || content === undefined || args === undefined) {
      say(`${peer.name} is left out: ${'reasons' in installation ? installation.reasons.join('; ') : 'it has no Submit rule'}`);
      continue;
    }
    mkdirSync(folder, { recursive: true });
    const config = join(folder, file);
    writeFileSync(config, content);
    const { program } = installation;
    const report = join(folder, `${peer.name}.report.json`);
    const version = 'version' in installation.way ? ` ${installation.way.version}` : '';
    scanners.push({
      name: `${peer.name}${version}`,
      command: (repository) => [program, ...args(repository, report, config)],
      scan(repository) {
        rmSync(report, { force: true });
        const { status, stderr } = spawnSync(program, args(repository, report, config), { encoding: 'utf8', maxBuffer: 1 << 28 });
        if (status !== 0) throw new Error(`${peer.name} failed (${status}): ${stderr.slice(0, 400)}`);
        return readFileSync(report, 'utf8');
      },
    });
  }
  return scanners;
}

/** Runs the command line on a whole repository, without what earlier runs know. */
export function scanAll(repository: string): { readonly status: number | null; readonly report: string } {
  const { status, stdout } = spawnSync(process.execPath, [scannerProgram, 'git', '--all', '--no-cache', '-f', 'json'], { cwd: repository, encoding: 'utf8', maxBuffer: 1 << 28 });
  return { status, report: stdout };
}
