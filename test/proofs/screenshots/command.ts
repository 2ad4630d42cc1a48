import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findChromium, screenshotTools } from '../../on-demand/screenshot-tools.ts';
import { faultsOf, measurePictures } from './proof.ts';
import type { PictureResult } from './proof.ts';
import { picturesOf } from './pictures.ts';

const cache = fileURLToPath(new URL('../../../.cache/screenshots', import.meta.url));

/** Share of the keys that have to be found. */
const leastRecall = 0.97;

const percent = (part: number, whole: number): string => `${part} of ${whole} (${((100 * part) / whole).toFixed(1)} %)`;

function list(title: string, results: readonly PictureResult[], wordsOf: (result: PictureResult) => string): void {
  for (const result of results) console.log(`${title}: ${result.picture.name}${wordsOf(result)}`);
}

/** Takes screenshots with a real browser, half of them clean, and prints how many keys are found in them: `--pictures N`, `--seed N`, `--lanes N`. */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { pictures: { type: 'string', default: '140' }, seed: { type: 'string', default: '20261127' }, lanes: { type: 'string', default: String(availableParallelism()) } },
  });
  const tools = screenshotTools();
  const program = findChromium();
  if (typeof tools === 'string' || program === undefined) {
    console.error(typeof tools === 'string' ? tools : 'There is no Chromium here. Install the Debian package chromium.');
    return 2;
  }
  const pictures = picturesOf(Number(values.pictures), Number(values.seed));
  const result = await measurePictures(pictures, { tools, program, folder: join(cache, values.seed), lanes: Number(values.lanes) });
  const { missed, falseAlarms, unknown } = faultsOf(result);
  list('Missed', missed, ({ unread }) => (unread === undefined ? '' : `, not read: ${unread}`));
  list('False alarm', falseAlarms, ({ picture }) => `, which shows ${picture.instead ?? ''}`);
  list('Not told although known', unknown, () => '');
  const withKey = pictures.filter(({ key }) => key !== undefined).length;
  console.log(`keys found by the words around them  ${percent(withKey - missed.length, withKey)}`);
  console.log(`keys found by their known value      ${percent(withKey - unknown.length, withKey)}`);
  console.log(`clean pictures without a finding     ${percent(pictures.length - withKey - falseAlarms.length, pictures.length - withKey)}`);
  console.log(`processor time                       ${result.seconds.toFixed(2)} s a picture`);
  return falseAlarms.length === 0 && missed.length <= withKey * (1 - leastRecall) ? 0 : 1;
}
