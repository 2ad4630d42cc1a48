import { spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { lineWith, makeKey } from '../../repositories/trap-repository.ts';
import type { TrapRepository } from '../../repositories/trap-repository.ts';
import type { Trap } from '../../repositories/traps.ts';

const commits = 100_000;
const longBlob = 2_000_000_000;

/** Writes a stream for `git fast-import` to a file and has git read it. */
function importInto({ folder }: TrapRepository, fill: (write: (text: string | Uint8Array) => void) => void): void {
  const path = join(folder, '.git/stream');
  const file = openSync(path, 'w+');
  try {
    fill((text) => writeSync(file, typeof text === 'string' ? Buffer.from(text) : text));
    closeSync(file);
    const input = openSync(path, 'r');
    const { status, stderr } = spawnSync('git', ['fast-import', '--quiet', '--force'], { cwd: folder, stdio: [input, 'ignore', 'pipe'], encoding: 'utf8' });
    closeSync(input);
    if (status !== 0) throw new Error(stderr);
  } finally {
    rmSync(path, { force: true });
  }
}

/** Traps that take minutes and gigabytes. */
export const longTraps: readonly Trap[] = [
  {
    title: '100,000 commits',
    build(repository) {
      const keys = [makeKey(), makeKey(), makeKey()];
      const places = [17, 50_000, 99_998];
      importInto(repository, (write) => {
        for (let number = 0; number < commits; number++) {
          const index = places.indexOf(number);
          const content = index === -1 ? `version ${number}\n` : lineWith(keys[index] ?? '');
          write(`commit refs/heads/main\ncommitter A <a@example.com> ${1_700_000_000 + number} +0000\ndata 1\nx\n${number === 0 ? `from ${repository.head()}\n` : ''}M 100644 inline d/${number % 97}.env\ndata ${content.length}\n${content}\n`);
        }
      });
      const history = repository.git('rev-list', '--reverse', 'start..main').split('\n');
      for (const [index, place] of places.entries()) repository.plant(keys[index] ?? '', `d/${place % 97}.env`, { commit: history[place] });
    },
  },
  {
    title: 'a blob of 2 GB',
    build(repository) {
      const key = makeKey();
      const block = Buffer.from('an ordinary line of a log\n'.repeat(40_000));
      importInto(repository, (write) => {
        const last = Buffer.from(lineWith(key));
        const blocks = Math.floor(longBlob / block.length);
        write(`commit refs/heads/main\ncommitter A <a@example.com> 1700000000 +0000\ndata 1\nx\nfrom ${repository.head()}\nM 100644 inline long.log\ndata ${blocks * block.length + last.length}\n`);
        for (let number = 0; number < blocks; number++) write(block);
        write(last);
        write('\n');
      });
      repository.plant(key, 'long.log', { commit: repository.git('rev-parse', 'main') });
    },
  },
];
