import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ruleById, ruleIds } from '@submit-guard/rules';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin, { rules } from '../src/index.ts';

describe('the plugin', () => {
  it('has a rule for every rule of the catalogue that ESLint can check', () => {
    expect(Object.keys(rules).sort()).toEqual(ruleIds.filter((id) => ruleById(id).engines.includes('eslint')).sort());
  });

  it('takes messages and documentation from the catalogue', () => {
    for (const [id, rule] of Object.entries(rules)) {
      const entry = ruleById(id as keyof typeof rules);
      expect(rule.meta.docs.url).toBe(entry.docsUrl);
      expect(rule.meta.messages['found']?.replace(/\{\{ (\w+) \}\}/g, '{$1}')).toBe(entry.message);
    }
  });

  it('describes every option', () => {
    for (const rule of Object.values(rules)) {
      const [schema] = rule.meta.schema as { properties?: Record<string, { description?: string }> }[];
      for (const option of Object.values(schema?.properties ?? {})) expect(option.description).toMatch(/\.$/);
    }
  });

  it('has the version of its package', () => {
    const manifest = JSON.parse(readFileSync(fileURLToPath(new URL('../package.json', import.meta.url)), 'utf8')) as { version: string };
    expect(plugin.meta.version).toBe(manifest.version);
  });
});

describe('configurations', () => {
  it.each(Object.entries(plugin.configs))('%s is accepted by ESLint', async (_, config) => {
    const { default: json } = await import('@eslint/json');
    const { default: markdown } = await import('@eslint/markdown');
    const eslint = new ESLint({
      overrideConfigFile: true,
      overrideConfig: [{ plugins: { json, markdown } }, { ...config, files: ['**/*.x'] }],
    });
    const calculated = (await eslint.calculateConfigForFile('a.x')) as { rules: Record<string, unknown> };
    expect(Object.keys(calculated.rules).length).toBeGreaterThan(5);
  });
});

describe('settings', () => {
  const run = async (settings: unknown): Promise<void> => {
    const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: [{ ...plugin.configs.recommended, settings: { 'submit-guard': settings } }] as never });
    await eslint.lintText('const atomyx = 1;', { filePath: 'a.js' });
  };
  it.each([
    [{ host: ['a'] }, /settings\["submit-guard"\]\.host /],
    [{ hosts: 'a' }, /\.hosts in the ESLint configuration must be a list/],
    [{ names: [1] }, /\.names .* a list of texts/],
    [{ surfaces: [{ glob: '**', surface: 'moon' }] }, /\.surfaces .* "surface"/],
    [{ names: ['('] }, /is not a valid RE2 pattern/],
  ])('%o is refused with its name', async (settings, message) => {
    await expect(run(settings)).rejects.toThrow(message);
  });
});
