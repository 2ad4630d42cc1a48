import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseSuppressions } from '@submit-guard/core';
import { ruleIds } from '@submit-guard/rules';
import { configNames } from '../../src/configs/find-config.ts';
import { parseConfig } from '../../src/configs/parse-config.ts';

const page = (name: string): string => readFileSync(new URL(`../../../../docs/${name}`, import.meta.url), 'utf8');

/** The code blocks of a page in a language. */
function blocksOf(text: string, language: string): readonly string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, 'gm'))].map(([, block]) => block ?? '');
}

describe('docs/configuration.md', () => {
  const text = page('configuration.md');

  it.each(['yaml', 'json'])('shows configurations that work, in %s', async (language) => {
    const blocks = blocksOf(text, language);
    expect(blocks.length).toBeGreaterThan(0);
    for (const block of blocks) await expect(parseConfig(Buffer.from(block), `example.${language}`)).resolves.toBeDefined();
  });

  it('shows errors that are real', async () => {
    const [block] = blocksOf(text, 'text');
    const faulty = 'hosts: []\n\n\n  min-confidence: high\n';
    expect(block).toContain('unknown option `min-confidence`; did you mean `minConfidence`?');
    await expect(parseConfig(Buffer.from(faulty.replace('  min', 'min')), 'submit-guard.config.yaml')).rejects.toThrow('unknown option `min-confidence`; did you mean `minConfidence`?');
    await expect(parseConfig(Buffer.from('rules: { no-key-in-logs: warn }'), 'c.yaml')).rejects.toThrow(block?.trim().split('\n')[1]?.replace(/^\S+ /, '') ?? 'missing');
  });

  it('names every file that is found', () => {
    for (const name of configNames) expect(text).toContain(`\`${name}\``);
  });
});

describe('docs/suppressions.md', () => {
  it('shows suppressions that work', () => {
    const blocks = blocksOf(page('suppressions.md'), 'python');
    expect(blocks.length).toBeGreaterThan(0);
    for (const block of blocks) {
      const suppressions = parseSuppressions(block, { ruleIds });
      expect(suppressions).toHaveLength(1);
      expect(suppressions[0]?.problem).toBeUndefined();
    }
  });
});
