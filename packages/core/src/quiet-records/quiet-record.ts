import { mayMisuseHeader } from '../aspects/header-uses.ts';
import { mentionsIn } from '../candidates/beside-hosts.ts';
import { speaksOfKey } from '../candidates/chat-answers.ts';
import { identifiesAtomyx } from '../candidates/identities.ts';
import { holdsEncoded } from '../decoders/decoders.ts';
import type { LiteralDetectorOptions } from '../detectors/literal-detector.ts';
import { mayHoldCandidates } from '../detectors/literal-detector.ts';
import type { Range } from '../evidence/evidence.ts';
import { Layout } from '../layouts/layout.ts';
import type { Target } from '../targets/targets.ts';
import { bareHost, targetsIn } from '../targets/targets.ts';
import type { Token } from './record-shape.ts';

/** Most lines of a quiet record: a text of such records is a log, however many of them are left out. */
const mostLines = 12;

const brand = /atomyx|submit/i;
/** What may tell something about places in other records: titles, tables, documents of other kinds, strings that go on, embedded JSON, aliases of YAML. */
const reachesOthers = /\*[\w-]{1,100}[ \t]*(?:[\r\n#,}]|$)|properties|machine|(?:pass(?:word|wort|phrase|wd)?|pwd|kennwort)["']?\s*[:=]|"(?:Secret|metadata|kind)"|secret generic|"""|"\s{0,20}(?:\[\s{0,20})?\{|^metadata:|^---|^[ \t]+name[ \t]*:|^[ \t]*\[[^\n]*(?:atomyx|submit)|^[ \t]*\[{1,2}[^\]\n]*\]{1,2}[ \t]*(?:[#;].*)?$/im;
/** A header or a request line, which would belong to lines in front of it. */
const isHeader = /^\s*(?:[>*<|]\s+|\d+\s+)?(?:[A-Za-z][\w-]*:|(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s)/;
/** UTF-16 units in front of a host in which something may say that no request goes there. */
const longestLabel = 90;

/** What may follow a record: nothing, and records of which nothing is bound to what stands in front of them unless the detector reads beyond the end of a record. */
const followers = ['', '2026-01-01T00:00:00.000Z INFO m3Xq8Lw2Zr5Tn9Hd4Fv7Bk6Pj1Gs0YcQ\n', '{"time":"2026-01-01T00:00:00.000Z","id":"m3Xq8Lw2Zr5Tn9Hd4Fv7Bk6Pj1Gs0YcQ"}\n'];

/**
 * Whether nothing can be found in a record of a log, nor by what it says of others, as long as nothing but such records stands `nearby`: no value is bound to anything
 * in it that speaks of a key, or the request is another service's and nothing names Submit. Whether that is so depends on the record alone, and on no token in it.
 *
 * @param record - with its line ends; the numbers and tokens in it are as credible as can be.
 * @param tokens - where these tokens stand.
 */
export function isQuiet(record: string, tokens: readonly Token[], options: LiteralDetectorOptions): boolean {
  if (record.split('\n', mostLines + 2).length > mostLines + 1 || isHeader.test(record) || reachesOthers.test(record) || speaksOfKey(record)) return false;
  const layout = new Layout(record);
  if (!isBalanced(layout) || identifiesAtomyx(layout) || mayMisuseHeader(layout)) return false;
  for (const { index } of mentionsIn(record, options.hosts)) if (holdsToken(layout.lineRange(layout.lineAt(index)), tokens)) return false;
  if (holdsEncoded(layout)) return false;
  const isElsewhere = belongsToAnother(record, tokens, options.hosts);
  // Only there it does not matter what a word in a token makes of it.
  if (!isElsewhere && tokens.some(({ isWorded }) => isWorded)) return false;
  return followers.every((follower) => {
    const followed = new Layout(record + follower);
    return !mayHoldCandidates(followed, options, isElsewhere) && !followed.reachesFar && [...followed.lookedUp].length === 0;
  });
}

/** Whether brackets and quotes that are opened are closed, in their line: what follows reads as it would without the record. */
function isBalanced(layout: Layout): boolean {
  const { text, brackets } = layout;
  const { stringStarts, stringEnds, opens } = brackets;
  let outside = '';
  let at = 0;
  for (const [index, start] of stringStarts.entries()) {
    outside += text.slice(at, start - 1);
    at = (stringEnds[index] ?? start) + 1;
  }
  outside += text.slice(at);
  return !outside.includes('"') && (outside.match(/[([{]/g)?.length ?? 0) === opens.length && (outside.match(/[)\]}]/g)?.length ?? 0) === opens.length;
}

/** Whether the hosts in a record are those of other services, and one is told without looking at tokens. */
function belongsToAnother(record: string, tokens: readonly Range[], hosts: readonly string[]): boolean {
  if (brand.test(record)) return false;
  const bare = bareHost(record, { start: 0, end: record.length });
  const targets: readonly Target[] = [...targetsIn(record, hosts), ...(bare === undefined ? [] : [bare])];
  return targets.every(({ owner }) => owner === 'other') && targets.some(({ start, end }) => !holdsToken({ start: Math.max(record.lastIndexOf('\n', start) + 1, start - longestLabel), end }, tokens));
}

function holdsToken({ start, end }: Range, tokens: readonly Range[]): boolean {
  return tokens.some((token) => token.start < end && token.end > start);
}
