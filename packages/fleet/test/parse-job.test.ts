import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchesOf, partRanges } from '../src/jobs/cut-work.ts';
import type { Job } from '../src/jobs/job.ts';
import { MalformedError, parseJob, parseOutcome } from '../src/jobs/parse-job.ts';

const plan = { digest: 'a'.repeat(64), portionCost: 1000, ranges: 1 };
const job: Job = { kind: 'part', target: { name: 'team/one', place: { kind: 'folder', path: '/srv/one' } }, plan, parts: { from: 0, to: 2 } };

describe('a job out of a queue', () => {
  it('is taken as it was put there', () => {
    expect(parseJob(JSON.parse(JSON.stringify(job)))).toEqual(job);
    const repositories: Job = { kind: 'repositories', jobCost: 5, targets: [{ name: 'h/a', place: { kind: 'url', url: 'git@h:a.git' } }] };
    expect(parseJob(repositories)).toEqual(repositories);
  });

  it.each<[string, unknown]>([
    ['a path that leads upward in the name', { ...job, target: { ...job.target, name: '../x' } }],
    ['a relative folder', { ...job, target: { ...job.target, place: { kind: 'folder', path: 'x' } } }],
    ['a transport that runs a program', { ...job, target: { ...job.target, place: { kind: 'url', url: 'ext::sh -c id' } } }],
    ['an option in the place of an address', { ...job, target: { ...job.target, place: { kind: 'url', url: '--upload-pack=id' } } }],
    ['credentials in an address', { ...job, target: { ...job.target, place: { kind: 'url', url: 'https://user:word@host/a' } } }],
    ['control characters', { ...job, target: { ...job.target, name: 'a\u001b[31m' } }],
    ['an empty range', { ...job, parts: { from: 2, to: 2 } }],
    ['a member that nobody knows', { ...job, config: { hosts: ['x'] } }],
    ['another kind', { ...job, kind: 'run' }],
    ['nothing', undefined],
  ])('is refused with %s', (_title, value) => {
    expect(() => parseJob(value)).toThrow(MalformedError);
  });

  it('is refused with one sentence, whatever it is', () => {
    fc.assert(fc.property(fc.oneof(fc.jsonValue(), fc.record({ kind: fc.constantFrom('repositories', 'part', 'conclude'), target: fc.jsonValue(), plan: fc.jsonValue(), parts: fc.jsonValue() })), (value) => {
      expect(() => parseJob(value)).toThrow(MalformedError);
      expect(() => parseOutcome(value)).toThrow(MalformedError);
    }));
  });
});

describe('work', () => {
  it('is cut so that every part is in one job', () => {
    fc.assert(fc.property(fc.array(fc.nat(1000)), fc.nat(5), fc.integer({ min: 1, max: 3000 }), (portions, ranges, cost) => {
      const cut = partRanges({ digest: '', portionCost: 1, portions, ranges, others: 0, objects: 0 }, cost);
      expect(cut.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index))).toEqual(Array.from({ length: portions.length + ranges }, (_, part) => part));
    }));
  });

  it('is batched so that every repository is in one job, and large ones are alone', () => {
    fc.assert(fc.property(fc.array(fc.option(fc.nat(50_000_000), { nil: undefined })), (costs) => {
      const weighed = costs.map((cost, number) => ({ target: { name: `r${number}`, place: { kind: 'folder', path: '/r' } as const }, cost }));
      const batches = batchesOf(weighed);
      expect(batches.flat().map(({ name }) => name).sort()).toEqual(weighed.map(({ target }) => target.name).sort());
      for (const batch of batches) if (batch.length > 1) for (const { name } of batch) expect(costs[Number(name.slice(1))]).toBeLessThan(8_388_608);
    }));
  });
});
