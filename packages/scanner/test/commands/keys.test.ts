import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addKey, keysHelp, listKeys, removeKey } from '../../src/commands/keys.ts';
import type { AddKeyOptions } from '../../src/commands/keys.ts';
import { loadKnownFingerprints } from '../../src/known-keys/known-fingerprints.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { memoryContext } from './memory-context.ts';

const key = (): string => randomBytes(20).toString('hex');

async function add(cwd: string, input: string | Uint8Array, options: AddKeyOptions = {}) {
  const context = memoryContext(cwd, input);
  const status = await addKey(options, context).catch((error: unknown) => (error as Error).message);
  return { status, ...context.said(), all: JSON.stringify(context.said()) };
}

const fingerprintsIn = (folder: string, path = '.submit-guard/keys.json') => loadKnownFingerprints({ path: join(folder, path), name: path, explicit: true });

describe('keys add', () => {
  it('adds the key on standard input', async () => {
    const folder = temporaryFolder();
    const value = key();
    const { status, printed, told, all } = await add(folder, `${value}\n`, { label: 'web shop, production' });
    expect({ status, told }).toEqual({ status: 0, told: '' });
    expect(printed).toMatch(/^Added [0-9a-f]{8}, web shop, production, to \.submit-guard\/keys\.json\. Commit that file/);
    expect(all).not.toContain(value.slice(0, 8));
    expect(readFileSync(join(folder, '.submit-guard/keys.json'), 'utf8')).not.toContain(value.slice(0, 8));
    expect((await fingerprintsIn(folder))?.lookUp(value)).toMatch(/^web shop, production \(known key /);
  });

  it.each([
    ['without a line end', (value: string) => value],
    ['with a Windows line end', (value: string) => `${value}\r\n`],
    ['after a byte-order mark', (value: string) => `\uFEFF${value}\n`],
  ])('takes a key %s', async (_, write) => {
    const folder = temporaryFolder();
    const value = randomUUID();
    expect((await add(folder, write(value))).status).toBe(0);
    expect((await fingerprintsIn(folder))?.lookUp(value)).toBeDefined();
  });

  it('adds to what is there, and a key once', async () => {
    const folder = temporaryFolder();
    const values = [key(), key()];
    for (const value of values) await add(folder, value);
    const text = readFileSync(join(folder, '.submit-guard/keys.json'), 'utf8');
    const again = await add(folder, values[0] ?? '', { label: 'another name' });
    expect(again.printed).toMatch(/^This key is known already: [0-9a-f]{8}, Submit key\.\n$/);
    expect(readFileSync(join(folder, '.submit-guard/keys.json'), 'utf8')).toBe(text);
    const known = await fingerprintsIn(folder);
    expect(values.every((value) => known?.lookUp(value) !== undefined)).toBe(true);
  });

  it('writes at the top of the work tree, where the configuration says, or where the user says', async () => {
    const folder = temporaryFolder({ '.git/HEAD': '', 'a/b/x': '', 'c/.submit-guard.yaml': 'keysFile: policy/keys.json\n' });
    await add(join(folder, 'a/b'), key());
    await add(join(folder, 'c'), key());
    await add(folder, key(), { keysFile: 'mine.json' });
    expect(['.submit-guard/keys.json', 'c/policy/keys.json', 'mine.json'].map((path) => existsSync(join(folder, path)))).toEqual([true, true, true]);
  });

  it('refuses an argument, with advice and without repeating it', async () => {
    const folder = temporaryFolder();
    const value = key();
    const { status, told, all } = await add(folder, '', { rest: [value] });
    expect(status).toBe(2);
    expect(told).toMatch(/history of the shell.*revoke it in Atomyx Vault/s);
    expect(all).not.toContain(value);
    expect(existsSync(join(folder, '.submit-guard'))).toBe(false);
  });

  it.each([
    ['nothing', '', 'No key came in.'],
    ['an empty line', '\n', 'No key came in.'],
    ['two lines', `${key()}\n${key()}\n`, 'More than one line'],
    ['a scheme', `Bearer ${key()}`, 'white space'],
    ['a blank at the end', `${key()} `, 'white space'],
    ['other characters', `${key()}ü`, 'no bearer token has'],
    ['quotes', `"${key()}"`, 'no bearer token has'],
    ['too much', 'a'.repeat(100_000), 'too long for a key'],
    ['a short value', 'abc123', 'short or guessable'],
    ['a word', 'correct-horse-battery-staple', 'short or guessable'],
    ['a placeholder', 'YOUR_API_KEY', 'short or guessable'],
    ['sixteen digits', randomBytes(8).toString('hex'), 'short or guessable'],
  ])('refuses %s', async (_, input, why) => {
    const folder = temporaryFolder();
    const result = await add(folder, input);
    expect(`${result.status} ${result.told}`).toContain(why);
    expect(result.printed).toBe('');
    if (input.length > 8) expect(result.all).not.toContain(input.trim());
    expect(existsSync(join(folder, '.submit-guard'))).toBe(false);
  });

  it('takes a guessable key by force, but not what is none', async () => {
    expect((await add(temporaryFolder(), 'abc123', { force: true })).status).toBe(0);
    for (const input of ['', 'a b', 'ü'.repeat(30)]) expect((await add(temporaryFolder(), input, { force: true })).status, input).toBe(2);
  });

  it('refuses a label that could be a key, or steers a terminal', async () => {
    for (const label of [key(), `my ${key()}`, 'a\u001b[2J', '', 'x'.repeat(81)]) {
      const { status, told, all } = await add(temporaryFolder(), key(), { label });
      expect({ status, told }).toEqual({ status: 2, told: expect.stringMatching(/^The label was not taken/) as string });
      if (label.length >= 40) expect(all).not.toContain(label);
    }
  });

  it('leaves a file that it does not understand as it is', async () => {
    const folder = temporaryFolder({ '.submit-guard/keys.json': '<<<<<<< ours\n' });
    expect((await add(folder, key())).status).toBe('.submit-guard/keys.json:1:1 holds a merge conflict here; resolve it.');
    expect(readFileSync(join(folder, '.submit-guard/keys.json'), 'utf8')).toBe('<<<<<<< ours\n');
  });
});

describe('keys list and remove', () => {
  it('show what is known, without hashes, and drop it', async () => {
    const folder = temporaryFolder();
    const value = key();
    await add(folder, value, { label: 'one' });
    await add(folder, randomUUID(), { label: 'two' });
    const list = memoryContext(folder);
    expect(await listKeys({}, list)).toBe(0);
    const today = new Date().toISOString().slice(0, 10);
    const { printed } = list.said();
    expect(printed.split('\n')[0]).toBe('id        added       length  label');
    expect(printed).toMatch(new RegExp(`^[0-9a-f]{8}  ${today}  40      one$`, 'm'));
    expect(printed).toMatch(new RegExp(`^[0-9a-f]{8}  ${today}  36      two$`, 'm'));
    expect(printed.length).toBeLessThan(200);

    const id = /^([0-9a-f]{8}) .* one$/m.exec(printed)?.[1] ?? '';
    const remove = memoryContext(folder);
    expect(await removeKey(id, {}, remove)).toBe(0);
    expect(remove.said().printed).toContain(`Removed ${id}, one.`);
    expect((await fingerprintsIn(folder))?.lookUp(value)).toBeUndefined();
  });

  it('say where there is nothing', async () => {
    const context = memoryContext(temporaryFolder());
    expect(await listKeys({}, context)).toBe(0);
    expect(context.said()).toEqual({ printed: '', told: 'No keys are known by fingerprint: .submit-guard/keys.json does not exist. Add one with `submit-guard keys add`.\n' });
  });

  it('do not repeat an id that is none', async () => {
    const value = key();
    const folder = temporaryFolder();
    await add(folder, value);
    for (const id of [value, '00000000']) await expect(removeKey(id, {}, memoryContext(folder))).rejects.toThrow(/^No key of that id is in \.submit-guard\/keys\.json\. `submit-guard keys list` shows the ids\.$/);
  });

  it('name a file that is faulty', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, '.submit-guard'));
    writeFileSync(join(folder, '.submit-guard/keys.json'), '{ "version": 9, "keys": [] }');
    await expect(listKeys({}, memoryContext(folder))).rejects.toThrow('.submit-guard/keys.json has a version that this submit-guard does not know');
  });
});

it('the help says why the file is safe, and what it cannot promise', () => {
  expect(keysHelp).toContain('safe to commit');
  expect(keysHelp).toContain('short or guessable');
  expect(Math.max(...keysHelp.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
});
