import type { Report } from '@submit-guard/core';
import { describe, expect, it } from 'vitest';
import { lineWith, makeKey, submitGuard } from './command-line.ts';
import { HookedRepository } from './hooked-repository.ts';

const excused = (key: string): string => `# submit-guard-ignore-next-line -- revoked in May\n${lineWith(key)}`;

describe('--policy-from', () => {
  it('counts in worker threads, too', async () => {
    const files = Object.fromEntries(Array.from({ length: 3000 }, (_, number) => [`f/${number}.py`, 'print(1)\n']));
    const repository = new HookedRepository({ ...files, 'f/kept.py': excused(makeKey()) });
    for (let number = 0; number < 20; number++) repository.write(`own/${number}.py`, excused(makeKey()));
    const { status, stdout } = await submitGuard(['scan', '--jobs', '3', '--policy-from', 'main', '-f', 'json'], { cwd: repository.folder });
    const report = JSON.parse(stdout) as Report;
    expect({ status, suppressed: report.suppressed, found: report.findings.length }).toEqual({ status: 1, suppressed: 1, found: 20 });
  });

  it('judges what is staged and what commits bring', async () => {
    const key = makeKey();
    const repository = new HookedRepository({ 'kept.py': excused(key) });
    repository.git('switch', '--quiet', '-c', 'changes');
    repository.write('own.py', excused(makeKey()));
    repository.git('mv', 'kept.py', 'moved.py');
    repository.git('add', '--all');
    const paths = async (...options: readonly string[]): Promise<readonly string[]> =>
      (JSON.parse((await submitGuard(['git', ...options, '-f', 'json'], { cwd: repository.folder })).stdout) as Report).findings.map(({ path }) => path);
    expect(await paths('--staged')).toEqual([]);
    expect(await paths('--staged', '--policy-from', 'main')).toEqual(['own.py']);
    repository.git('commit', '--quiet', '-m', 'Change');
    expect(await paths('--range', 'main..HEAD', '--policy-from', 'main')).toEqual(['own.py']);
  });
});
