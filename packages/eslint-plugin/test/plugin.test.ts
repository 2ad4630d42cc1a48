import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ruleById, ruleIds } from '@submit-guard/rules';
import { ESLint, RuleTester } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin, { rules } from '../src/index.ts';

RuleTester.describe = describe;
RuleTester.it = it;

describe('the plugin', () => {
  it('has a rule for every rule of the catalogue that ESLint can check', () => {
    expect(Object.keys(rules).sort()).toEqual(ruleIds.filter((id) => ruleById(id).engines.includes('eslint')).sort());
  });

  it('takes messages and documentation from the catalogue', () => {
    for (const [id, rule] of Object.entries(rules)) {
      const entry = ruleById(id as keyof typeof rules);
      expect(rule.meta?.docs?.url).toBe(entry.docsUrl);
      expect(rule.meta?.messages?.['found']?.replace(/\{\{ (\w+) \}\}/g, '{$1}')).toBe(entry.message);
    }
  });

  it('describes every option', () => {
    for (const rule of Object.values(rules)) {
      const [schema] = (rule.meta?.schema ?? []) as { properties?: Record<string, { description?: string }> }[];
      for (const option of Object.values(schema?.properties ?? {})) expect(option.description).toMatch(/\.$/);
    }
  });

  it('has the version of its package', () => {
    const manifest = JSON.parse(readFileSync(fileURLToPath(new URL('../package.json', import.meta.url)), 'utf8')) as { version: string };
    expect(plugin.meta.version).toBe(manifest.version);
  });
});

describe('configurations', () => {
  it.each(Object.keys(plugin.configs))('%s is accepted by ESLint', async (name) => {
    const config = plugin.configs[name];
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
    const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: [{ ...plugin.configs['recommended'], settings: { 'submit-guard': settings } }] as never });
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

const key = randomBytes(20).toString('hex');
const tester = new RuleTester();
const message = 'found';

tester.run('no-hardcoded-key', rules['no-hardcoded-key'], {
  valid: [{ code: `fetch('https://submit.atomyx.io/api/jobs', { headers: { Authorization: \`Bearer \${process.env.ATOMYX_SUBMIT_API_KEY}\` } });` }],
  invalid: [
    {
      code: `fetch('https://submit.atomyx.io/api/jobs', { headers: { Authorization: 'Bearer ${key}' } });`,
      errors: [
        {
          messageId: message,
          line: 1,
          column: 80,
          endColumn: 120,
          suggestions: [
            {
              messageId: 'readEnvironment',
              data: { variable: 'process.env.ATOMYX_SUBMIT_API_KEY' },
              output: `fetch('https://submit.atomyx.io/api/jobs', { headers: { Authorization: \`Bearer \${process.env.ATOMYX_SUBMIT_API_KEY}\` } });`,
            },
          ],
        },
      ],
    },
    {
      code: `const submitApiKey = process.env.KEY ?? '${key}';`,
      errors: [{ messageId: message, line: 1, column: 42, endColumn: 82, suggestions: [{ messageId: 'dropFallback', output: 'const submitApiKey = process.env.KEY;' }] }],
    },
    {
      code: `const submitApiKey = '${key.slice(0, 20)}' +\n  '${key.slice(20)}';`,
      errors: [{ messageId: message, line: 1, column: 23, endLine: 1, endColumn: 43 }],
    },
  ],
});

tester.run('require-bearer-scheme', rules['require-bearer-scheme'], {
  valid: [],
  invalid: [
    {
      code: `fetch('https://submit.atomyx.io/api/jobs', { headers: { Authorization: submitApiKey } });`,
      errors: [
        {
          messageId: message,
          data: { problem: 'has no scheme' },
          line: 1,
          column: 72,
          endColumn: 84,
          suggestions: [{ messageId: 'addBearer', output: "fetch('https://submit.atomyx.io/api/jobs', { headers: { Authorization: `Bearer ${submitApiKey}` } });" }],
        },
      ],
    },
  ],
});

tester.run('require-submit-origin', rules['require-submit-origin'], {
  valid: [],
  invalid: [
    {
      code: `fetch('http://submit.atomyx.io/api/jobs', { headers: { Authorization: \`Bearer \${submitApiKey}\` } });`,
      errors: [
        {
          messageId: message,
          column: 7,
          endColumn: 41,
          suggestions: [{ messageId: 'useHttps', output: "fetch('https://submit.atomyx.io/api/jobs', { headers: { Authorization: `Bearer ${submitApiKey}` } });" }],
        },
      ],
    },
  ],
});

tester.run('require-callback-signature', rules['require-callback-signature'], {
  valid: [],
  invalid: [
    {
      code: `if (headers['x-atomyx-signature'] !== expected) fail();`,
      errors: [
        {
          messageId: message,
          column: 5,
          endColumn: 47,
          suggestions: [{ messageId: 'safeCompare', output: `if (!timingSafeEqual(Buffer.from(headers['x-atomyx-signature']), Buffer.from(expected))) fail();` }],
        },
      ],
    },
  ],
});

tester.run('no-key-in-job-fields', rules['no-key-in-job-fields'], {
  valid: [],
  invalid: [
    {
      code: `const job = { externalId: 1, metadata: { order: 2, key: process.env.SUBMIT_API_KEY } };`,
      errors: [{ messageId: message, column: 57, endColumn: 83, suggestions: [{ messageId: 'dropField', data: { name: 'key' }, output: 'const job = { externalId: 1, metadata: { order: 2 } };' }] }],
    },
  ],
});

tester.run('no-key-as-callback-secret', rules['no-key-as-callback-secret'], {
  valid: [],
  invalid: [
    {
      code: `import { createHmac } from 'node:crypto'; createHmac('sha256', process.env.SUBMIT_API_KEY);`,
      errors: [
        {
          messageId: message,
          suggestions: [{ messageId: 'callbackSecret', output: `import { createHmac } from 'node:crypto'; createHmac('sha256', process.env.ATOMYX_CALLBACK_SECRET);` }],
        },
      ],
    },
  ],
});
