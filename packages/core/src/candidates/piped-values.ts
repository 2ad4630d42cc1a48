import { codesOf, space } from '../characters/codes.ts';
import type { Layout } from '../layouts/layout.ts';

/** `echo -n "value" | `, `printf '%s' value |`: up to the value, up to the pipe. */
const printed = /(?:^|[\s;&|(`])(?:echo|printf|print|Write-Output)[ \t]+(?:-[neE]+[ \t]+)*(?:["']?%s(?:\\n)?["']?[ \t]*)?(?=["']?[^\s"'|]{8,9000}["']?[ \t]*\|)/;
/** What may stand between a name and the string that a command reads. */
const hereString = /(?:[ \t]+[\w.=-]{1,40}){0,6}[ \t]+<<<[ \t]*/y;
/** Whether anything in a text may be handed to a command: hardly ever, and it is asked for every name. For `Layout.derived`. */
const mayPipe = ({ text }: Layout): boolean => text.includes('<<<') || (text.includes('|') && /echo|print|Write-Output/.test(text));

/** What stands in front of a name on a command line. */
const beforeName = codesOf(' \t"\'/=');
/** How much of a line is looked at, in UTF-16 units. */
const longestLine = 400;

/**
 * Where the value begins that is handed to a command line which names it, on its standard input: `echo "value" | tool secret put NAME`,
 * `tool secret set NAME <<< value`.
 *
 * @param start - offset of the name.
 * @param end - offset behind it.
 * @returns -1 where there is none.
 */
export function pipedStart(layout: Layout, start: number, end: number): number {
  const { text } = layout;
  if (beforeName[text.charCodeAt(start - 1)] !== 1 || !layout.derived(mayPipe)) return -1;
  hereString.lastIndex = end;
  if (text.charCodeAt(end) === space && hereString.test(text)) return hereString.lastIndex;
  const from = layout.lineRange(layout.lineAt(start)).start;
  if (start - from > longestLine) return -1;
  const line = text.slice(from, start);
  if (!line.includes('|')) return -1;
  const match = printed.exec(line);
  return match === null ? -1 : from + match.index + match[0].length;
}
