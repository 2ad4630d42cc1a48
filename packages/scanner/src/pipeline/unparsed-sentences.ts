import type { UnparsedProgram } from './outcome.ts';

/** What the person who runs a scan is told of programs that were read as text: only what can be mended. */
export function parsingNotices(programs: readonly UnparsedProgram[]): readonly string[] {
  const [first, ...others] = programs.filter(({ cause }) => cause === 'parser missing');
  if (first === undefined) return [];
  const files = others.length === 0 ? first.path : `${first.path} and ${others.length} other ${others.length === 1 ? 'program' : 'programs'}`;
  return [`oxc-parser does not work here (${first.reason}), so ${files} ${others.length === 0 ? 'was' : 'were'} read as text, which shows fewer keys.`];
}

/** How one program was read, for whoever wants to know how the scan was carried out. */
export function unparsedSentence({ path, reason }: UnparsedProgram): string {
  return `${path} was read as text and not as a program: ${reason}.`;
}
