/** Ways for a key to be written, one module each. */
export const leakNames = ['literal', 'split', 'base64', 'json'] as const;
export type LeakName = (typeof leakNames)[number];

/** A key for each, in the variable that makes it known: what a bundler folds has no place of its own, and one key could be taken for another. */
export type Keys = Readonly<Record<LeakName, string>>;
export const variables: Keys = { literal: 'SUBMIT_API_KEY', split: 'ATOMYX_API_KEY', base64: 'ATOMYX_TOKEN', json: 'ATOMYX_SUBMIT_API_KEY' };

/** Where the key of each stands: a line and a column, both from 1. */
export const places: Readonly<Record<LeakName, string>> = { literal: 'literal.js:1:25', split: 'split.js:1:23', base64: 'base64.js:1:29', json: 'settings.json:1:27' };

/**
 * Modules that hold a key, and `index.js` that exports all of them.
 *
 * @param folder - where they go, relative to the project.
 * @param further - an expression that reads the key from elsewhere.
 */
export function leakingModules(folder: string, keys: Keys, names: readonly LeakName[], further?: string): Readonly<Record<string, string>> {
  const middle = keys.split.length / 2;
  const all: Readonly<Record<LeakName, readonly [string, string][]>> = {
    literal: [['literal.js', `export const literal = '${keys.literal}';\n`]],
    split: [['split.js', `export const split = '${keys.split.slice(0, middle)}' + '${keys.split.slice(middle)}';\n`]],
    base64: [['base64.js', `export const base64 = atob('${Buffer.from(keys.base64).toString('base64')}');\n`]],
    json: [['json.js', `import settings from './settings.json';\nexport const json = settings.prepress.token;\n`], ['settings.json', `{ "prepress": { "token": "${keys.json}" } }\n`]],
  };
  const index = [
    ...names.map((name) => `import { ${name} } from './${name}.js';`),
    `export const credentials = () => [${[...names, ...(further === undefined ? [] : [further])].join(', ')}];`,
  ];
  const files = [...names.flatMap((name) => all[name]), ['index.js', `${index.join('\n')}\n`] as const];
  return Object.fromEntries(files.map(([path, text]) => [`${folder}/${path}`, text]));
}
