import { expect, it } from 'vitest';
import { compileGlob } from '../../src/policies/globs.ts';
import { compileEntry } from '../../src/surfaces/surface-entry.ts';
import { surfaceTable } from '../../src/surfaces/surface-table.ts';

const globs = [...new Set(surfaceTable.flatMap((entry) => entry.globs ?? []))];

/** Paths that a glob may fit: its wildcards filled in, with every member of its braces in turn. */
function pathsFor(glob: string): readonly string[] {
  const braces = /\{([^{}]*)\}/.exec(glob);
  if (braces !== null) return (braces[1] ?? '').split(',').flatMap((member) => pathsFor(glob.replace(braces[0], () => member)));
  return ['', 'a/', 'a/b/'].map((folders) => glob
    .replaceAll(/\*\*\/|\*\*$|\[[^\]]*\]|\*|\?/g, (wildcard) => (wildcard === '**/' ? folders : wildcard === '**' ? 'x/y.z' : wildcard.startsWith('[') ? (wildcard.includes('-_') ? '-' : '7') : 'n')));
}

const paths = globs.flatMap(pathsFor);

it.each(globs)('an entry fits what its glob fits: %s', (glob) => {
  const entry = compileEntry({ surface: 'log', what: 'a test', globs: [glob] });
  const fits = compileGlob(glob);
  const own = pathsFor(glob).filter((path) => fits(path));
  expect(own).not.toEqual([]);
  for (const path of [...own, ...paths]) expect([path, entry(path, '') === 'log']).toEqual([path, fits(path)]);
});
