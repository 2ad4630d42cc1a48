import { expect, it } from 'vitest';
import { createDetector } from '../../src/detectors/detector.ts';
import { defaultDetectorOptions } from '../../src/detectors/detector-options.ts';
import { hostTest } from '../../src/detectors/sign-test.ts';
import { Layout } from '../../src/layouts/layout.ts';
import type { Match } from '../../src/match.ts';
import { Condenser } from '../../src/quiet-records/condenser.ts';
import { QuietRecords } from '../../src/quiet-records/quiet-records.ts';
import { Random, randomLog } from './random-logs.ts';

const cases = Number(process.env['CONDENSED_LOGS'] ?? 30);
const first = Number(process.env['FIRST_LOG'] ?? 0);

const { hosts } = defaultDetectorOptions;
/** Reads all of a text: numbers in a host could stand in a record in place of others. */
const plain = createDetector({ hosts: [...hosts, '0.invalid'] });
const readable = ({ secret, ...match }: Match): unknown => ({ ...match, key: secret?.fingerprint });
const options = { hosts, stagingHosts: [], isSubmitName: undefined, mayNameHost: hostTest(hosts) };
const records = new QuietRecords(options);
const times = ['2026-01-01T10:00:00.037Z', '2026-01-01 10:00:00'];
const isQuiet = (kind: (time: string) => string): boolean =>
  Array.from({ length: 16 }, (_, index) => kind(times[index % times.length] ?? '')).every((record) => records.of(record, Buffer.from(record), 0, record.length) !== undefined);

it('reads random logs without their quiet records as it reads all of them', () => {
  let condensed = 0;
  let found = 0;
  for (let seed = first; seed < first + cases; seed++) {
    const random = new Random(seed);
    const log = randomLog(random, 120_000 + random.below(400_000), isQuiet);
    const matches = plain.detect(log);
    expect(createDetector().detect(log).map(readable), `log ${seed}`).toEqual(matches.map(readable));
    if (new Condenser(options).condense(new Layout(log)) !== undefined) {
      condensed++;
      found += matches.length;
    }
  }
  expect(condensed).toBeGreaterThan(cases / 5);
  expect(found).toBeGreaterThan(0);
});
