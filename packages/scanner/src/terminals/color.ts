/**
 * Whether to print in color: `--no-color` first, then NO_COLOR (https://no-color.org: set and not empty), then
 * FORCE_COLOR (`0` and `false` mean no), else where the output is a terminal that is not dumb.
 */
export function wantsColor(option: boolean, environment: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  if (!option) return false;
  if ((environment['NO_COLOR'] ?? '') !== '') return false;
  const forced = environment['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTerminal && environment['TERM'] !== 'dumb';
}
