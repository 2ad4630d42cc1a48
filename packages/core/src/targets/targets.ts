import type { Range } from '../evidence/evidence.ts';

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
  /(?:call[_-]?back|return|redirect|artwork|webhook|notif\w*|schema|xmlns(?::\w+)?|xsi|docs?|documentation\w*|reference|help|homepage|home_?page|referr?er|origin|logo|image|img|icon|avatar|photo|picture|thumbnail|licen[cs]e|repository|repo|bugs|issues?|website|web|profile|success|cancel|failure|error|terms|privacy|support|link|see|source|src|href|file|files|pdf|document|asset|download|preview|proof|checkfix\w*|metadata|spec|(?<!\w)proxy|issuer|audience|aud|iss|scope|namespace|ns|type|id|\$id|user-?agent|externaldocs|contact|author|next|prev|dashboard|console)[_-]?(?:ur[li]s?|endpoint|location|uri|link)?["'`]?\]?\s*(?:[:=]|=>|,|\s)\s*(?:[@$rbuf]{0,2}["'`]|\\?["'])?$/i;

const commentBefore = /(?:^|[\s;{}])(?:\/\/|#|--(?=\s)|\*|;;?|%|<!--|\/\*|@see|see:?|docs?:|rem)\s?(?:[^\n"'`]*\s)?$/i;

const knownEndings =
  'com|net|org|io|dev|app|co|ai|cloud|de|uk|fr|eu|nl|be|us|at|ch|es|it|se|no|dk|pl|pt|fi|jp|cn|in|br|au|ca|ru|nz|kr|mx|info|biz|me|tv|gov|edu|tech|shop|store|online|site|xyz|internal|local|localhost|corp|lan|test|example|invalid';

/** A host alone, as the value of something that is called a host, or as the argument of a connection. */
const hostLabel =
  /(?:host(?:name)?|server(?:name)?|domain|authority|machine|origin|base_?url|base_?uri|endpoint|connection|connect(?:ed)?(?:\s+to)?|http(?:s)?(?:client|connection)?|url|uri|server|proxy_pass|sni)["'`]?\]?\s*(?:\(|[:=]|=>|,|\s)\s*[@$rbuf]{0,2}\\?["'`]?\(?["'`]?$/i;

const scheme = /(?:(https?|wss?):(?:\\?\/){2}(?:[^\s/@"'`<>]{1,200}@)?)?/.source;
const dottedHost = `(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\\.){1,8}(?:${knownEndings})(?![a-z0-9_-])`;
/** A host without dots counts behind `//` only. */
const plainHost = /(?<=:\/\/)[a-z][a-z0-9_-]{1,60}(?=[/:"'`\s;,)])/.source;
const hostPattern = new RegExp(
  `${scheme}(${dottedHost}|localhost|(?:\\d{1,3}\\.){3}\\d{1,3}|${plainHost})(:\\d{2,5})?${/((?:\\?\/|\?)[^\s"'`<>\\)\]},;]*)?/.source}`,
  'gi',
);

/**
 * Finds the hosts in a text that requests may go to.
 *
 * @param submitHosts - lower case.
 * @returns targets by position. URLs that are data (callback URLs, documentation links, namespaces) are left out; so is
 *   a bare host that nothing calls a host, unless it is a Submit host.
 */
export function targetsIn(text: string, submitHosts: readonly string[]): Target[] {
  const targets: Target[] = [];
  for (const match of text.matchAll(hostPattern)) {
    const host = (match[2] ?? '').toLowerCase();
    const start = match.index;
    const protocol = match[1]?.toLowerCase();
    const owner: Owner = submitHosts.includes(host) ? 'submit' : 'other';
    const before = text.slice(Math.max(0, start - 80), start);
    const line = before.slice(before.lastIndexOf('\n') + 1);
    if (owner === 'other') {
      if (/[\w.@$-]$/.test(before) && protocol === undefined) continue;
      if (protocol === undefined && !hostLabel.test(line)) continue;
      if (host === 'docs.atomyx.io' || /^(?:www\.)?w3\.org$|^schemas\.|json-schema\.org$|schema\.org$|xmlsoap\.org$|swagger\.io$|apache\.org$|^schema\./.test(host)) continue;
      if (dataNames.test(line) || commentBefore.test(line)) continue;
      if (/[?&=](?:[\w-]+=)?$/.test(line) && protocol !== undefined && /https?:\/\/\S+$/.test(line)) continue; // a URL in the query of another
    } else if (/[\w-]\.$|[\w@-]$/.test(before) && protocol === undefined) continue;
    targets.push({ start, end: start + match[0].length, owner, host, path: match[4] ?? '', ...(protocol === undefined ? {} : { protocol }) });
  }
  for (const host of submitHosts) {
    const pieces = host.split('.').map((piece) => piece.replace(/[^a-z0-9-]/g, ''));
    if (pieces.length < 2) continue;
    const split = new RegExp(pieces.map((piece) => `["']${piece}["']`).join('\\s*,\\s*'), 'gi');
    for (const match of text.matchAll(split)) targets.push({ start: match.index, end: match.index + match[0].length, owner: 'submit', host, path: '' });
  }
  for (const match of text.matchAll(/"(?:host|hostname)"\s*:\s*\[\s*((?:"[\w-]+"\s*,\s*)+"[\w-]+")\s*\]/gi)) {
    const host = (match[1] ?? '').replace(/["\s]/g, '').replace(/,/g, '.').toLowerCase();
    if (!submitHosts.includes(host)) targets.push({ start: match.index, end: match.index + match[0].length, owner: 'other', host, path: '' });
  }
  return targets.sort((a, b) => a.start - b.start);
}
