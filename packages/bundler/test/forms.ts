/** A way for a key to get into a bundle. */
export interface Form {
  readonly name: string;
  /** Sources of a project in which it does; the entry is `src/main.js`. */
  files(key: string): Readonly<Record<string, string>>;
  readonly define?: (key: string) => Readonly<Record<string, string>>;
  /** Where the key was written. */
  readonly origin: { readonly path: string; readonly line: number; readonly columns: readonly number[] };
}

const main = `import { send } from './api.js';\n\ndocument.body.onclick = () => send('order-7');\n`;

/** Sources that send an expression as the key. */
function sources(expression: string, before = ''): Readonly<Record<string, string>> {
  return {
    'src/main.js': main,
    'src/api.js': `${before}// Orders for prepress.\nexport function send(externalId) {\n  const headers = {\n    Authorization: 'Bearer ' + ${expression},\n  };\n  return fetch('/jobs', { method: 'POST', headers, body: JSON.stringify({ externalId }) });\n}\n`,
  };
}

/** Column of the expression, and of what a string in it holds. */
const expression = 32;
const place = (columns: readonly number[], path = 'src/api.js', line = 4): Form['origin'] => ({ path, line, columns });

export const forms: readonly Form[] = [
  { name: 'literal', files: (key) => sources(`'${key}'`), origin: place([expression + 1]) },
  {
    name: 'env-inlined',
    files: () => sources('process.env.SUBMIT_API_KEY'),
    define: (key) => ({ 'process.env.SUBMIT_API_KEY': JSON.stringify(key) }),
    // A map leads to the expression that it was put into, where the constant is folded.
    origin: place([expression, expression - 12]),
  },
  { name: 'split', files: (key) => sources(`('${key.slice(0, 20)}' + '${key.slice(20)}')`), origin: place([expression + 2]) },
  { name: 'base64', files: (key) => sources(`atob('${Buffer.from(key).toString('base64')}')`), origin: place([expression + 6]) },
  {
    name: 'JSON',
    files: (key) => ({ ...sources('settings.prepress.token', `import settings from './settings.json';\n`), 'src/settings.json': `{\n  "prepress": { "token": "${key}" }\n}\n` }),
    origin: place([27], 'src/settings.json', 2),
  },
];

/** A project that uses the key where it may: a server asks its environment for it. */
export const cleanFiles: Readonly<Record<string, string>> = {
  'src/main.js': main,
  'src/api.js': `export function send(externalId) {\n  return fetch('/api/jobs', { method: 'POST', body: JSON.stringify({ externalId }) });\n}\n`,
};

/** The same, for the server. */
export const serverFiles: Readonly<Record<string, string>> = {
  'src/main.js': `import { createServer } from 'node:http';\n\ncreateServer((_, response) => {\n  const headers = { Authorization: \`Bearer \${process.env.SUBMIT_API_KEY}\` };\n  fetch('https://submit.atomyx.io/api/jobs', { method: 'POST', headers, body: '{}' }).then(({ status }) => response.end(String(status)));\n}).listen(0);\n`,
};
