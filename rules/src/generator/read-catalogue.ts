import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SchemaObject } from 'ajv';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { parseTemplate } from '../markers/parse-template.ts';
import type { Engine, Example, OptionExample, Rule, RuleExamples, RuleOption } from '../rule.ts';
import { clauses } from '../rule.ts';
import { isScript, languageOf } from './languages.ts';

/** An example as it is written: what follows from the path may be left out. */
type WrittenExample = Omit<Example, 'engines' | 'language'> & Partial<Pick<Example, 'engines' | 'language'>>;

/** An option as it is written, with its example. */
type WrittenOption = RuleOption & { readonly example: Omit<OptionExample, 'option' | 'language'> };

/** A rule file as it is written. */
type WrittenRule = Omit<Rule, 'docsUrl' | 'placeholders' | 'options'> & {
  readonly options?: readonly WrittenOption[];
  readonly placeholders?: Rule['placeholders'];
  readonly examples: { readonly found: readonly WrittenExample[]; readonly notFound: readonly WrittenExample[] };
};

/** A rule with its examples. */
export interface CatalogueEntry {
  readonly rule: Rule;
  readonly examples: RuleExamples;
}

const docsFolder = 'https://github.com/submit-guard/submit-guard/blob/main/docs/rules';

/** Words in braces of a message. */
export function placeholdersIn(message: string): string[] {
  return [...message.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
}

function completeExample(written: WrittenExample, engines: readonly Engine[]): Example {
  const { title, path, surface, settings, code } = written;
  const byPath = engines.filter((engine) => engine !== 'eslint' || isScript(path));
  return {
    title,
    path,
    ...(surface && { surface }),
    engines: written.engines ?? byPath,
    language: written.language ?? languageOf(path),
    ...(settings && { settings }),
    code,
  };
}

function optionOf({ name, type, default: byDefault, description }: WrittenOption): RuleOption {
  return { name, type, default: byDefault, description };
}

/** What a JSON Schema cannot say. */
function* faultsOf(rule: WrittenRule, entry: CatalogueEntry, file: string): Generator<string> {
  if (`${rule.id}.yaml` !== file) yield `its id is "${rule.id}"`;
  const declared = Object.keys(rule.placeholders ?? {})
    .sort()
    .join();
  const used = placeholdersIn(rule.message).sort().join();
  if (declared !== used)
    yield `its message uses the placeholders "${used}" and its "placeholders" declare "${declared}"`;
  const { found, notFound } = entry.examples;
  for (const example of [...found, ...notFound]) {
    const where = `the example "${example.title}"`;
    if (example.engines.length === 0) yield `${where} has no engine that could run it`;
    for (const engine of example.engines)
      if (!rule.engines.includes(engine)) yield `${where} names ${engine}, which does not check the rule`;
    const marks = parseTemplate(example.code).filter((part) => typeof part !== 'string' && part.kind !== 'other');
    if (found.includes(example) && marks.length === 0) yield `${where} marks nothing that is found`;
    if (!found.includes(example) && marks.length > 0) yield `${where} marks something that is found`;
  }
  for (const engine of rule.engines) {
    for (const [name, examples] of [
      ['found', found],
      ['notFound', notFound],
    ] as const) {
      const count = examples.filter((example) => example.engines.includes(engine)).length;
      if (count < 4) yield `it has ${count} ${name} examples for ${engine} and needs at least 4`;
    }
  }
}

/**
 * Reads and checks the rule files.
 *
 * @param folder - holds `catalogue.schema.json` and `catalogue/*.yaml`.
 * @returns the rules in the order of their clauses, and by name within a clause.
 * @throws Error that names the file and what is wrong with it.
 */
export function readCatalogue(folder: string): CatalogueEntry[] {
  const schema = JSON.parse(readFileSync(join(folder, 'catalogue.schema.json'), 'utf8')) as SchemaObject;
  const validate = new Ajv({ allErrors: true }).compile<WrittenRule>(schema);
  const files = readdirSync(join(folder, 'catalogue')).filter((file) => file.endsWith('.yaml'));
  const entries = files.map((file) => {
    const written: unknown = parse(readFileSync(join(folder, 'catalogue', file), 'utf8'));
    const fail = (faults: readonly string[]): Error =>
      new Error(`rules/catalogue/${file} cannot be used: ${faults.join('; ')}.`);
    if (!validate(written))
      throw fail((validate.errors ?? []).map((error) => `${error.instancePath || '/'} ${error.message ?? 'is wrong'}`));
    const { examples, options = [], placeholders = {}, ...rule } = written;
    const complete = (example: WrittenExample): Example => completeExample(example, rule.engines);
    const entry = {
      rule: { ...rule, placeholders, options: options.map(optionOf), docsUrl: `${docsFolder}/${rule.id}.md` },
      examples: {
        ruleId: rule.id,
        found: examples.found.map(complete),
        notFound: examples.notFound.map(complete),
        options: options.map(({ name, example }) => ({ option: name, ...example, language: languageOf(example.path) })),
      },
    };
    const faults = [...faultsOf(written, entry, file)];
    if (faults.length > 0) throw fail(faults);
    return entry;
  });
  const rank = ({ rule }: CatalogueEntry): number => clauses.indexOf(rule.clause);
  return entries.sort((a, b) => rank(a) - rank(b) || (a.rule.id < b.rule.id ? -1 : 1));
}
