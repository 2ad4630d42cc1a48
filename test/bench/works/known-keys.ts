import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scannerProgram } from '../cache.ts';
import { randomValues } from './random-values.ts';
import type { RandomValues } from './random-values.ts';
import { material } from './work.ts';

/** Keys that a scan started in `folder` knows. */
export interface KnownKeys {
  /** Working directory of the scan. */
  readonly folder: string;
  /** A file that holds one of the keys, with no name and no host near it: it must be found. */
  readonly probe: string;
  /** The keys, one a line, for a search that knows nothing of keys; where they are known in clear. */
  readonly list: string | undefined;
}

function keyOf(random: RandomValues): string {
  return random.pick([() => random.hex(40), () => random.base64url(43), () => random.uuid(), () => `acme_live_${random.base64url(32)}`])();
}

function keysOf(count: number): readonly string[] {
  const random = randomValues(`known keys: ${count}`);
  return Array.from({ length: count }, () => keyOf(random));
}

const writeProbe = (folder: string, keys: readonly string[]): void =>
  writeFileSync(join(folder, 'probe.txt'), `The seventh word of this line is ${keys.at(-1) ?? ''} indeed.\n`);

/** As values of a `.env` file. */
export function keysInEnvironment(folder: string, count: number): KnownKeys {
  const { target } = material({
    target: join(folder, `keys-in-env-${count}`),
    from: 'version 1',
    make: (made) => {
      const keys = keysOf(count);
      mkdirSync(made);
      writeFileSync(join(made, '.env'), keys.map((key, index) => `ATOMYX_SUBMIT_API_KEY_${index + 1}=${key}\n`).join(''));
      writeFileSync(join(made, 'keys.txt'), keys.map((key) => `${key}\n`).join(''));
      writeProbe(made, keys);
      return { planted: 1 };
    },
  });
  return { folder: target, probe: join(target, 'probe.txt'), list: join(target, 'keys.txt') };
}

interface KeysFile {
  readonly keys: readonly object[];
}

/**
 * As fingerprints in the committed file. The command line writes the one that the probe holds; the others are random numbers in
 * its form, which cost a scan the same: a slow hash each would take minutes.
 */
export function keysInFile(folder: string, count: number): KnownKeys {
  const { target } = material({
    target: join(folder, `keys-in-file-${count}`),
    from: 'version 2',
    make: (made) => {
      const keys = keysOf(count);
      mkdirSync(made);
      execFileSync(process.execPath, [scannerProgram, 'keys', 'add', '--label', 'probe'], { cwd: made, input: keys.at(-1) ?? '' });
      const path = join(made, '.submit-guard/keys.json');
      const file = JSON.parse(readFileSync(path, 'utf8')) as KeysFile;
      const random = randomValues(`fingerprints: ${count}`);
      const others = keys.slice(0, -1).map((key, index) => ({
        id: random.hex(8), label: `key ${index}`, added: '2026-01-01', length: key.length, tag: random.below(2 ** 32), check: random.below(2 ** 16), hash: random.hex(64),
      }));
      writeFileSync(path, JSON.stringify({ ...file, keys: [...file.keys, ...others] }));
      writeProbe(made, keys);
      return { planted: 1 };
    },
  });
  return { folder: target, probe: join(target, 'probe.txt'), list: undefined };
}
