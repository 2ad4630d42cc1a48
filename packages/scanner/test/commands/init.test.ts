import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { initialise } from '../../src/commands/init.ts';
import { loadConfig } from '../../src/configs/load-config.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { memoryContext } from './memory-context.ts';

it('writes a configuration that is found, and says what to do next', async () => {
  const folder = temporaryFolder();
  const context = memoryContext(folder);
  expect(initialise(context)).toBe(0);
  expect(context.said().printed).toMatch(/^Wrote submit-guard\.config\.yaml\.[^]*submit-guard baseline --reason/);
  expect((await loadConfig(folder)).path).toBe(join(folder, 'submit-guard.config.yaml'));
});

it('leaves a configuration that is there as it is', () => {
  const folder = temporaryFolder({ '.git/HEAD': '', '.submit-guard.json': '{}', 'a/x': '' });
  expect(() => initialise(memoryContext(join(folder, 'a')))).toThrow('There is a configuration already: ../.submit-guard.json. It was left as it is.');
  expect(readFileSync(join(folder, '.submit-guard.json'), 'utf8')).toBe('{}');
});

it('says why it could not', () => {
  const folder = temporaryFolder({ 'submit-guard.config.yaml/x': '' });
  expect(() => initialise(memoryContext(folder))).toThrow(/^submit-guard\.config\.yaml could not be written: /);
});
