import { join } from 'node:path';
import type { Document, YAMLSeq } from 'yaml';
import { isMap, isSeq } from 'yaml';
import type { HookName } from '../hook-names.ts';
import { HooksError } from '../hooks-error.ts';
import { emptyPlan } from '../steps.ts';
import { findConfigFile, rewrite } from './config-files.ts';
import type { HookManager } from './hook-manager.ts';
import { mapAt, printYaml, readYaml } from './yaml-edits.ts';

const names = ['.pre-commit-config.yaml'];

/** Where the hooks of `.pre-commit-hooks.yaml` are. */
const repositoryUrl = 'https://github.com/submit-guard/submit-guard';

/** The ids there; `submit-guard` alone is the pre-commit hook. */
const idOf = (hook: HookName): string => (hook === 'pre-commit' ? 'submit-guard' : `submit-guard-${hook}`);

/** pre-commit, the program in Python that installs every hook by itself. */
export const preCommit: HookManager = {
  name: 'pre-commit',
  isUsed: ({ top }) => findConfigFile(top, names) !== undefined,
  install(hooks, { top, localCommand, version }) {
    const file = findConfigFile(top, names) ?? { name: names[0] ?? '', path: join(top, names[0] ?? ''), text: 'repos: []\n' };
    const document = readYaml(file);
    const local = isDependency(top);
    dropOurs(document);
    const entry = local
      ? { repo: 'local', hooks: hooks.map((hook) => localHook(hook, localCommand)) }
      : { repo: repositoryUrl, rev: `v${version}`, hooks: hooks.map((hook) => ({ id: idOf(hook) })) };
    const node = document.createNode(entry);
    const list = reposOf(document);
    list.flow = false;
    list.add(node);
    const types = hooks.map((hook) => `--hook-type ${hook}`).join(' ');
    return { steps: rewrite(file, printYaml(document), 'add submit-guard to'), next: [`Run \`pre-commit install ${types}\`, and commit the file.`] };
  },
  uninstall({ top }) {
    const file = findConfigFile(top, names);
    if (file === undefined) return emptyPlan;
    const document = readYaml(file);
    return { steps: dropOurs(document) ? rewrite(file, printYaml(document), 'take submit-guard out of') : [], next: [] };
  },
};

/** The hook as the package installed in the work tree runs it. */
function localHook(hook: HookName, command: string): Readonly<Record<string, unknown>> {
  const usesNames = hook === 'commit-msg';
  return {
    id: idOf(hook),
    name: idOf(hook),
    entry: `${command} hook ${hook}`,
    language: 'system',
    stages: [hook],
    ...(!usesNames && { pass_filenames: false, always_run: true }),
  };
}

function isDependency(top: string): boolean {
  const manifest = findConfigFile(top, ['package.json']);
  return manifest !== undefined && /"submit-guard"\s*:/.test(manifest.text);
}

function reposOf(document: Document): YAMLSeq {
  const top = mapAt(document, [], { name: names[0] ?? '' });
  if ((top.get('repos') ?? null) === null) top.set('repos', document.createNode([]));
  const repos = document.get('repos');
  if (!isSeq(repos)) throw new HooksError('.pre-commit-config.yaml has no list of `repos`. Mend it first.');
  return repos;
}

/** Takes out the entries that only hold hooks of ours; returns whether there were some. */
function dropOurs(document: Document): boolean {
  const repos = isMap(document.contents) ? document.get('repos') : undefined;
  if (!isSeq(repos)) return false;
  const before = repos.items.length;
  repos.items = repos.items.filter((item) => {
    const hooks = isMap(item) ? item.get('hooks') : undefined;
    return !(isSeq(hooks) && hooks.items.length > 0 && hooks.items.every((hook) => isMap(hook) && /^submit-guard(?:-|$)/.test(String(hook.get('id')))));
  });
  return repos.items.length < before;
}
