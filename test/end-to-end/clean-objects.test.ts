import { chmodSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Report } from '@submit-guard/core';
import { fingerprintOf } from '@submit-guard/core';
import { describe, expect, it } from 'vitest';
import { lineWith, makeKey, TrapRepository } from '../repositories/trap-repository.ts';
import { folderWith, submitGuard } from './command-line.ts';

interface Place {
  readonly repository: TrapRepository;
  readonly cache: string;
}

function newPlace(): Place {
  const repository = new TrapRepository(join(folderWith(), 'cached'));
  repository.write('a.txt', 'a\n');
  repository.write('picture.png', Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(64)]));
  repository.commit('Clean');
  return { repository, cache: folderWith() };
}

async function scan({ repository, cache }: Place, options: readonly string[] = [], environment: Readonly<Record<string, string>> = {}): Promise<Report & { readonly status: number | null }> {
  const { status, stdout, stderr } = await submitGuard(['git', '--all', '-f', 'json', ...options], { cwd: repository.folder, environment: { XDG_CACHE_HOME: cache, ...environment } });
  expect(stderr).toBe('');
  return { ...(JSON.parse(stdout) as Report), status };
}

function cacheFiles({ cache }: Place): readonly string[] {
  try {
    return readdirSync(join(cache, 'submit-guard')).map((name) => join(cache, 'submit-guard', name));
  } catch {
    return [];
  }
}

describe('what is known to be clean', () => {
  it('is not read again, and still counts', async () => {
    const place = newPlace();
    const first = await scan(place);
    expect(first).toMatchObject({ status: 0, coverage: { commits: 2, blobs: 7, skipped: [{ reason: 'media' }] } });
    const second = await scan(place);
    expect(second).toMatchObject({ status: 0, coverage: { commits: 2, blobs: 0, bytes: 0, knownClean: 6, skipped: first.coverage.skipped } });
    place.repository.write('b.txt', 'b\n');
    place.repository.commit('More');
    expect((await scan(place)).coverage).toMatchObject({ commits: 3, blobs: 3, knownClean: 6 });
    place.repository.git('repack', '--quiet', '-a', '-d');
    expect((await scan(place)).coverage).toMatchObject({ commits: 3, blobs: 0, knownClean: 9 });
  });

  it('never holds what has a key, in a file, in a message or in a name', async () => {
    const place = newPlace();
    const { repository } = place;
    const keys = [makeKey(), makeKey(), makeKey()];
    repository.write('k.env', lineWith(keys[0] ?? ''));
    repository.write(`ATOMYX_SUBMIT_API_KEY=${keys[1]}`, 'x\n');
    repository.commit(`ATOMYX_SUBMIT_API_KEY=${keys[2]}`);
    const expected = keys.map(fingerprintOf).sort();
    for (let run = 0; run < 3; run++) {
      const { findings, coverage, status } = await scan(place);
      expect(findings.map(({ secret }) => secret?.fingerprint).sort()).toEqual(expected);
      expect(status).toBe(1);
      expect(coverage.commits).toBe(3);
    }
    for (const file of cacheFiles(place)) for (const key of keys) expect(readFileSync(file, 'latin1')).not.toContain(key);
  });

  it('does not outlast another configuration, or a key that became known', async () => {
    const place = newPlace();
    const key = makeKey();
    place.repository.write('notes.txt', `the value is ${key}, they said\n`);
    place.repository.commit('Notes');
    expect(await scan(place)).toMatchObject({ status: 0 });
    expect(await scan(place, [], { ATOMYX_SUBMIT_API_KEY: key })).toMatchObject({ status: 1, findings: [{ path: 'notes.txt', confidence: 'certain' }] });
    expect(cacheFiles(place)).toHaveLength(1);
    // What a process has left that was killed.
    const left = join(dirname(cacheFiles(place)[0] ?? ''), '.x.clean.0123456789ab.tmp');
    writeFileSync(left, 'half');
    utimesSync(left, 1, 1);
    place.repository.write('submit-guard.config.yaml', `formats:\n  - name: ours\n    pattern: 'the value is [0-9a-f]{40}'\n`);
    expect(await scan(place)).toMatchObject({ status: 1 });
    expect(cacheFiles(place)).toHaveLength(1);
  });

  it('does not depend on what one run was told to report', async () => {
    const place = newPlace();
    const { repository } = place;
    const [short, long] = [makeKey(), makeKey()];
    repository.write('short.env', lineWith(short));
    repository.write('long.env', `${'ordinary text\n'.repeat(1_300_000)}${lineWith(long)}`);
    repository.commit('Both');
    repository.write('submit-guard.config.yaml', 'rules:\n  no-hardcoded-key: off\n');
    expect((await scan(place)).findings).toEqual([]);
    repository.remove('submit-guard.config.yaml');
    expect((await scan(place, ['--min-confidence', 'certain'])).findings).toEqual([]);
    expect((await scan(place)).findings.map(({ path }) => path)).toEqual(['long.env', 'short.env']);
  });

  it('is not used with --no-cache, nor where it is damaged', async () => {
    const place = newPlace();
    await scan(place, ['--no-cache']);
    expect(cacheFiles(place)).toEqual([]);
    await scan(place);
    expect((await scan(place, ['--no-cache'])).coverage).toMatchObject({ blobs: 7 });
    const [file = ''] = cacheFiles(place);
    const bytes = readFileSync(file);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(file, bytes);
    expect((await scan(place)).coverage).toMatchObject({ blobs: 7 });
    writeFileSync(file, bytes.subarray(0, bytes.length / 2));
    expect((await scan(place)).coverage).toMatchObject({ blobs: 7 });
  });

  it('notices what has vanished since', async () => {
    const place = newPlace();
    await scan(place);
    const id = place.repository.git('rev-parse', 'HEAD:a.txt');
    const path = join(place.repository.folder, '.git/objects', id.slice(0, 2), id.slice(2));
    const { unlinkSync } = await import('node:fs');
    unlinkSync(path);
    for (let run = 0; run < 2; run++) expect(await scan(place)).toMatchObject({ status: 2, coverage: { unread: [{ path: `blob:${id}` }] } });
  });

  it('stays private, and is done without where it cannot be written', async () => {
    const place = newPlace();
    await scan(place);
    const [file = ''] = cacheFiles(place);
    expect(statSync(dirname(file)).mode & 0o077).toBe(0);
    const closed = folderWith({ 'submit-guard': 'a file in the way' });
    chmodSync(closed, 0o555);
    expect(await scan({ ...place, cache: closed })).toMatchObject({ status: 0 });
  });

  it('is whole or not there, whenever the process is killed', async () => {
    const place = newPlace();
    for (let number = 0; number < 300; number++) place.repository.write(`many/${number}.txt`, `${number}\n`.repeat(number));
    place.repository.commit('Many');
    const { spawn } = await import('node:child_process');
    const { program } = await import('./command-line.ts');
    const { setTimeout } = await import('node:timers/promises');
    for (let delay = 60; delay <= 480; delay += 30) {
      const child = spawn(process.execPath, [program, 'git', '--all', '-f', 'json'], {
        cwd: place.repository.folder, env: { PATH: process.env['PATH'], HOME: '/nonexistent', XDG_CACHE_HOME: place.cache }, stdio: 'ignore',
      });
      const closed = new Promise((resolve) => child.on('close', resolve));
      await setTimeout(delay);
      child.kill('SIGKILL');
      await closed;
      const { coverage, status } = await scan(place);
      expect(status).toBe(0);
      expect(coverage.blobs + (coverage.knownClean ?? 0) + coverage.skipped.length).toBe(coverage.knownClean === undefined ? 311 : 310);
    }
  }, 60_000);
});
