import type { HookName } from './hook-names.ts';
import { readsInput, waysAround } from './hook-names.ts';

/** A text as one word of a POSIX shell. */
export function quoteForShell(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/**
 * What other programs run as a hook, on one line of shell. Where submit-guard does not even start, nobody else says what to do:
 * the shell does.
 *
 * @param command - path of the installed command, relative to the top of the work tree.
 * @param parameters - how the program writes the parameters of the hook.
 */
export function commandLineOf(hook: HookName, command: string, parameters: string): string {
  const words = [quoteForShell(command), 'hook', hook, ...(parameters === '' ? [] : [parameters])].join(' ');
  const sentence = `submit-guard did not start, so nothing was checked. Install the dependencies (npm install), or go on without: ${waysAround[hook]}`;
  return `${words} || { [ $? -le 2 ] || echo "${sentence}" >&2; exit 1; }`;
}

/** A command line of {@link commandLineOf} in front of another command that gets the same standard input. */
export function inFrontOf(other: string | undefined, hook: HookName, line: string): string {
  if (other === undefined || other.trim() === '') return line;
  if (!readsInput(hook)) return `${line}; ${other}`;
  return `submit_guard_refs=$(cat); printf '%s\\n' "$submit_guard_refs" | ${line}; printf '%s\\n' "$submit_guard_refs" | { ${other}; }`;
}

/** Takes off what {@link inFrontOf} put in front; `undefined` where nothing is left. */
export function withoutFront(whole: string, hook: HookName): string | undefined {
  const line = new RegExp(String.raw`^(?:submit_guard_refs=\$\(cat\); printf '%s\\n' "\$submit_guard_refs" \| )?(?:'(?:[^']|'\\'')*submit-guard'|\S*submit-guard) hook ${hook}\b[^|]*\|\| \{ \[ \$\? -le 2 \] \|\| echo "[^"]*" >&2; exit 1; \}`);
  const found = line.exec(whole);
  if (found === null) return whole;
  const rest = whole.slice(found[0].length).replace(/^; /, '');
  const inner = /^printf '%s\\n' "\$submit_guard_refs" \| \{ (.*); \}$/s.exec(rest)?.[1] ?? rest;
  return inner.trim() === '' ? undefined : inner;
}
