import { parseArgs } from 'node:util';
import { freshSeed } from '../../credentials/randomness.ts';
import { textEngineOf } from '../../judgements/engines.ts';
import { clients } from './clients.ts';
import { faultsOf, snippetCases } from './proof.ts';

/** Prints every fault of the snippet proof; with `--dump TEXT` also the code of the faulty cases whose title holds the text. `--engine detector` leaves the scanner out. */
export function main(args: readonly string[]): number {
  const { values } = parseArgs({ args: [...args], options: { seed: { type: 'string' }, dump: { type: 'string' }, engine: { type: 'string', default: 'scanner' } } });
  const seed = values.seed === undefined ? freshSeed() : Number(values.seed);
  const engine = textEngineOf(values.engine);
  let cases = 0;
  let faulty = 0;
  for (const snippet of snippetCases(seed)) {
    cases += 1;
    const faults = faultsOf(engine, snippet);
    if (faults.length === 0) continue;
    faulty += 1;
    console.log(faults.join('\n'));
    if (values.dump !== undefined && snippet.title.includes(values.dump)) console.log(`${snippet.text}\n`);
  }
  console.log(`${cases} snippets for ${clients.length} client libraries, ${faulty} of them judged wrongly (seed ${seed})`);
  return faulty === 0 ? 0 : 1;
}
