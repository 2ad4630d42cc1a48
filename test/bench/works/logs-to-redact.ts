import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { randomValues } from './random-values.ts';
import type { RandomValues } from './random-values.ts';
import { material } from './work.ts';
import type { Material } from './work.ts';

/** Bytes of the full size. */
const fullBytes = 200_000_000;

type Line = (random: RandomValues, time: string, number: number) => string;

/** What stands in a log line by line: nothing of Submit, or a request to it with the header of a key that is masked already. */
const lines: Readonly<Record<'ordinary' | 'submit', Line>> = {
  ordinary: (random, time, number) => `${time} INFO [http-${number % 40}] req=${random.uuid()} GET /orders/${number}?page=2 200 in ${number % 700}ms\n`,
  submit: (random, time, number) => `${time} INFO [http-${number % 40}] POST https://submit.atomyx.io/api/jobs 201 authorization="Bearer ***" request=${random.uuid()} took ${number % 700}ms\n`,
};

/**
 * A log for `submit-guard redact`.
 *
 * @param share - of the full size.
 */
export function logToRedact(folder: string, kind: keyof typeof lines, share: number): Material {
  const size = Math.round(fullBytes * share);
  return material({
    target: join(folder, `redact-${kind}.log`),
    from: `${size} bytes, version 1`,
    make: (target) => {
      const random = randomValues(`redact ${kind}`);
      const file = openSync(target, 'w');
      for (let written = 0, number = 0; written < size;) {
        let text = '';
        while (text.length < 1_000_000) text += lines[kind](random, new Date(Date.UTC(2026, 0, 1) + number * 37).toISOString(), number++);
        written += writeSync(file, text);
      }
      closeSync(file);
      return { planted: 0 };
    },
  });
}
