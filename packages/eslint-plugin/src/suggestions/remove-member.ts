import type { Node } from '@submit-guard/dataflow';
import type { Suggestion } from '../report-problems.ts';

export const removalMessages = { dropField: 'Drop the field {{ name }}.' };

/** Offers to take a property or a member of a type out, with the separator behind it or, for the last one, in front. */
export function removeMember(text: string, member: Node | undefined): readonly Suggestion<keyof typeof removalMessages>[] {
  if (!member || (member.type !== 'Property' && member.type !== 'TSPropertySignature' && member.type !== 'PropertyDefinition')) return [];
  let [start, end] = member.range;
  const behind = /^\s*[,;]/.exec(text.slice(end, end + 200));
  if (behind && !text.slice(start, end).endsWith(';')) end += behind[0].length;
  const line = /(?:^|\n)[ \t]*$/.exec(text.slice(Math.max(0, start - 200), start));
  const rest = /^[ \t]*(?=\r?\n|$)/.exec(text.slice(end, end + 200));
  if (line && rest) start -= line[0].length;
  else if (!behind) start -= /,?\s*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0].length ?? 0;
  else end += /^[ \t]*/.exec(text.slice(end, end + 200))?.[0].length ?? 0;
  const { key } = member;
  const name = key.type === 'Identifier' ? key.name : text.slice(...key.range);
  return [{ messageId: 'dropField', data: { name }, range: { start, end }, text: '' }];
}
