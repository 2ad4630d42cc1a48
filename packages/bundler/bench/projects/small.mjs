import { cpSync, mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Libraries that other packages of the workspace bring, and that run in browsers. */
const libraries = { svelte: 'eslint-plugin', zod: 'eslint-plugin', yaml: 'scanner', ajv: 'scanner', 're2js': 'scanner', micromark: 'scanner' };
const packages = fileURLToPath(new URL('../../..', import.meta.url));

/** A few libraries, one of them as if it were the project's own code: a build of half a second shows what a start costs. */
export function makeSmall(root) {
  mkdirSync(join(root, 'src'));
  mkdirSync(join(root, 'node_modules'));
  for (const [name, owner] of Object.entries(libraries)) symlinkSync(realpathSync(join(packages, owner, 'node_modules', name)), join(root, 'node_modules', name));
  cpSync(realpathSync(join(packages, 'eslint-plugin/node_modules/zod')), join(root, 'src/zod'), { recursive: true, filter: (path) => !/\.(?:c?ts|cjs)$/.test(path) });
  const names = Object.keys(libraries).map((name) => (name === 'svelte' ? 'svelte/compiler' : name === 'zod' ? './zod/index.js' : name));
  writeFileSync(join(root, 'src/main.js'), `${names.map((name, index) => `import * as library${index} from '${name}';`).join('\n')}\nglobalThis.shop = [${names.map((_, index) => `library${index}`).join(', ')}];\n`);
}
