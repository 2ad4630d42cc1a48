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
        const members = names.split(',').map((name) => /^\s*(\w+)(?: as (\w+))?\s*$/.exec(name)).map((match) => `${match?.[2] ?? match?.[1]}: chunk.${match?.[1]}`);
        const wanted = `import("./${fileName.replace(/^.*\//, '')}")`;
        for (const chunk of chunks) chunk.code = chunk.code.replaceAll(wanted, () => `import("${target}").then((chunk) => ({ ${members.join(', ')} }))`);
        Reflect.deleteProperty(bundle, fileName);
      }
    },
  };
}
