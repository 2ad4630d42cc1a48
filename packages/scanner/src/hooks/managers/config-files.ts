import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HooksError } from '../hooks-error.ts';
import type { Step } from '../steps.ts';

/** A file of the work tree that a hook manager reads. */
export interface ConfigFile {
  /** Relative to the top. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

/** The first file of some names that is there. */
export function findConfigFile(top: string, names: readonly string[]): ConfigFile | undefined {
  const name = names.find((candidate) => existsSync(join(top, candidate)));
  if (name === undefined) return undefined;
  const path = join(top, name);
  return { name, path, text: readFileSync(path, 'utf8') };
}

/** The step that writes a text over a file; none where nothing changes. */
export function rewrite({ name, path, text }: ConfigFile, after: string, what: string): readonly Step[] {
  return after === text ? [] : [{ kind: 'write', path, text: after, executable: false, summary: `${what} ${name}` }];
}

/** What is said of a file that only a person can change. */
export function byHand({ name }: Pick<ConfigFile, 'name'>, lines: readonly string[]): HooksError {
  return new HooksError(`${name} is not written by submit-guard. Put this into it:\n\n${lines.map((line) => `  ${line}\n`).join('')}`);
}
