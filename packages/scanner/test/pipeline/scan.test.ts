import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scan } from '../../src/pipeline/scan.ts';
import type { Progress } from '../../src/pipeline/scan-source.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { temporaryRepository } from '../git-repository.ts';
import { lineWith, makeKey } from './engines.ts';

const environment = {};

describe('scan', () => {
  it('tells surfaces by the path from the top of the work tree, wherever it is started', async () => {
    const cwd = temporaryRepository({ 'public/js/app.js': `const atomyxApiKey = '${makeKey()}';\n` });
    for (const folder of ['', 'public', 'public/js']) {
      expect((await scan({ cwd: join(cwd, folder), environment })).findings).toMatchObject([{ ruleId: 'no-key-in-frontend' }]);
    }
  });

  it('makes keys known by the environment', async () => {
    const key = makeKey();
    const cwd = temporaryFolder({ 'notes.txt': `call it with ${key}\n` });
    expect((await scan({ cwd, environment })).findings).toEqual([]);
    expect((await scan({ cwd, environment: { ATOMYX_SUBMIT_API_KEY: key } })).findings).toMatchObject([{ path: 'notes.txt', confidence: 'certain' }]);
  });

  it('tells how far it has come', async () => {
    const cwd = temporaryFolder({ 'a.txt': 'abc', 'b.txt': 'de' });
    const states: Progress[] = [];
    await scan({ cwd, environment, onProgress: ({ files, bytes }) => states.push({ files, bytes }) });
    expect(states.at(-1)).toEqual({ files: 2, bytes: 5 });
  });

  it('applies the baseline that it finds', async () => {
    const key = makeKey();
    const cwd = temporaryFolder({ 'a.env': lineWith(key) });
    const { findings } = await scan({ cwd, environment });
    const entry = { path: 'a.env', ruleId: findings[0]?.ruleId, fingerprint: findings[0]?.secret?.fingerprint, reason: 'gone in March', added: '2026-01-01' };
    writeFileSync(join(cwd, 'base.json'), JSON.stringify({ version: 1, entries: [entry] }));
    expect(await scan({ cwd, environment, baseline: 'base.json', targets: ['a.env'] })).toMatchObject({ findings: [], suppressed: 1 });
  });

  it('gives the same report for the same tree, whatever the order of the targets', async () => {
    const files = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`d${index % 7}/f${index}.env`, index % 5 === 0 ? lineWith(makeKey()) : '']));
    const cwd = temporaryFolder(files);
    const whole = await scan({ cwd, environment });
    expect(whole.findings).toHaveLength(60);
    expect(await scan({ cwd, environment, targets: ['d6', 'd5/**', 'd4', 'd3', 'd2', 'd1', 'd0', '.'] })).toEqual(whole);
  });
});
