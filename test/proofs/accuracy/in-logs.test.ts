import { createDetector, defaultDetectorOptions } from '@submit-guard/core';
import type { Match } from '@submit-guard/core';
import { expect, test } from 'vitest';
import type { Randomness } from '../../credentials/randomness.ts';
import { randomness } from '../../credentials/randomness.ts';
import type { LabelledFile } from './labelled-files.ts';
import { labelledFiles } from './labelled-files.ts';

/** One of so many files is put into a log; `FILES_IN_LOGS=1` puts all of them. */
const share = Number(process.env['FILES_IN_LOGS'] ?? 12);

/** Reads all of a log: a host with a number in front keeps anything from being left out. */
const plain = createDetector({ hosts: [...defaultDetectorOptions.hosts, '0.invalid'] });

const readable = ({ secret, ...match }: Match): unknown => ({ ...match, key: secret?.fingerprint });

/** Entries in which nothing is found, whatever stands near them. */
function entries(count: number, random: Randomness): string {
  const hex = (length: number): string => Array.from({ length }, () => random.below(16).toString(16)).join('');
  const kinds = [
    () => `INFO gateway POST https://api.mailer.example/v1/orders/${random.below(9999)} 201 authorization="Bearer ${hex(40)}" request=${hex(32)}`,
    () => `INFO job ${random.below(9999)} created for submit.atomyx.io, Authorization: Bearer ****************`,
    () => `DEBUG cache hit ${hex(16)} in ${random.below(90)}ms`,
  ];
  return Array.from({ length: count }, (_, index) => `2026-01-01T10:00:${String(index % 60).padStart(2, '0')}.000Z ${kinds[random.below(kinds.length)]?.() ?? ''}\n`).join('');
}

/** A file in a log, one part of it far from the other: as it is, or as entries of its own. */
function inLog({ text }: LabelledFile, seed: number): string {
  const random = randomness(seed);
  const lines = text.split(/(?<=\n)/);
  const own = seed % 2 === 0 ? lines : lines.map((line) => `2026-01-01T10:00:00.000Z INFO ${line}`);
  const cut = random.below(own.length + 1);
  return `${entries(600, random)}${own.slice(0, cut).join('')}\n${entries(400, random)}${own.slice(cut).join('')}\n${entries(600, random)}`;
}

test('keys of the labelled corpus are found in logs as if all of their entries were read, however far apart what tells of them stands', () => {
  const files = labelledFiles(7).filter(({ text }, index) => index % share === 0 && text.length < 20_000);
  let found = 0;
  for (const [index, file] of files.entries()) {
    const log = inLog(file, index);
    const matches = plain.detect(log);
    found += matches.length;
    // One that has met a log of which little could be left out reads the next ones as they are.
    expect(createDetector().detect(log).map(readable), `${file.source}, log ${index}`).toEqual(matches.map(readable));
  }
  expect(found).toBeGreaterThan(files.length / 8);
});
