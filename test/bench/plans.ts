import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { emptyFolder, worksFolder } from './cache.ts';
import type { Contestant } from './measures/contestant.ts';
import type { Entrant } from './measures/contestants.ts';
import { nodeAlone, ripgrepForKeys, sedWithOneLiteral, submitGuard, submitGuardRedact } from './peers/submit-guard.ts';
import { bundles } from './works/bundles.ts';
import { denseCode } from './works/dense-code.ts';
import { denseLogs } from './works/dense-logs.ts';
import { keysInEnvironment, keysInFile } from './works/known-keys.ts';
import { logToRedact } from './works/logs-to-redact.ts';
import { oneFile, partOfOneFile } from './works/one-file.ts';
import { smallFiles, someSmallFiles } from './works/small-files.ts';
import { oneSmallFile } from './works/start-up.ts';
import type { Material } from './works/work.ts';

/** Who reads a piece of work: those who can read all of it, the slow ones, everybody, ripgrep alone as the floor, or only those of the plan. */
type Readers = 'fast' | 'slow' | 'everybody' | 'floor' | 'own';

/** One table of the page: a piece of work and who reads it. */
export interface Plan {
  readonly id: string;
  readonly title: string;
  /** How many times the usual number of rounds. */
  readonly patience: number;
  readonly make: () => Material;
  readonly readers: Readers;
  /** Contestants besides submit-guard and its peers, with files on which they prove themselves. */
  readonly others: () => readonly { readonly contestant: Contestant; readonly probe: string | undefined }[];
}

function ourselves(version: string, rules?: string, cwd?: string): Contestant {
  return { name: 'submit-guard', version, setting: submitGuard(rules, cwd), program: process.execPath, folder: emptyFolder };
}

const knownKeys = [100, 10_000] as const;

/** All work there is, none of it made yet. */
export function plansFor(scale: number, version: string, entrants: readonly Entrant[], say: (sentence: string) => void): readonly Plan[] {
  const folder = join(worksFolder, String(scale));
  const keysFolder = join(worksFolder, 'keys');
  const tree = (): Material => smallFiles(folder, scale, say);
  const file = (plant: boolean): Material => oneFile(folder, scale, tree(), plant);
  const node: Contestant = { name: 'node', version: process.version.slice(1), setting: nodeAlone, program: process.execPath, folder: emptyFolder };

  const withKnownKeys: Plan['others'] = () =>
    knownKeys.flatMap((count) => {
      const named = count.toLocaleString('en');
      const environment = keysInEnvironment(keysFolder, count);
      const fingerprints = keysInFile(keysFolder, count);
      const ripgrep = entrants.find(({ peer }) => peer.name === 'ripgrep')?.contestants[0];
      return [
        { contestant: ourselves(version, `${named} keys in .env`, environment.folder), probe: environment.probe },
        { contestant: ourselves(version, `${named} keys in keys.json`, fingerprints.folder), probe: fingerprints.probe },
        ...(ripgrep === undefined || environment.list === undefined
          ? []
          : [{ contestant: { ...ripgrep, setting: ripgrepForKeys(`-F -f, ${named} keys`, environment.list) }, probe: environment.probe }]),
      ];
    });
  const filters: Plan['others'] = () => [
    { contestant: { ...ourselves(version), setting: submitGuardRedact }, probe: undefined },
    { contestant: { name: 'sed', version: versionOfSed(), setting: sedWithOneLiteral, program: 'sed', folder: emptyFolder }, probe: undefined },
  ];
  const nobody: Plan['others'] = () => [];
  const justNode: Plan['others'] = () => [{ contestant: node, probe: undefined }];
  const plan = (id: string, title: string, readers: Readers, make: Plan['make'], others = nobody, patience = 1): Plan => ({ id, title, readers, make, others, patience });

  return [
    plan('a-all', 'Many small files: real npm packages', 'fast', tree),
    plan('a-part', 'A part of the small files, for slow peers', 'slow', () => someSmallFiles(folder, scale, tree())),
    plan('b-none', 'One big file without a key', 'floor', () => file(false)),
    plan('b-few', 'One big file with a few keys', 'fast', () => file(true)),
    plan('b-part', 'The beginning of the big file, for slow peers', 'slow', () => partOfOneFile(folder, scale, file(true))),
    plan('c-clean', 'Start-up: one small file without a key', 'everybody', () => oneSmallFile(folder, false), justNode, 4),
    plan('c-key', 'Start-up: one small file with a key', 'everybody', () => oneSmallFile(folder, true), justNode, 4),
    plan('d-code', 'Dense candidates: a repository full of `atomyx` and other keys', 'fast', () => denseCode(folder, 'dense-code', scale)),
    plan('d-logs', 'Dense candidates: a log with an `Authorization` in every entry', 'fast', () => denseLogs(folder, 'dense-logs', scale)),
    plan('d-part', 'A part of the dense repository, for slow peers', 'slow', () => denseCode(folder, 'some-dense-code', scale / 20)),
    plan('e-keys', 'Known keys, on the small files of (a)', 'floor', tree, withKnownKeys),
    plan('g-ordinary', '`redact`: a log without a word of Submit', 'own', () => logToRedact(folder, 'ordinary', scale), filters),
    plan('g-submit', '`redact`: a log that names Submit and a header in every line', 'own', () => logToRedact(folder, 'submit', scale), filters),
    plan('f-dist', 'Bundles of a frontend with their source maps', 'fast', () => bundles(folder, scale, tree())),
  ];
}

function versionOfSed(): string {
  return /\d+(?:\.\d+)+/.exec(spawnSync('sed', ['--version'], { encoding: 'utf8' }).stdout)?.[0] ?? '';
}

/** Who reads a piece of work, besides its own contestants. */
export function contestantsFor({ readers }: Plan, version: string, entrants: readonly Entrant[]): readonly Contestant[] {
  if (readers === 'own') return [];
  const chosen = entrants.filter(({ peer }) => {
    if (peer.name === 'ripgrep') return true;
    switch (readers) {
      case 'everybody':
        return true;
      case 'fast':
        return !peer.isSlow;
      case 'slow':
        return peer.isSlow;
      case 'floor':
        return false;
    }
  });
  return [ourselves(version), ...chosen.flatMap(({ contestants }) => contestants)];
}
