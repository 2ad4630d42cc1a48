import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { folderWith, hiddenKey, lineWith, makeKey, submitGuard } from './command-line.ts';
import { denySockets } from './deny-sockets.ts';
import { HookedRepository } from './hooked-repository.ts';

describe('submit-guard without a network', () => {
  it('is seen to ask for a page, and for nothing else, with --url', async () => {
    const cwd = folderWith({ 'deny.mjs': denySockets });
    const sockets = join(cwd, 'sockets');
    const run = await submitGuard(['scan', '--url', 'http://127.0.0.1:9/'], { cwd, environment: { NODE_OPTIONS: `--import ${pathToFileURL(join(cwd, 'deny.mjs')).href}`, SOCKETS: sockets } });
    expect(readFileSync(sockets, 'utf8')).toBe('connect\n');
    expect(run.status).toBe(2);
  });

  it.each([
    { options: ['scan'], status: 1 },
    { options: ['scan', '--jobs', '2', '--format', 'sarif'], status: 1 },
    { options: ['rules'], status: 0 },
    { options: ['explain', 'no-hardcoded-key'], status: 0 },
    { options: ['init'], status: 0 },
    { options: ['baseline', '--reason', 'known for now'], status: 0 },
    { options: ['scan', '--help'], status: 0 },
  ])('opens no socket for $options', async ({ options, status }) => {
    const cwd = folderWith({ 'deny.mjs': denySockets, 'a.env': lineWith(makeKey()), 'b.txt': 'see https://submit.atomyx.io/api', 'c.js': hiddenKey(makeKey()) });
    const sockets = join(cwd, 'sockets');
    const run = await submitGuard(options, { cwd, environment: { NODE_OPTIONS: `--import ${pathToFileURL(join(cwd, 'deny.mjs')).href}`, SOCKETS: sockets } });
    expect(existsSync(sockets) ? readFileSync(sockets, 'utf8') : '').toBe('');
    expect(run).toMatchObject({ status, signal: null });
  });

  it.each([
    { options: ['install'], status: 0 },
    { options: ['uninstall'], status: 0 },
    { options: ['audit'], status: 0 },
    { options: ['hook', 'pre-commit'], status: 0 },
    { options: ['hook', 'commit-msg', 'b.txt'], status: 0 },
    { options: ['hook', 'pre-push', 'origin'], status: 0 },
    { options: ['ci', '--sarif', 'report.sarif'], status: 1 },
    { options: ['scan', '--policy-from', 'HEAD'], status: 1 },
    { options: ['git', '--all'], status: 1 },
    { options: ['git', '--staged'], status: 0 },
    { options: ['git', '--range', 'HEAD..HEAD'], status: 0 },
  ])('opens no socket for $options in a repository', async ({ options, status }) => {
    const { folder: cwd } = new HookedRepository({ 'deny.mjs': denySockets, 'a.env': lineWith(makeKey()), 'b.txt': 'see https://submit.atomyx.io/api' });
    const sockets = join(cwd, 'sockets');
    const run = await submitGuard(options, { cwd, environment: { NODE_OPTIONS: `--import ${pathToFileURL(join(cwd, 'deny.mjs')).href}`, SOCKETS: sockets } });
    expect(existsSync(sockets) ? readFileSync(sockets, 'utf8') : '').toBe('');
    expect(run).toMatchObject({ status, signal: null });
  });

  it('opens one for the command that is there to do so', async () => {
    const cwd = folderWith({ 'deny.mjs': denySockets, 'a.env': lineWith(makeKey()) });
    const sockets = join(cwd, 'sockets');
    const run = await submitGuard(['verify', 'a.env', '--base-url', 'http://127.0.0.1:9'], { cwd, environment: { NODE_OPTIONS: `--import ${pathToFileURL(join(cwd, 'deny.mjs')).href}`, SOCKETS: sockets } });
    expect(readFileSync(sockets, 'utf8')).toBe('connect\n');
    expect(run).toMatchObject({ status: 2, stdout: expect.stringContaining('not known') as string });
  });

  it('would notice one', async () => {
    const cwd = folderWith({ 'deny.mjs': denySockets, 'call.mjs': `await import('./deny.mjs'); await fetch('http://127.0.0.1:9').catch(() => 0);` });
    const sockets = join(cwd, 'sockets');
    await submitGuard(['--version'], { cwd, environment: { NODE_OPTIONS: `--import ${pathToFileURL(join(cwd, 'call.mjs')).href}`, SOCKETS: sockets } });
    expect(readFileSync(sockets, 'utf8')).toBe('fetch\n');
  });
});
