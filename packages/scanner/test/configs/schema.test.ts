import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { configSchema } from '../../src/configs/config-schema.ts';
import { configTemplate } from '../../src/configs/config-template.ts';
import { parseConfig } from '../../src/configs/parse-config.ts';
import { parseJson } from '../../src/configs/parse-json.ts';
import type { Schema } from '../../src/configs/schema.ts';
import { validate } from '../../src/configs/validate.ts';
import { schemaFile } from './config-reference.ts';

const ajv = new Ajv2020({ strict: true, keywords: ['patternErrorMessage'] });
const accepts = ajv.compile(JSON.parse(schemaFile()) as object);

/** Values that fit a schema, and values that nearly do. */
function valuesFor(schema: Schema): fc.Arbitrary<unknown> {
  const near = fc.oneof(fc.string(), fc.integer({ min: -2, max: 20 }), fc.boolean(), fc.constant(null), fc.constant([]), fc.constant({}));
  return fc.oneof({ weight: 8, arbitrary: fitting(schema) }, { weight: 1, arbitrary: near });
}

function fitting(schema: Schema): fc.Arbitrary<unknown> {
  switch (schema.type) {
    case 'boolean': return fc.boolean();
    case 'integer': return fc.integer({ min: schema.minimum, max: schema.maximum });
    case 'array': return fc.array(valuesFor(schema.items), { maxLength: 3 });
    case 'object': {
      const properties = Object.fromEntries(Object.entries(schema.properties).map(([name, property]) => [name, valuesFor(property)]));
      return fc.tuple(fc.record(properties, { requiredKeys: [] }), fc.oneof({ weight: 9, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: fc.dictionary(fc.string(), fc.anything()) }))
        .map(([known, other]) => ({ ...other, ...known }));
    }
    case 'string': return schema.enum === undefined
      ? fc.oneof(fc.constantFrom('submit.atomyx.io', 'a-b.example:443', '-a', 'a..b', 'a/b.json', '../a', 'a\\..\\b', 'C:/a', '/a', '', 'x'.repeat(999), '😀'.repeat(1000)), fc.string({ unit: 'binary' }))
      : fc.constantFrom(...schema.enum);
  }
}

describe('the schema', () => {
  it('means the same to ajv and to us', async () => {
    await fc.assert(fc.asyncProperty(valuesFor(configSchema), async (value) => {
      const text = JSON.stringify(value);
      const { root, problems } = await parseJson(text);
      fc.pre(root !== undefined && problems.length === 0);
      const ours = validate(root, configSchema);
      expect(ours.problems.length === 0, `${text} ${JSON.stringify(ours.problems)}`).toBe(accepts(JSON.parse(text)));
      if (ours.problems.length === 0) expect(ours.value).toEqual(JSON.parse(text));
    }), { numRuns: 2_000 });
  });

  it('accepts its own examples and defaults', () => {
    for (const [name, { examples = [], default: fallback }] of Object.entries(configSchema.properties)) {
      for (const value of [...examples, fallback].filter((example) => example !== undefined)) expect(accepts({ [name]: value }), name).toBe(true);
    }
  });
});

describe('the template of `init`', () => {
  it('is a configuration that says nothing', async () => {
    expect(accepts({})).toBe(true);
    await expect(parseConfig(Buffer.from(configTemplate()), 'c.yaml')).resolves.toMatchObject({ hosts: [], minConfidence: 'medium' });
  });

  it('is one that says everything without its comment signs', async () => {
    const text = configTemplate().replace(/^# (\w+: )/gm, '$1');
    const config = await parseConfig(Buffer.from(text), 'c.yaml');
    expect(config).toMatchObject({ hosts: ['submit.eu.example.com'], exclude: ['test/fixtures/', '!test/fixtures/live.json'], rules: new Map([['require-bearer-scheme', 'warning']]) });
    for (const name of Object.keys(configSchema.properties).filter((option) => option !== '$schema')) expect(text).toMatch(new RegExp(`^${name}: `, 'm'));
  });
});
