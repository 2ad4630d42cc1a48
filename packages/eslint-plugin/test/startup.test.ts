import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const built = new URL('../dist/index.js', import.meta.url);

/** Modules named typescript that a fresh process has loaded after it ran `code`, which knows `plugin` and `Linter`. */
function loadedTypescript(code: string): readonly string[] {
  const script = `
    import Module from 'node:module';
    import { Linter } from 'eslint';
    import plugin from '${built.href}';
    ${code}
    console.log(JSON.stringify(Object.keys(Module._cache).filter((path) => /[\\\\/]typescript[\\\\/]/.test(path))));`;
  const cwd = fileURLToPath(new URL('..', import.meta.url));
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd, encoding: 'utf8' })) as string[];
}

// `npm test` builds first.
describe.skipIf(!existsSync(built))('loading the plugin', () => {
  it('and linting a file without types loads no typescript', () => {
    const code = `
      const [{ messageId }] = new Linter().verify('console.log(process.env.SUBMIT_API_KEY)', [{ ...plugin.configs.recommended, files: ['*.js'] }], 'a.js');
      if (messageId !== 'found') throw new Error('Nothing was linted.');`;
    expect(loadedTypescript(code)).toEqual([]);
  });

  it('is told from a process that does load it', () => {
    expect(loadedTypescript(`await import('@typescript-eslint/parser');`)).not.toEqual([]);
  });
});
