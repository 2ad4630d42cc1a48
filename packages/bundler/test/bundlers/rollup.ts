import { rollup as open } from 'rollup';
import type { Plugin } from 'rollup';
import submitGuard from '../../src/rollup.ts';
import type { Bundler } from './bundler.ts';

/** JSON and constants, which Rollup leaves to plugins, as those do them: without a map for what is put in. */
function stand(define: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'stand',
    transform(code, id) {
      if (id.endsWith('.json')) return { code: `export default ${code};`, map: { mappings: '' } };
      const replaced = Object.entries(define).reduce((text, [name, value]) => text.replaceAll(name, () => value), code);
      return replaced === code ? null : { code: replaced, map: null };
    },
  };
}

export const rollup: Bundler = {
  name: 'rollup',
  plugin: submitGuard,
  async build({ root, map = 'none', define = {}, server = false, guard = {}, shared }) {
    const words: string[] = [];
    const bundle = await open({
      input: `${root}/src/main.js`,
      external: [/^node:/],
      onLog: (_level, { message }) => words.push(message),
      plugins: [stand(define), ...(guard === false ? [] : [(shared ?? submitGuard({ root, ...guard })) as never])],
    });
    await bundle.write({ dir: `${root}/dist`, format: server ? 'cjs' : 'es', sourcemap: map === 'external' ? true : map === 'inline' ? 'inline' : false });
    return words.join('\n');
  },
};
