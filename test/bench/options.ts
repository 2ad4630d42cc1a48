import { parseArgs } from 'node:util';

export interface Options {
  /** Beginnings of the names of works; all works where there are none. */
  readonly only: readonly string[];
  /** Names of peers; all peers where `undefined`. */
  readonly peers: readonly string[] | undefined;
  /** Rounds of every work, if no run takes more than a minute. */
  readonly runs: number;
  /** Share of the full size of every work, (0, 1]. */
  readonly scale: number;
  /** Installs and generates, and measures nothing. */
  readonly prepare: boolean;
  readonly install: boolean;
  /** Whether docs/benchmarks.md is written. */
  readonly write: boolean;
  /** Files with results of earlier runs, of which the page is written. */
  readonly page: readonly string[] | undefined;
  readonly help: boolean;
}

export const help = `Measures submit-guard and its peers side by side.

  node test/bench/run.mjs [FLAGS]

  --only a,c      these works only: a (many files), b (one big file), c (start-up), d (dense candidates), e (known keys), f (bundles), g (redact);
                  longer names choose less, such as a-all, a-part, d-logs
  --peers rg,gitleaks
                  these peers only; submit-guard itself is always measured, and "none" are no peers
  --runs N        rounds (default 5); fewer where one run takes more than a minute, four times as many for start-up
  --scale X       this share of the full size, for trials: 0.01 is one hundredth
  --prepare       install the peers and make the works, measure nothing
  --no-install    use the peers that are there
  --write         write docs/benchmarks.md; whole runs only
  --page FILE,FILE
                  write docs/benchmarks.md from the results of earlier runs, which together did all works; measure nothing
`;

const listOf = (text: string | undefined): readonly string[] | undefined => text?.split(',').map((word) => word.trim()).filter((word) => word !== '');

/** @throws Error with a sentence where the flags make no sense. */
export function parseOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      peers: { type: 'string' },
      runs: { type: 'string', default: '5' },
      scale: { type: 'string', default: '1' },
      prepare: { type: 'boolean', default: false },
      'no-install': { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      page: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs ${values.runs} is no number of rounds. Pass a whole number from 1.`);
  const scale = Number(values.scale);
  if (!(scale > 0 && scale <= 1)) throw new Error(`--scale ${values.scale} is no share. Pass a number above 0, at most 1.`);
  const only = listOf(values.only) ?? [];
  const peers = listOf(values.peers);
  if (values.write && (only.length > 0 || peers !== undefined || scale !== 1 || runs < 5)) {
    throw new Error('--write needs a whole run: leave out --only, --peers and --scale, and let there be at least five rounds.');
  }
  const { prepare, write, help: wantsHelp } = values;
  return { only, peers, runs, scale, prepare, install: !values['no-install'], write, page: listOf(values.page), help: wantsHelp };
}
