/** What a runner would take for a command at the start of a printed line, colours aside. */
// eslint-disable-next-line no-control-regex -- terminal colours start with ESC
const commandAtStart = /^((?:\s|\u001b\[[\d;]*m)*):(?=:)/;

/** The older form, which GitHub and Azure accept anywhere in a line: `##[error]`, `##vso[task...]`. */
const commandAnywhere = /##(?=[a-z]*\[)/gi;

/** A printed line of which no continuous-integration runner takes a part for a command. Other lines are unchanged. */
export function withoutCommands(line: string): string {
  return line.replace(commandAtStart, '$1: ').replace(commandAnywhere, '# #');
}
