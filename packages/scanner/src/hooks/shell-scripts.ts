import type { HookName } from './hook-names.ts';
import { readsInput, waysAround } from './hook-names.ts';
import { quoteForShell } from './shell-words.ts';

const start = '# >>> submit-guard >>>';
const end = '# <<< submit-guard <<<';

/** How a script finds the command. */
export interface CommandPlaces {
  /** Relative to the top of the work tree. */
  readonly local: string;
  /** Absolute paths of Node and of the program that installed the hook, for scripts that stay on this machine. */
  readonly installed?: { readonly node: string; readonly program: string };
}

/**
 * The lines that a hook runs first. They work in every POSIX shell, with `set -eu` and without; what the script does after
 * them, and how it ends, does not matter.
 *
 * @param continues - whether lines follow that may read the standard input, which is then handed on to them.
 */
export function blockFor(hook: HookName, { local, installed }: CommandPlaces, continues: boolean): string {
  const path = quoteForShell(local.includes('/') ? local : `./${local}`);
  const fallback = installed === undefined ? [] : [
    `  elif [ -x ${quoteForShell(installed.node)} ] && [ -f ${quoteForShell(installed.program)} ]; then`,
    `    ${quoteForShell(installed.node)} ${quoteForShell(installed.program)} "$@"`,
  ];
  const run = readsInput(hook)
    ? [
        'submit_guard_refs=$(cat)',
        `printf '%s\\n' "$submit_guard_refs" | submit_guard hook ${hook} "$@" || exit 1`,
        ...(continues ? ['exec <<SUBMIT_GUARD_REFS', '$submit_guard_refs', 'SUBMIT_GUARD_REFS'] : []),
      ]
    : [`submit_guard hook ${hook} "$@" || exit 1`];
  return [
    start,
    '# Written by `submit-guard install`; `submit-guard uninstall` takes it out again.',
    'submit_guard() {',
    `  if [ -x ${path} ]; then`,
    `    ${path} "$@"`,
    '  elif command -v submit-guard >/dev/null 2>&1; then',
    '    command submit-guard "$@"',
    ...fallback,
    '  else',
    `    echo 'submit-guard was not found, so nothing was checked and this was stopped. Install it (npm install), or go on without the check: ${waysAround[hook]}' >&2`,
    '    return 2',
    '  fi',
    '}',
    ...run,
    end,
    '',
  ].join('\n');
}

const block = new RegExp(`^${start}\\n[^]*?^${end}$\\n?`, 'm');

/** Whether a script holds the lines of submit-guard. */
export function holdsBlock(text: string): boolean {
  return block.test(text);
}

/** A script without the lines of submit-guard. */
export function withoutBlock(text: string): string {
  return text.replace(block, '');
}

const shebang = /^#!.*\n/;

/** Whether nothing would be left of a script to run. */
export function isEmptyScript(text: string): boolean {
  return text.replace(shebang, '').trim() === '';
}

/** Shells that read what {@link blockFor} writes. */
const shells: ReadonlySet<string> = new Set(['sh', 'bash', 'dash', 'ash', 'ksh', 'mksh', 'zsh']);

/** The program that a first line names, behind `env`, its options and variables, or `busybox`. */
function programIn(firstLine: string): string | undefined {
  const names = firstLine.replace(/^#!\s*/, '').split(/\s+/).map((word) => word.replace(/^.*\//, ''));
  const isWrapper = (name: string): boolean => name === 'env' || name === 'busybox' || name.startsWith('-') || name.includes('=');
  return names.find((name) => !isWrapper(name));
}

/**
 * Whether a hook is a script that lines of shell may be put into. A text without a first line that names a program is run by
 * `sh`, as git does it.
 */
export function isShellScript(bytes: Buffer): boolean {
  if (bytes.includes(0)) return false;
  const text = bytes.toString('utf8');
  // Carriage returns break a script already; bytes that are no UTF-8 would not survive being written.
  if (text.includes('\r') || !Buffer.from(text, 'utf8').equals(bytes)) return false;
  return !text.startsWith('#!') || shells.has(programIn(text.split('\n', 1)[0] ?? '') ?? '');
}

/** Husky 8 starts a script anew from this line on; before it, lines would run twice. */
const huskyLine = /^\. .*\/husky\.sh"?.*\n/m;

/** Puts the lines of submit-guard in front of all that a script does, in place of older ones. */
export function withBlock(text: string, lines: string): string {
  const bare = withoutBlock(text);
  const husky = huskyLine.exec(bare);
  const first = shebang.exec(bare);
  const at = husky === null ? (first?.[0].length ?? 0) : husky.index + husky[0].length;
  const head = bare.slice(0, at);
  return `${head}${head === '' || head.endsWith('\n') ? '' : '\n'}${lines}${bare.slice(at)}`;
}

/** A script of its own. */
export function scriptOf(lines: string, after = ''): string {
  return `#!/bin/sh\n${lines}${after}`;
}
