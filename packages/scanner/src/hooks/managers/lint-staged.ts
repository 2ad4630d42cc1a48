import { isRecord } from '@submit-guard/core';
import { quoteForShell } from '../shell-words.ts';
import type { Plan } from '../steps.ts';
import { emptyPlan } from '../steps.ts';
import type { ConfigFile } from './config-files.ts';
import { byHand, findConfigFile, rewrite } from './config-files.ts';
import type { HookManager } from './hook-manager.ts';
import { readJson, withValue } from './json-edits.ts';
import { mapAt, printYaml, readYaml } from './yaml-edits.ts';

const dataFiles = ['.lintstagedrc.json', '.lintstagedrc.yaml', '.lintstagedrc.yml', '.lintstagedrc'];
const programs = ['.lintstagedrc.mjs', '.lintstagedrc.js', '.lintstagedrc.cjs', '.lintstagedrc.mts', '.lintstagedrc.ts', 'lint-staged.config.mjs', 'lint-staged.config.js', 'lint-staged.config.cjs', 'lint-staged.config.mts', 'lint-staged.config.ts'];

/** What lint-staged runs: it appends the paths, after it has put what is not staged out of the way. */
const task = (command: string): string => `${quoteForShell(command)} scan --quiet`;

const isOurs = (value: unknown): boolean => typeof value === 'string' && /submit-guard'? scan --quiet$/.test(value);

interface Place {
  readonly file: ConfigFile;
  readonly isManifest: boolean;
}

function findPlace(top: string): Place | undefined {
  const manifest = findConfigFile(top, ['package.json']);
  if (manifest !== undefined && isRecord(readJson(manifest)['lint-staged'])) return { file: manifest, isManifest: true };
  const file = findConfigFile(top, [...dataFiles, ...programs]);
  return file === undefined ? undefined : { file, isManifest: false };
}

const isYaml = ({ name, text }: ConfigFile): boolean => /\.ya?ml$/.test(name) || (name === '.lintstagedrc' && !text.trimStart().startsWith('{'));

/** The tasks for all files with one more, or one less: one task, or a list of them. */
function withTask(present: unknown, command: string | undefined): unknown {
  const others = (Array.isArray(present) ? (present as unknown[]) : present === undefined ? [] : [present]).filter((value) => !isOurs(value));
  const tasks = command === undefined ? others : [task(command), ...others];
  return tasks.length > 1 || (tasks.length === 1 && Array.isArray(present)) ? tasks : tasks[0];
}

function edited({ file, isManifest }: Place, command: string | undefined): string {
  if (isYaml(file)) {
    const document = readYaml(file);
    const map = mapAt(document, [], file);
    const tasks = withTask((document.toJS() as Readonly<Record<string, unknown>>)['*'], command);
    if (tasks === undefined) map.delete('*');
    else map.set('*', document.createNode(tasks));
    return printYaml(document);
  }
  const whole = readJson(file);
  const tasks = isManifest ? whole['lint-staged'] : whole;
  return withValue(file.text, [...(isManifest ? ['lint-staged'] : []), '*'], withTask(isRecord(tasks) ? tasks['*'] : undefined, command));
}

/** lint-staged is started by another program's pre-commit hook, and takes the place of our own there. */
export const lintStaged: HookManager = {
  name: 'lint-staged',
  covers: ['pre-commit'],
  isUsed: ({ top }) => findPlace(top) !== undefined,
  install(hooks, { top, localCommand }): Plan {
    if (hooks.length === 0) return emptyPlan;
    const place = findPlace(top) ?? { file: { name: '.lintstagedrc.json', path: `${top}/.lintstagedrc.json`, text: '{}\n' }, isManifest: false };
    if (programs.includes(place.file.name)) throw byHand(place.file, [`'*': ${JSON.stringify(task(localCommand))},`]);
    return { steps: rewrite(place.file, edited(place, localCommand), 'add submit-guard to'), next: ['Commit the configuration of lint-staged.'] };
  },
  uninstall({ top }): Plan {
    const place = findPlace(top);
    if (place === undefined || programs.includes(place.file.name) || !place.file.text.includes('submit-guard')) return emptyPlan;
    return { steps: rewrite(place.file, edited(place, undefined), 'take submit-guard out of'), next: [] };
  },
};
