import { parseArgs } from 'node:util';
import { freshSeed } from '../../credentials/randomness.ts';
import { textEngineOf } from '../../judgements/engines.ts';
import type { TextEngine } from '../../judgements/engines.ts';
import { placeOf } from '../../judgements/positions.ts';
import type { Fault } from './proof.ts';
import { measureMixtures, mixtureOf } from './proof.ts';

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)} %`;

/** The services and clients of a file in their order: the faulty one in brackets. */
function describe(fault: Fault): string {
  const { text, parts } = mixtureOf(fault.seed);
  const place = placeOf(text, fault.offset);
  const names = parts.map((part) => {
    const name = `${part.service} ${part.client.id}`;
    return part.credential.start === fault.part?.credential.start ? `[${name}]` : name;
  });
  return `${fault.kind} in --dump ${fault.seed} at ${place.line}:${place.column}: ${names.join(', ')}`;
}

function dump(engine: TextEngine, seed: number): number {
  const { text, parts } = mixtureOf(seed);
  console.log(text);
  for (const part of parts) console.log(`# ${part.service} ${part.client.id} at line ${placeOf(text, part.credential.start).line}`);
  for (const fault of measureMixtures(engine, seed, 1).faults) console.log(`# ${describe(fault)}`);
  return 0;
}

function printWorst(faults: readonly Fault[], kind: Fault['kind']): void {
  const counts = new Map<string, number>();
  for (const fault of faults.filter((each) => each.kind === kind)) {
    const id = fault.part?.client.id ?? 'at no credential';
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const worst = [...counts].sort((left, right) => right[1] - left[1]).slice(0, 10);
  if (worst.length > 0) console.log(`${kind}, worst clients: ${worst.map(([id, count]) => `${id} ${count}`).join(', ')}`);
}

/** `--files N` files from `--seed N` on, first `--faults N` faults printed; `--dump SEED` prints one file and its faults. `--engine detector` leaves the scanner out. */
export function main(args: readonly string[]): number {
  const { values } = parseArgs({
    args: [...args],
    options: {
      files: { type: 'string', default: '5000' },
      seed: { type: 'string' },
      faults: { type: 'string', default: '20' },
      dump: { type: 'string' },
      engine: { type: 'string', default: 'scanner' },
    },
  });
  const engine = textEngineOf(values.engine);
  if (values.dump !== undefined) return dump(engine, Number(values.dump));
  const seed = values.seed === undefined ? freshSeed() : Number(values.seed);
  const { files, keys, found, filesWithFalseAlarms, faults } = measureMixtures(engine, seed, Number(values.files));
  for (const fault of faults.slice(0, Number(values.faults))) console.log(describe(fault));
  printWorst(faults, 'missed');
  printWorst(faults, 'false alarm');
  console.log(`${files} mixed files from seed ${seed}`);
  console.log(`Submit keys found: ${found} of ${keys} (${percent(found, keys)}), at least 98 % wanted`);
  console.log(`files that show anything else: ${filesWithFalseAlarms} (${percent(filesWithFalseAlarms, files)}), at most 2 % allowed`);
  return found / keys >= 0.98 && filesWithFalseAlarms / files <= 0.02 ? 0 : 1;
}
