import { literalPattern } from '../characters/literal-pattern.ts';
import type { Range } from '../evidence/evidence.ts';
import { firstHostIn, hostAt, stickyMatch } from './host-patterns.ts';
import { labelledHosts } from './labelled-hosts.ts';

/** Whose a host is. `submit` is a configured Submit host, `other` a host that requests may go to, `neutral` neither. */
export type Owner = 'submit' | 'other';

/** A host named in a text, as the place a request may go to. */
export interface Target extends Range {
  readonly owner: Owner;
  /** Lower case. */
  readonly host: string;
  /** `http:` or `https:` where the text says it. */
  readonly protocol?: string;
  /** What follows the host up to the end of the URL. */
  readonly path: string;
}

/**
 * Property and parameter names whose URLs are data of a request, not the place it goes to: the fields of a Submit job,
 * documentation links, namespaces.
 */
const dataNames =
  /(?:call[_-]?back|return|redirect|artwork|webhook|notif\w*|schema|xmlns(?::\w+)?|xsi|docs?|documentation\w*|reference|help|homepage|home_?page|referr?er|origin|logo|image|img|icon|avatar|photo|picture|thumbnail|licen[cs]e|repository|repo|bugs|issues?|website|web|profile|success|cancel|failure|error|terms|privacy|support|link|see|source|src|href|file|files|pdf|document|asset|download|preview|proof|checkfix\w*|metadata|spec|(?<!\w)proxy|issuer|audience|aud|iss|scope|namespace|ns|type|id|\$id|user-?agent|externaldocs|contact|author|next|prev|dashboard|console)[_-]?(?:ur[li]s?|endpoint|location|uri|link)?$/i;
/** What may stand between the name of a field and its URL, from behind: quotes, one separator, blanks, the closing quote. */
const nameBefore = /([\w$-]{1,60})\\?["'`]?\]?\s{0,8}(?:[:=]|=>|,|\s)\s{0,8}(?:[@$rbuf]{0,2}["'`]|\\?["'])?$/;

const commentSign = /\/\/|#|--\s|\*|;|%|<!--|see|docs|rem/i;
const commentBefore = /(?:^|[\s;{}])(?:\/\/|#|--(?=\s)|\*|;;?|%|<!--|\/\*|@see|see:?|docs?:|rem)\s?(?:[^\n"'`]*\s)?$/i;

/** The value of a `User-Agent` up to an address in it, by which programs say who they are: `Artillery (https://artillery.io)`. */
const userAgentBefore = /user-?agent\\?["'`]?\]?\s{0,8}(?:[:=]|=>|,)\s{0,8}\\?["'`]?[^"'`\n\\]*$/i;

const behindProtocol = /:(?:\/\/|\\\/\\\/)/g;
const userInformation = /[^\s/@"'`<>]{1,200}@/y;
const portAndPath = /(:\d{2,5})?((?:\\?\/|\?)[^\s"'`<>\\)\]},;]{0,2000})?/y;

const schemaHost = /^(?:docs\.atomyx\.io|(?:www\.)?w3\.org)$|^schemas?\.|(?:json-schema|schema|xmlsoap|apache)\.org$|swagger\.io$/;

/**
 * Finds the hosts in a text that requests may go to.
 *
 * @param submitHosts - lower case.
 * @returns targets by position. URLs that are data (callback URLs, documentation links, namespaces) are left out; so is
 *   a bare host that nothing calls a host, unless it is a Submit host.
 */
export function targetsIn(text: string, submitHosts: readonly string[]): Target[] {
  const targets = new Map<number, Target>();
  for (const target of urlTargets(text, submitHosts)) targets.set(target.start, target);
  for (const host of submitHosts) {
    const { alone, inPieces } = patternsOf(host);
    for (const match of text.matchAll(alone)) {
      const start = match.index;
      targets.set(start, { start, owner: 'submit', host, ...pathAt(text, start + host.length) });
    }
    for (const match of text.matchAll(inPieces)) {
      targets.set(match.index, { start: match.index, end: match.index + match[0].length, owner: 'submit', host, path: '' });
    }
  }
  for (const { start, host } of labelledHosts(text)) {
    if (submitHosts.includes(host) || targets.has(start) || schemaHost.test(host)) continue;
    targets.set(start, { start, owner: 'other', host, ...pathAt(text, start + host.length) });
  }
  if (text.includes('[')) {
    for (const match of text.matchAll(/"host(?:name)?"\s*:\s*\[\s*((?:"[\w-]+"\s*,\s*){1,8}"[\w-]+")\s*\]/gi)) {
      const host = (match[1] ?? '').replace(/["\s]/g, '').replace(/,/g, '.').toLowerCase();
      if (!submitHosts.includes(host)) targets.set(match.index, { start: match.index, end: match.index + match[0].length, owner: 'other', host, path: '' });
    }
  }
  return [...targets.values()].sort((a, b) => a.start - b.start);
}

/** Longest stretch in which a host that nothing calls a host is looked for, in UTF-16 units. */
const longestMention = 2000;

/** The first host of a record of a log that is merely mentioned: `api.search.example refused Authorization: ...`. */
export function bareHost(text: string, { start, end }: Range): Target | undefined {
  const record = text.slice(start, Math.min(end, start + longestMention));
  const match = firstHostIn(record);
  if (match === null || schemaHost.test(match[0])) return undefined;
  const at = start + match.index;
  return { start: at, end: at + match[0].length, owner: 'other', host: match[0].toLowerCase(), path: '' };
}

/** The hosts of URLs, found by their `://`. */
function* urlTargets(text: string, submitHosts: readonly string[]): Generator<Target> {
  for (const match of text.matchAll(behindProtocol)) {
    const protocol = /(?:https?|wss?)$/i.exec(text.slice(Math.max(0, match.index - 5), match.index))?.[0].toLowerCase();
    if (protocol === undefined) continue;
    const start = match.index - protocol.length;
    let at = match.index + match[0].length;
    at += stickyMatch(userInformation, text, at)?.length ?? 0;
    const host = hostAt(text, at);
    if (host === undefined) continue;
    const owner: Owner = submitHosts.includes(host) ? 'submit' : 'other';
    if (owner === 'other' && (schemaHost.test(host) || isData(text, start))) continue;
    yield { start, owner, host, protocol, ...pathAt(text, at + host.length) };
  }
}

/** Whether what stands in front of a URL makes it data: a field of a job, a comment, the query of another URL. */
function isData(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 80), start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const name = nameBefore.exec(line.slice(-90))?.[1];
  return (name !== undefined && dataNames.test(name)) || userAgentBefore.test(line) || (commentSign.test(line) && commentBefore.test(line)) || (/[?&=]$/.test(line) && /https?:\/\/\S+$/.test(line));
}

/** The path behind a host and where it ends; a port stands between. */
function pathAt(text: string, offset: number): { path: string; end: number } {
  portAndPath.lastIndex = offset;
  const match = portAndPath.exec(text);
  return { path: match?.[2] ?? '', end: offset + (match?.[0].length ?? 0) };
}

interface HostPatterns {
  /** The host where it is no part of a longer one or of a URL. It is looked at what stands in front once the host is found. */
  readonly alone: RegExp;
  /** The host as a list of its parts. */
  readonly inPieces: RegExp;
}

const patternsOfHosts = new Map<string, HostPatterns>();

/** Of the few hosts that are configured. */
function patternsOf(host: string): HostPatterns {
  let patterns = patternsOfHosts.get(host);
  if (patterns === undefined) {
    const literal = literalPattern(host);
    patterns = {
      alone: new RegExp(`${literal}(?<!(?:[\\w@-]|[\\w-]\\.|:\\/\\/)${literal})(?![\\w-]|\\.\\w)`, 'gi'),
      inPieces: new RegExp(host.split('.').map((piece) => `["']${literalPattern(piece)}["']`).join('\\s*,\\s*'), 'gi'),
    };
    patternsOfHosts.set(host, patterns);
  }
  return patterns;
}
