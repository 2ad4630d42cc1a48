import { extname } from 'node:path';
import type { Severity } from '@submit-guard/core';
import { compileExclusion, compileGlob, GlobError, LineIndex, PolicyError } from '@submit-guard/core';
import { quotePath } from '../paths/quote-path.ts';
import { decodePolicyText } from '../policies/read-policy-file.ts';
import type { Config } from './config.ts';
import { defaultConfig } from './config.ts';
import { problemOfPattern } from './check-pattern.ts';
import { patternEngineFor } from './pattern-engine.ts';
import { configSchema } from './config-schema.ts';
import type { LocatedNode, ParsedDocument, Problem } from './located-node.ts';
import { validate } from './validate.ts';

const parsers: Readonly<Record<string, (text: string) => Promise<ParsedDocument>>> = {
  '.json': async (text) => (await import('./parse-json.ts')).parseJson(text),
  '.jsonc': async (text) => (await import('./parse-json.ts')).parseJson(text),
  '.yaml': async (text) => (await import('./parse-yaml.ts')).parseYaml(text),
  '.yml': async (text) => (await import('./parse-yaml.ts')).parseYaml(text),
};

/** What the schema lets through. */
type ConfigFile = Partial<Omit<Config, 'rules'>> & { readonly rules?: Readonly<Record<string, Severity | 'off'>> };

/**
 * Takes a configuration from bytes, wherever they come from: the disk, or a commit that is trusted.
 *
 * @param bytes - content of the file.
 * @param path - its path; the ending tells the language.
 * @param name - what messages call it.
 * @throws {PolicyError} with one line `FILE:LINE:COLUMN problem` for each problem.
 */
export async function parseConfig(bytes: Uint8Array, path: string, name = quotePath(path)): Promise<Config> {
  const parse = parsers[extname(path).toLowerCase()];
  if (parse === undefined) {
    throw new PolicyError(`${name} is no configuration: its name must end in .json, .jsonc, .yaml or .yml. A configuration is data and runs no code.`);
  }
  const text = decodePolicyText(bytes, name);
  const fail = (problems: readonly Problem[]): never => {
    const lines = new LineIndex(text);
    throw new PolicyError(problems.slice(0, 20).map(({ offset, message }) => {
      const { line, column } = lines.originAt(offset);
      return `${name}:${line}:${column} ${message}`;
    }).join('\n'));
  };
  let document: ParsedDocument;
  try {
    document = await parse(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return fail([{ offset: 0, message: 'is nested too deeply' }]);
  }
  if (document.problems.length > 0) fail(document.problems);
  if (document.root === undefined) return defaultConfig;
  const { value, problems } = validate(document.root, configSchema);
  if (problems.length > 0) fail(problems);
  const file = value as unknown as ConfigFile;
  const patternProblems = [...await problemsOfPatterns(file, document.root), ...problemsOfGlobs(file, document.root)];
  if (patternProblems.length > 0) fail(patternProblems);
  return withDefaults(file);
}

function withDefaults({ rules, ...file }: ConfigFile): Config {
  const lower = (hosts: readonly string[] = []): readonly string[] => hosts.map((host) => host.toLowerCase());
  return {
    ...defaultConfig,
    ...file,
    hosts: lower(file.hosts),
    stagingHosts: lower(file.stagingHosts),
    gateways: lower(file.gateways),
    rules: new Map(Object.entries(rules ?? {})),
  };
}

/** The place of a value, by its path in the document. */
function offsetOf(node: LocatedNode, path: readonly (string | number)[]): number {
  let current: LocatedNode | undefined = node;
  for (const step of path) {
    if (current?.kind === 'list' && typeof step === 'number') current = current.items[step];
    else if (current?.kind === 'map') current = current.entries.find(({ key }) => key === step)?.value;
  }
  return current?.offset ?? node.offset;
}

async function problemsOfPatterns({ formats = [], names = [] }: ConfigFile, root: LocatedNode): Promise<readonly Problem[]> {
  const engine = await patternEngineFor({ formats, names });
  if (engine === undefined) return [];
  return [
    ...formats.map(({ pattern }, index) => ({ path: ['formats', index, 'pattern'], label: `formats[${index}].pattern`, problem: problemOfPattern(pattern, 'format', engine) })),
    ...names.map((pattern, index) => ({ path: ['names', index], label: `names[${index}]`, problem: problemOfPattern(pattern, 'name', engine) })),
  ].flatMap(({ path, label, problem }) => (problem === undefined ? [] : [{ offset: offsetOf(root, path), message: `\`${label}\` ${problem}` }]));
}

function problemsOfGlobs({ surfaces = [], exclude = [] }: ConfigFile, root: LocatedNode): readonly Problem[] {
  const problems: Problem[] = [];
  const attempt = (path: readonly (string | number)[], label: string, compile: () => unknown): void => {
    try {
      compile();
    } catch (error) {
      if (!(error instanceof GlobError)) throw error;
      problems.push({ offset: offsetOf(root, path), message: `\`${label}\` ${error.message}` });
    }
  };
  surfaces.forEach(({ glob }, index) => attempt(['surfaces', index, 'glob'], `surfaces[${index}].glob`, () => compileGlob(glob)));
  exclude.forEach((glob, index) => attempt(['exclude', index], `exclude[${index}]`, () => compileExclusion([glob])));
  return problems;
}
