import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '@submit-guard/core';
import { fingerprintOf } from '@submit-guard/core';
import { TrapRepository } from '../../repositories/trap-repository.ts';
import type { Trap } from '../../repositories/traps.ts';
import type { HistoryScanner } from './peers.ts';
import { scanAll } from './peers.ts';

/** What each scanner found of the keys of one trap. */
export interface TrapResult {
  readonly title: string;
  readonly planted: number;
  /** Keys found and rightly attributed by us. */
  readonly own: number;
  /** Keys found by each peer, wherever it says that they are; a sentence where it failed. */
  readonly peers: readonly (number | string)[];
}

/** Builds the repository of a trap and has it scanned by all. */
export function judgeTrap({ title, build, init = [] }: Trap, peers: readonly HistoryScanner[]): TrapResult {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'submit-guard-trap-')));
  try {
    const repository = new TrapRepository(join(folder, 'repository'), ...init);
    build(repository);
    const { findings } = JSON.parse(scanAll(repository.folder).report) as Report;
    const found = repository.plants.filter(({ key, path, commit }) => findings.some((finding) => finding.secret?.fingerprint === fingerprintOf(key) && finding.path === path && finding.commit === commit));
    const keys = [...new Set(repository.plants.map(({ key }) => key))];
    return {
      title,
      planted: keys.length,
      own: new Set(found.map(({ key }) => key)).size,
      peers: peers.map(({ scan }) => {
        try {
          const report = scan(repository.folder);
          return keys.filter((key) => report.includes(key)).length;
        } catch {
          return 'fails';
        }
      }),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The results as a table in Markdown. */
export function tableOf(results: readonly TrapResult[], peers: readonly HistoryScanner[]): string {
  const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  const sum = (amounts: readonly (number | string)[]): number => amounts.reduce<number>((total, amount) => total + (typeof amount === 'number' ? amount : 0), 0);
  return [
    row(['key in', 'keys', 'submit-guard', ...peers.map(({ name }) => name)]),
    row(['---', '---', '---', ...peers.map(() => '---')]),
    ...results.map(({ title, planted, own, peers: found }) => row([title, planted, own, ...found])),
    row(['**all**', sum(results.map(({ planted }) => planted)), sum(results.map(({ own }) => own)), ...peers.map((_, index) => sum(results.map((result) => result.peers[index] ?? 0)))]),
  ].join('\n');
}
