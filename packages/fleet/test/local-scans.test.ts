import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Report } from '@submit-guard/core';
import { fingerprintOf } from '@submit-guard/core';
import { describe, expect, it } from 'vitest';
import { findingsOf, parseReport, run, runFleet, startFleet } from './command.ts';
import { git, leak, makeFleet, makeRepository, newKey, temporaryFolder } from './repositories.ts';

const place = temporaryFolder();
const { keys } = makeFleet(join(place, 'repositories'));

const scan = (...args: readonly string[]): ReturnType<typeof runFleet> => runFleet(['scan', ...args, '--format', 'json'], place);

describe('submit-guard fleet scan', () => {
  let whole: Report;

  it('finds what is in every object of every repository, and keeps it', async () => {
    const answer = await scan('repositories', '--store', 'all.sqlite');
    expect(answer.status).toBe(1);
    const report = parseReport(answer);
    whole = report;
    expect(report.findings.map(({ secret }) => secret?.fingerprint).sort()).toEqual(keys.map(fingerprintOf).sort());
    expect(report.findings.map(({ path }) => path)).toEqual(['large/deep/second.py', 'large/first.py', 'team/small-0/src/send.py', 'team/small-1/src/send.py', 'team/small-2/src/send.py']);
    expect(report.coverage.unread).toEqual([]);
    // Whoever reads the store reads the same.
    const again = await runFleet(['report', '--store', 'all.sqlite', '--format', 'json'], place);
    expect(again.stdout).toBe(answer.stdout);
    expect(again.status).toBe(1);
    const sarif = await runFleet(['report', '--store', 'all.sqlite', '--format', 'sarif'], place);
    expect(sarif.stdout).toContain('"uri": "large/first.py"');
    const page = await run(['report', 'all.sqlite'], place);
    expect(page.stderr).toBe('');
    expect(page.stdout).toContain('"large/first.py"');
    for (const key of keys) expect(answer.stdout + answer.stderr + sarif.stdout + page.stdout).not.toContain(key);
  });

  it('comes to the same in many small jobs, and reads nothing twice that is clean', async () => {
    const parts = parseReport(await scan('repositories', '--store', 'parts.sqlite', '--job-size', '40kB', '--jobs', '2'));
    expect(findingsOf(parts)).toEqual(findingsOf(whole));
    expect({ ...parts.coverage, knownClean: 0, blobs: 0, bytes: 0 }).toEqual({ ...whole.coverage, knownClean: 0, blobs: 0, bytes: 0 });
    expect(parts.coverage.blobs + (parts.coverage.knownClean ?? 0)).toBe(whole.coverage.blobs + (whole.coverage.knownClean ?? 0));
    const second = parseReport(await scan('repositories', '--store', 'parts.sqlite'));
    expect(findingsOf(second)).toEqual(findingsOf(whole));
    expect(second.coverage.blobs).toBeLessThan(20);
  });

  it('names what cannot be scanned, reports the rest, and exits with 2', async () => {
    const broken = join(place, 'broken');
    makeRepository(join(broken, 'good'), { 'a.py': leak(newKey()) });
    mkdirSync(join(broken, 'bad/objects'), { recursive: true });
    mkdirSync(join(broken, 'bad/refs'));
    writeFileSync(join(broken, 'bad/HEAD'), 'nonsense');
    writeFileSync(join(place, 'broken.txt'), `broken\nfile://${join(place, 'nowhere')}\n`);
    const answer = await scan('broken.txt', '--store', 'broken.sqlite');
    expect(answer.status).toBe(2);
    const report = parseReport(answer);
    expect(report.findings.map(({ path }) => path)).toEqual(['good/a.py']);
    expect(report.coverage.unread.map(({ path }) => path)).toEqual(['bad', expect.stringMatching(/nowhere$/)]);
    const status = await runFleet(['status', '--store', 'broken.sqlite'], place);
    expect(status.stdout).toContain('1 of 3 scanned, 2 failed, 0 wait');
    expect(status.status).toBe(2);
  });

  it('goes on where it was killed, also where its processes were', async () => {
    const first = startFleet(['scan', 'repositories', '--store', 'killed.sqlite', '--job-size', '40kB', '--jobs', '1', '-q'], place);
    // As soon as it has begun, whatever it is at.
    while (!existsSync(join(place, 'killed.sqlite'))) await wait(20);
    while (!(await runFleet(['status', '--store', 'killed.sqlite', '--format', 'json'], place)).stdout.includes('"startedAt"')) await wait(100);
    first.child.kill('SIGKILL');
    await first.ended;
    const between = parseReport(await runFleet(['report', '--store', 'killed.sqlite', '--format', 'json'], place));
    // Nothing passes for clean that was not scanned.
    if (between.findings.length < whole.findings.length) expect(between.coverage.unread).not.toEqual([]);
    const resumed = await runFleet(['scan', '--resume', '--store', 'killed.sqlite', '--format', 'json'], place);
    expect(findingsOf(parseReport(resumed))).toEqual(findingsOf(whole));
    expect(parseReport(resumed).coverage.unread).toEqual([]);
  });

  it('gives up what brings down every process that scans it, and names it', async () => {
    const poison = startFleet(['scan', 'repositories/large', '--store', 'poison.sqlite', '--format', 'json'], place);
    while (poison.child.exitCode === null) {
      // Whatever process takes the job is killed.
      spawnSync('pkill', ['-KILL', '-P', String(poison.child.pid)]);
      await wait(20);
    }
    const answer = await poison.ended;
    expect(answer.status).toBe(2);
    expect(parseReport(answer).coverage.unread).toEqual([{ path: 'large', reason: 'it could not be scanned: the process that scanned it ended (SIGKILL), in 3 attempts' }]);
  });

  it('takes lists, addresses and globs', async () => {
    const list = join(place, 'list.txt');
    writeFileSync(list, `# ours\nrepositories/team\n\nfile://${join(place, 'repositories/large')}\n`);
    const report = parseReport(await scan('list.txt', '--store', 'list.sqlite', '--exclude', '**/small-1', '--mirrors', 'mirrors'));
    expect(report.findings.map(({ path }) => path.replace(/^.*repositories\//, '')).sort()).toEqual(['large/deep/second.py', 'large/first.py', 'small-0/src/send.py', 'small-2/src/send.py']);
    expect(report.coverage.unread).toEqual([]);
    // A mirror is brought up to date.
    const key = newKey();
    const work = join(place, 'repositories/large');
    writeFileSync(join(work, 'third.py'), leak(key));
    git(work, 'add', '--all');
    git(work, 'commit', '--quiet', '--message', 'One more');
    const later = parseReport(await scan(`file://${work}`, '--store', 'list.sqlite', '--mirrors', 'mirrors'));
    expect(later.findings.some(({ secret }) => secret?.fingerprint === fingerprintOf(key))).toBe(true);
    git(work, 'reset', '--quiet', '--hard', 'HEAD~1');
  });
});
