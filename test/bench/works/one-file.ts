import { closeSync, copyFileSync, openSync, readdirSync, readFileSync, readSync, statSync, writeSync } from 'node:fs';
import { extname, join } from 'node:path';
import { randomValues } from './random-values.ts';
import { material } from './work.ts';
import type { Material } from './work.ts';

const fullBytes = 1_000_000_000;
const partBytes = 16_000_000;
/** Real text that is repeated. */
const sampleBytes = 48_000_000;
const plantedKeys = 20;

const textual: ReadonlySet<string> = new Set(['.js', '.mjs', '.cjs', '.ts', '.json', '.md', '.css', '.map', '.yml', '.yaml', '.html', '.txt']);

/** Files of the tree up to half a megabyte, in an order of their own, until there is enough. */
export function sampleOf(folder: string, most: number): readonly [Buffer, ...Buffer[]] {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && textual.has(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const random = randomValues('one file: sample');
  const sample: Buffer[] = [];
  let bytes = 0;
  for (let tries = paths.length; tries > 0 && bytes < most; tries -= 1) {
    const path = paths[random.below(paths.length)] ?? '';
    if (statSync(path).size > 500_000) continue;
    const text = Buffer.concat([readFileSync(path), Buffer.from('\n')]);
    sample.push(text);
    bytes += text.length;
  }
  const [first, ...others] = sample;
  if (first === undefined) throw new Error(`There is no text to repeat in ${folder}.`);
  return [first, ...others];
}

/** The same text with other digits: hashes, versions and offsets differ from one repetition to the next. */
export function vary(text: Buffer, round: number): Buffer {
  const varied = Buffer.from(text);
  for (let index = 0; index < varied.length; index += 1) {
    const digit = (varied[index] as number) - 48;
    if (digit >= 0 && digit <= 9) varied[index] = 48 + ((digit + round) % 10);
  }
  return varied;
}

/**
 * One big file of real text, repeated in changing order with changing digits.
 *
 * @param tree - folder of real files.
 * @param plant - whether a few Submit keys stand in it, evenly spread.
 */
export function oneFile(folder: string, scale: number, tree: Material, plant: boolean): Material {
  const size = Math.round(fullBytes * scale);
  return material({
    target: join(folder, plant ? 'one-file-with-keys.txt' : 'one-file.txt'),
    from: `${tree.files} files, ${tree.bytes} bytes; ${size} bytes, version 1`,
    make: (target) => {
      const sample = sampleOf(tree.target, Math.min(sampleBytes, size / 4));
      const random = randomValues('one file: order');
      const keys = randomValues('one file: keys');
      const file = openSync(target, 'w');
      let bytes = 0;
      let planted = 0;
      try {
        for (let count = 0; bytes < size; count += 1) {
          bytes += writeSync(file, vary(random.pick(sample), Math.floor(count / sample.length)));
          if (plant && planted < plantedKeys && bytes > (size * (planted + 0.5)) / plantedKeys) {
            bytes += writeSync(file, `\nATOMYX_SUBMIT_API_KEY=${keys.hex(40)}\n`);
            planted += 1;
          }
        }
      } finally {
        closeSync(file);
      }
      return { planted };
    },
  });
}

/** The beginning of the big file for those who would need hours for all of it. */
export function partOfOneFile(folder: string, scale: number, whole: Material): Material {
  const size = Math.round(partBytes * scale);
  return material({
    target: join(folder, 'one-file-part.txt'),
    from: `${whole.bytes} bytes; ${size} bytes`,
    make: (target) => {
      if (size >= whole.bytes) {
        copyFileSync(whole.target, target);
        return { planted: whole.planted };
      }
      const text = Buffer.alloc(size);
      const from = openSync(whole.target, 'r');
      readSync(from, text);
      closeSync(from);
      const to = openSync(target, 'w');
      writeSync(to, text);
      closeSync(to);
      return { planted: text.toString('latin1').split('ATOMYX_SUBMIT_API_KEY=').length - 1 };
    },
  });
}
