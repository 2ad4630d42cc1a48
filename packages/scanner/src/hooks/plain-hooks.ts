import { lstatSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { HookName } from './hook-names.ts';
import { hookNames } from './hook-names.ts';
import { HooksError } from './hooks-error.ts';
import type { Repository } from './repository.ts';
import { blockFor, holdsBlock, isEmptyScript, isShellScript, scriptOf, withBlock, withoutBlock } from './shell-scripts.ts';
import type { CommandPlaces } from './shell-scripts.ts';
import { quoteForShell } from './shell-words.ts';
import type { Plan, Step } from './steps.ts';
import { joinPlans } from './steps.ts';

/** Behind the name of a hook that could not be written into and is started by ours. */
const keptEnding = '.before-submit-guard';

export interface HookFolder {
  /** Absolute path. */
  readonly folder: string;
  readonly places: CommandPlaces;
  /** What summaries shorten paths by. */
  readonly repository: Pick<Repository, 'top'>;
  /** A script runs here also where it is not executable, as with husky 9. */
  readonly runsEveryScript?: boolean;
}

/**
 * Wires hooks in a folder of hook scripts. A shell script gets our lines in front of its own. What is no shell script, is not
 * executable or is a link is set aside and started by ours, so that no byte of it changes and a hook that is switched off
 * stays so.
 *
 * @throws {HooksError} where something has been set aside before.
 */
export function planHooks(hooks: readonly HookName[], where: HookFolder): Plan {
  return joinPlans(hooks.map((hook) => planHook(hook, where)));
}

function planHook(hook: HookName, { folder, places, repository, runsEveryScript = false }: HookFolder): Plan {
  const path = join(folder, hook);
  const kept = `${path}${keptEnding}`;
  const name = nameOf(path, repository);
  const found = lookAt(path);
  const write = (text: string, summary: string): Step => ({ kind: 'write', path, text, executable: !runsEveryScript || found === undefined, summary });
  const wrapper = scriptOf(blockFor(hook, places, true), startKept(hook));
  if (found === undefined) {
    // After a crash between the two steps below, the kept hook is still there.
    return steps(write(lookAt(kept) === undefined ? scriptOf(blockFor(hook, places, false)) : wrapper, `write ${name}`));
  }
  if (found.script !== undefined && found.script === wrapper) return steps();
  if (found.script !== undefined && lookAt(kept) !== undefined && holdsBlock(found.script)) return steps(write(wrapper, `renew ${name}`));
  if (found.script === undefined || !(found.executable || runsEveryScript || holdsBlock(found.script))) {
    if (lookAt(kept) !== undefined) throw new HooksError(`${name} has to be set aside, and there is a ${hook}${keptEnding} already. Put one of them away first.`);
    return steps(
      { kind: 'rename', from: path, to: kept, summary: `set ${name} aside as ${hook}${keptEnding}, which the new hook starts` },
      write(wrapper, `write ${name}`),
    );
  }
  const alone = isEmptyScript(withoutBlock(found.script));
  const text = withBlock(found.script, blockFor(hook, places, !alone));
  if (text === found.script && (found.executable || runsEveryScript)) return steps();
  return steps(write(text, `${holdsBlock(found.script) ? 'renew' : 'add'} the lines of submit-guard in ${name}`));
}

function startKept(hook: HookName): string {
  return `kept=$(dirname -- "$0")/${quoteForShell(hook + keptEnding)}
if [ -x "$kept" ]; then exec "$kept" "$@"; fi
`;
}

/** Takes out of a folder of hook scripts what {@link planHooks} put into it. */
export function planRemoval({ folder, repository }: Pick<HookFolder, 'folder' | 'repository'>): Plan {
  return joinPlans(hookNames.map((hook): Plan => {
    const path = join(folder, hook);
    const kept = `${path}${keptEnding}`;
    const name = nameOf(path, repository);
    const found = lookAt(path);
    if (found?.script === undefined || !holdsBlock(found.script)) return steps();
    const rest = withoutBlock(found.script);
    if (rest.endsWith(startKept(hook)) && lookAt(kept) !== undefined) return steps({ kind: 'rename', from: kept, to: path, summary: `put ${name} back as it was` });
    if (isEmptyScript(rest.replace(startKept(hook), ''))) return steps({ kind: 'remove', path, summary: `remove ${name}` });
    return steps({ kind: 'write', path, text: rest, executable: found.executable, summary: `take the lines of submit-guard out of ${name}` });
  }));
}

function steps(...list: readonly Step[]): Plan {
  return { steps: list, next: [] };
}

function nameOf(path: string, { top }: Pick<Repository, 'top'>): string {
  const name = relative(top, path).split(sep).join('/');
  return name.startsWith('../') ? path : name;
}

interface FoundHook {
  readonly executable: boolean;
  /** Its text, where lines may be put into it. */
  readonly script: string | undefined;
}

function lookAt(path: string): FoundHook | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  // Windows has no such bit, and git starts every hook there.
  const executable = process.platform === 'win32' || (stats.mode & 0o111) !== 0;
  if (!stats.isFile()) return { executable, script: undefined };
  const bytes = readFileSync(path);
  return { executable, script: isShellScript(bytes) ? bytes.toString('utf8') : undefined };
}
