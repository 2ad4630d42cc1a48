import { isMap } from 'yaml';
import type { HookName } from '../hook-names.ts';
import { hookNames, readsInput } from '../hook-names.ts';
import { commandLineOf } from '../shell-words.ts';
import type { HookManager } from './hook-manager.ts';
import { byHand, findConfigFile, rewrite } from './config-files.ts';
import { mapAt, printYaml, readYaml } from './yaml-edits.ts';

/** The names that lefthook looks for, in its order (its documentation, "Config file name"). */
const names = ['lefthook', '.lefthook', '.config/lefthook'].flatMap((stem) => ['.yml', '.yaml', '.toml', '.json', '.jsonc'].map((ending) => stem + ending));

const isYaml = (name: string): boolean => /\.ya?ml$/.test(name);

/** What lefthook passes of a hook's parameters. */
const parameters: Readonly<Partial<Record<HookName, string>>> = { 'commit-msg': '"{1}"', 'pre-push': '"{1}"' };

export const lefthook: HookManager = {
  name: 'lefthook',
  isUsed: ({ top }) => findConfigFile(top, names) !== undefined,
  install(hooks, { top, localCommand }) {
    const file = findConfigFile(top, names) ?? { name: 'lefthook.yml', path: `${top}/lefthook.yml`, text: '' };
    const entries = hooks.map((hook) => ({
      hook,
      entry: { run: commandLineOf(hook, localCommand, parameters[hook] ?? ''), ...(readsInput(hook) && { use_stdin: true }) },
    }));
    if (!isYaml(file.name)) throw byHand(file, entries.map(({ hook, entry }) => `${hook}.commands.submit-guard = ${JSON.stringify(entry)}`));
    const document = readYaml(file);
    for (const { hook, entry } of entries) mapAt(document, [hook, 'commands'], file).set('submit-guard', document.createNode(entry));
    return { steps: rewrite(file, printYaml(document), 'add submit-guard to'), next: ['Run `npx lefthook install`, and commit the file.'] };
  },
  uninstall({ top }) {
    const file = findConfigFile(top, names.filter(isYaml));
    if (file === undefined) return { steps: [], next: [] };
    const document = readYaml(file);
    const wired = hookNames.filter((hook) => isMap(document.getIn([hook, 'commands'])) && document.hasIn([hook, 'commands', 'submit-guard']));
    if (wired.length === 0) return { steps: [], next: [] };
    for (const hook of wired) {
      document.deleteIn([hook, 'commands', 'submit-guard']);
      for (const path of [[hook, 'commands'], [hook]]) if (isEmpty(document.getIn(path))) document.deleteIn(path);
    }
    return { steps: rewrite(file, isEmpty(document.contents) ? '' : printYaml(document), 'take submit-guard out of'), next: ['Run `npx lefthook install`.'] };
  },
};

function isEmpty(node: unknown): boolean {
  return typeof node === 'object' && node !== null && 'items' in node && Array.isArray(node.items) && node.items.length === 0;
}
