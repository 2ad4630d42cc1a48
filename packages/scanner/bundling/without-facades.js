import { posix } from 'node:path';

/** A chunk that only hands on names of another one. */
const facade = /^export \{([^{}]*)\} from "(\.\/[^"]+)";\s*$/;

/**
 * A rolldown plugin that has dynamic imports load the chunk that a module is in, where the bundler would load a chunk of one line that only
 * hands the module's names on: each is a file more to find and to read at every start.
 *
 * @returns {import('rolldown').Plugin}
 */
export function withoutFacades() {
  return {
    name: 'without-facades',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      for (const { fileName, isDynamicEntry, code } of chunks) {
        const [, names = '', target = ''] = (isDynamicEntry ? facade.exec(code) : undefined) ?? [];
        if (names === '') continue;
        const members = names.split(',').map(memberOf);
        for (const chunk of chunks) {
          const wanted = `import("${pathBetween(chunk.fileName, fileName)}")`;
          const direct = `import("${pathBetween(chunk.fileName, posix.join(posix.dirname(fileName), target))}")`;
          chunk.code = chunk.code.replaceAll(wanted, () => `${direct}.then((chunk) => ({ ${members.join(', ')} }))`);
        }
        Reflect.deleteProperty(bundle, fileName);
      }
    },
  };
}

/**
 * @param {string} name what a facade exports of a chunk: `t`, `$t as compileExclusion`
 * @returns {string} the same as a property of an object
 */
function memberOf(name) {
  const [, own, exported = own] = /^\s*([\w$]+)(?: as ([\w$]+))?\s*$/.exec(name) ?? [];
  if (own === undefined) throw new Error(`A facade exports "${name}", which is not understood.`);
  return `${exported}: chunk.${own}`;
}

/**
 * @param {string} importer path of a chunk in the output
 * @param {string} imported path of another one
 * @returns {string} how the one imports the other
 */
function pathBetween(importer, imported) {
  const path = posix.relative(posix.dirname(importer), imported);
  return path.startsWith('.') ? path : `./${path}`;
}
