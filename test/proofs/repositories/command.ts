import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { traps } from '../../repositories/traps.ts';
import { longTraps } from './long-traps.ts';
import { historyPeers } from './peers.ts';
import { measureRepository } from './timing.ts';
import { judgeTrap, tableOf } from './who-finds-what.ts';

const page = fileURLToPath(new URL('../../../docs/git.md', import.meta.url));
const begin = '<!-- begin who finds what -->';
const end = '<!-- end who finds what -->';

/**
 * `npm run repositories`: plants keys in repositories of every kind and prints who finds them; `--write` puts the table into
 * docs/git.md. `--long` takes 100,000 commits and a blob of 2 GB instead; `--time FOLDER` measures a real repository.
 */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { 'write': { type: 'boolean' }, 'long': { type: 'boolean' }, 'no-peers': { type: 'boolean' }, 'time': { type: 'string' } },
  });
  const say = (sentence: string): void => console.error(sentence);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'submit-guard-proof-')));
  try {
    const peers = values['no-peers'] === true ? [] : await historyPeers(folder, say);
    if (values.time !== undefined) return measureRepository(values.time, peers, say);
    const results = (values.long === true ? longTraps : traps).map((trap) => {
      say(trap.title);
      return judgeTrap(trap, peers);
    });
    const table = tableOf(results, peers);
    console.log(table);
    if (values.write === true && values.long !== true) {
      const text = readFileSync(page, 'utf8');
      writeFileSync(page, `${text.slice(0, text.indexOf(begin) + begin.length)}\n\n${table}\n\n${text.slice(text.indexOf(end))}`);
    }
    return results.every(({ planted, own }) => planted === own) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
