import { isRecord } from '@submit-guard/core';
import type { JSONPath } from 'jsonc-parser';
import type { HookName } from '../hook-names.ts';
import { hookNames } from '../hook-names.ts';
import { commandLineOf, inFrontOf, withoutFront } from '../shell-words.ts';
import type { Plan } from '../steps.ts';
import { emptyPlan } from '../steps.ts';
import type { ConfigFile } from './config-files.ts';
import { byHand, findConfigFile, rewrite } from './config-files.ts';
import type { HookManager } from './hook-manager.ts';
import { readJson, withValue } from './json-edits.ts';

const ownFiles = ['.simple-git-hooks.json', 'simple-git-hooks.json'];
const programs = ['.simple-git-hooks.cjs', '.simple-git-hooks.js', '.simple-git-hooks.mjs', 'simple-git-hooks.cjs', 'simple-git-hooks.js', 'simple-git-hooks.mjs'];

/** What the generated scripts pass: they are plain shell. */
const parameters: Readonly<Partial<Record<HookName, string>>> = { 'commit-msg': '"$1"', 'pre-push': '"$@"' };

interface Place {
  readonly file: ConfigFile;
  /** Path of the object that holds the hooks. */
  readonly path: JSONPath;
}

function findPlace(top: string): Place | undefined {
  const manifest = findConfigFile(top, ['package.json']);
  if (manifest !== undefined && 'simple-git-hooks' in readJson(manifest)) {
    const value = readJson(manifest)['simple-git-hooks'];
    // A text names the file that holds them.
    const named = typeof value === 'string' ? findConfigFile(top, [value]) : undefined;
    return named === undefined ? { file: manifest, path: ['simple-git-hooks'] } : { file: named, path: [] };
  }
  const own = findConfigFile(top, [...programs, ...ownFiles]);
  return own === undefined ? undefined : { file: own, path: [] };
}

function hooksOf({ file, path }: Place): Readonly<Record<string, unknown>> {
  const whole = readJson(file);
  const value = path.length === 0 ? whole : whole['simple-git-hooks'];
  return isRecord(value) ? value : {};
}

export const simpleGitHooks: HookManager = {
  name: 'simple-git-hooks',
  isUsed: ({ top }) => findPlace(top) !== undefined,
  install(hooks, { top, localCommand }): Plan {
    const lineFor = (hook: HookName): string => commandLineOf(hook, localCommand, parameters[hook] ?? '');
    const place = findPlace(top) ?? { file: { name: '.simple-git-hooks.json', path: `${top}/.simple-git-hooks.json`, text: '{}\n' }, path: [] };
    const { file, path } = place;
    if (!file.name.endsWith('.json')) throw byHand(file, hooks.map((hook) => `${JSON.stringify(hook)}: ${JSON.stringify(lineFor(hook))},`));
    const present = hooksOf(place);
    let text = path.length > 0 && !isRecord(readJson(file)['simple-git-hooks']) ? withValue(file.text, path, {}) : file.text;
    for (const hook of hooks) {
      const value = present[hook];
      const other = typeof value === 'string' ? withoutFront(value, hook) : undefined;
      text = withValue(text, [...path, hook], inFrontOf(other, hook, lineFor(hook)));
    }
    return { steps: rewrite(file, text, 'add submit-guard to'), next: ['Run `npx simple-git-hooks`, and commit the file.'] };
  },
  uninstall({ top }): Plan {
    const place = findPlace(top);
    if (place?.file.name.endsWith('.json') !== true) return emptyPlan;
    let { text } = place.file;
    for (const hook of hookNames) {
      const value = hooksOf(place)[hook];
      if (typeof value !== 'string') continue;
      const other = withoutFront(value, hook);
      if (other !== value) text = withValue(text, [...place.path, hook], other);
    }
    const steps = rewrite(place.file, text, 'take submit-guard out of');
    return { steps, next: steps.length === 0 ? [] : ['Run `npx simple-git-hooks`.'] };
  },
};
