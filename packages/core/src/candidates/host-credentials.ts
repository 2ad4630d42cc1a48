import { codesOf } from '../characters/codes.ts';
import { credibilityOf } from '../values/credibility.ts';
import type { Candidate } from './candidate.ts';

const netrc = /\bmachine\s+(\S{1,253})\s+(?:(?:login|account)\s+\S+\s+)*password\s+(\S{1,9000})/g;
const userInformation = /\bhttps?:\/\/([^\s/:@"'`<>]{0,200}):([^\s/@"'`<>]{8,500})@([\w.-]+)/gi;
const userOnly = /\bhttps?:\/\/([^\s/:@"'`<>]{12,500})@([\w.-]+)/gi;

const endsUser = codesOf(' \t\r\n/@"\'`<>');
/** Longest user information of a URL, in UTF-16 units. */
const longestUser = 720;

/** Whether an at sign stands in a text with nothing but user information between it and two slashes: a quick no for addresses of mail and names of packages. */
function mayNameUser(text: string): boolean {
  for (let sign = text.indexOf('@'); sign !== -1; sign = text.indexOf('@', sign + 1)) {
    let at = sign - 1;
    while (at >= 0 && sign - at < longestUser && endsUser[text.charCodeAt(at)] !== 1) at--;
    if (text.startsWith('//', at - 1)) return true;
  }
  return false;
}

/** Credentials that stand next to their host: `.netrc` and the user information of a URL. */
export function* credentialsOfHosts(text: string): Generator<Candidate> {
  const found = (match: RegExpMatchArray, value: string, host: string): Candidate => {
    const start = (match.index ?? 0) + match[0].lastIndexOf(value, match[0].length);
    return { start, end: start + value.length, text: value, anchor: { start: match.index ?? 0, end: start }, header: true, scheme: 'basic', host: host.toLowerCase() };
  };
  if (text.includes('machine')) for (const match of text.matchAll(netrc)) if (credibilityOf(match[2] ?? '') !== 'none') yield found(match, match[2] ?? '', match[1] ?? '');
  if (!mayNameUser(text)) return;
  for (const match of text.matchAll(userInformation)) if (credibilityOf(match[2] ?? '') !== 'none') yield found(match, match[2] ?? '', match[3] ?? '');
  for (const match of text.matchAll(userOnly)) if (credibilityOf(match[1] ?? '') !== 'none') yield found(match, match[1] ?? '', match[2] ?? '');
}
