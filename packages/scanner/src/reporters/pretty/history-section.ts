import type { Finding } from '@submit-guard/core';
import { printable } from '@submit-guard/core';
import { counted } from '../amounts.ts';
import type { Paint } from './paint.ts';
import { wrapped } from './text-layout.ts';

/** Keys for which the commands are printed one by one. */
const mostKeys = 20;

/** Where the replacements are collected: outside of the repository, and removed in the end. */
const file = '../submit-guard-replacements.txt';

/** The kind of git object that a finding stands in. */
function kindOf({ path }: Finding): 'commit' | 'tag' | 'blob' {
  if (path.startsWith('commit:')) return 'commit';
  return path.startsWith('tag:') ? 'tag' : 'blob';
}

/**
 * A command that cuts a key out of its object and appends it to the replacements: the key passes through a pipe and never stands on a
 * command line, where other users and the history of the shell would see it. Python, which `git filter-repo` needs as well, counts
 * columns in characters as findings do, but for those beyond U+FFFF.
 */
function cutCommand(finding: Finding): string | undefined {
  const { blob, line, column, endLine, endColumn, secret } = finding;
  if (blob === undefined || secret === undefined || line !== endLine || !/^[0-9a-f]{40,64}$/.test(blob)) return undefined;
  const python = `import sys; print("literal:" + sys.stdin.read().split("\\n")[${line - 1}][${column - 1}:${endColumn - 1}] + "==>REVOKED")`;
  return `git cat-file ${kindOf(finding)} ${blob} | python3 -c '${python}' >> ${file}`;
}

/** What is to be done about keys that stand in commits, once for all of them. */
export function historySection(findings: readonly Finding[], columns: number, paint: Paint): readonly string[] {
  const committed = findings.filter(({ commit, path }) => commit !== undefined || /^(?:blob|tag):/.test(path));
  if (committed.length === 0) return [];
  const text = (words: string): readonly string[] => wrapped(words, columns - 2).map((line) => `  ${line}`);
  // A key that stands in many versions of a file needs one line.
  const byKey = new Map(committed.flatMap((finding) => (finding.secret === undefined ? [] : [[finding.secret.fingerprint, finding] as const])));
  const commands = [...byKey.values()].flatMap((finding) => cutCommand(finding) ?? []);
  const rows = [
    paint('strong', 'In the history'),
    '',
    ...text('Revoke the key in Atomyx Vault first. Whoever has fetched, forked or cached the repository has the key; rewriting the history does not make it secret again, revoking it does.'),
  ];
  if (commands.length === 0) return rows;
  const rest = commands.length > mostKeys ? text(`... and so on for ${counted(commands.length - mostKeys, 'more key')}; --format json has their places.`) : [];
  return [
    ...rows,
    ...text('If you rewrite it all the same, in a fresh clone and with everybody who has one: these commands never put the key on a command line.'),
    '',
    '    umask 077',
    ...commands.slice(0, mostKeys).map((command) => `    ${printable(command)}`),
    ...rest,
    '    git filter-repo \\', `      --replace-text ${file} \\`, `      --replace-message ${file}`,
    `    rm ${file}`,
  ];
}
