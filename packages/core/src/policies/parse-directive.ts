import { closestWord } from './closest-word.ts';
import { isDate } from './dates.ts';
import { suppressionMarker } from './suppression.ts';

/** What a directive says, apart from where it stands. */
export interface Directive {
  readonly nextLine: boolean;
  readonly ruleIds: readonly string[];
  readonly fingerprints: readonly string[];
  readonly reason: string;
  readonly until?: string;
  readonly problem?: string;
}

/** Words after the marker, and whether they speak of the next line. */
const forms: ReadonlyMap<string, boolean> = new Map([['', false], ['-line', false], ['-next-line', true]]);

/** A rule id as far as its spelling goes; anything else is not repeated in a message. */
const ruleLike = /^[a-z]+(?:-[a-z]+){1,6}$/;

const fingerprint = /^sg1:[0-9a-f]{24}$/;

/** The reason follows `--`; an XML comment may not hold `--`, there `reason=` does the same. */
const reasonSeparator = /(?:^|\s)(?:--+|—)\s|(?:^|\s)reason=/;

/**
 * Reads a directive: `submit-guard-ignore-next-line no-key-in-logs until=2027-01-31 -- the reason`.
 *
 * @param content - text of the comment from the marker on, without the closer of the comment.
 * @param ruleIds - the rules there are; without them a directive may name any.
 * @returns `undefined` where the marker is the beginning of a longer word.
 */
export function parseDirective(content: string, ruleIds?: readonly string[]): Directive | undefined {
  const head = /^((?:-[a-z]+)*)(?!\w|-(?!-))[,:]?/.exec(content.slice(suppressionMarker.length));
  if (head?.[1] === undefined) return undefined;
  const [whole, form] = head;
  const rest = ` ${content.slice(suppressionMarker.length + whole.length)} `;
  const separator = reasonSeparator.exec(rest);
  const reason = separator === null ? '' : rest.slice(separator.index + separator[0].length).trim();
  const words = (separator === null ? rest : rest.slice(0, separator.index)).split(/[\s,]+/).filter((word) => word !== '');
  const about = { ruleIds: [] as string[], fingerprints: [] as string[] };
  let until: string | undefined;
  let problem: string | undefined;
  for (const word of words) {
    if (word.startsWith('until=')) {
      until = word.slice('until='.length);
      if (!isDate(until)) problem ??= 'its `until=` is no date of the form YYYY-MM-DD';
    } else if (fingerprint.test(word)) about.fingerprints.push(word);
    else if (ruleIds === undefined ? ruleLike.test(word) : ruleIds.includes(word)) about.ruleIds.push(word);
    else problem ??= describeUnknown(word, ruleIds);
  }
  const nextLine = forms.get(form);
  if (nextLine === undefined) problem = `there is no \`${suppressionMarker}${form.slice(0, 20)}\`; write \`${suppressionMarker}\` or \`${suppressionMarker}-next-line\``;
  else if (!/[\p{L}\p{N}]/u.test(reason)) problem = 'it has no reason; write one after `--`';
  return { nextLine: nextLine ?? false, ...about, reason, ...(until !== undefined && { until }), ...(problem !== undefined && { problem }) };
}

function describeUnknown(word: string, ruleIds: readonly string[] = []): string {
  const name = ruleLike.test(word) ? `\`${word}\` is no rule` : 'it names something that is no rule';
  const meant = closestWord(word, ruleIds);
  return meant === undefined ? `${name}; rule ids, \`until=\` and a fingerprint may stand before \`--\`` : `${name}; did you mean \`${meant}\`?`;
}
