import type { Range } from '../evidence/evidence.ts';
import { randomStretches, wordShare } from './random-looking.ts';
import { unionOf } from './ranges.ts';

/** Letters, digits and what base64, base64url, UUIDs and percent encoding put between them, with `=` padding. */
const longRun = /(?:[A-Za-z0-9_+/~-]|%[0-9A-Fa-f]{2}){16,}(={0,2})/g;

/** A JSON Web Token or what is left of one (RFC 7519: the header is a base64url JSON object, so it starts `eyJ`). */
const webToken = /\beyJ[\w-]{6,}(?:\.[\w-]*){0,4}/g;

/** The part of a URL that stands before a run: the run holds the rest of its host and its path. */
const address = /(?::\/\/[\w.:-]*|(?:^|[\s"'`(<])[\w.-]+\.)$/;

/** Text in which every character is escaped: `\x33\x66...`, `\u0033...`, `%33%66...`, `&#51;...`. */
const escapedRun =
  /(?:\\x[0-9a-f]{2}|\\u[0-9a-f]{4}|\\u\{[0-9a-f]{1,6}\}|\\[0-7]{3}|%[0-9a-f]{2}|&#x?[0-9a-f]{1,6};){8,}/gi;

/** Parts of a token that dots join to a random one. */
const dottedBefore = /[\w-]+\.$/;
const dottedAfter = /^\.[\w-]+/;

/** A value behind an authorization scheme, or behind a name that says it is secret. */
const schemeValue = /\b(?:bearer|basic|token)[ \t]+([^\s"'`<>{}$(),;]{8,})/gi;
const secretName = /(?:passw(?:or)?d|pwd|secret|token|api[_-]?key|access[_-]?key|authorization)/;
const namedValue = new RegExp(
  `${secretName.source}["']?\\s{0,4}(?:[:=]|=>)\\s{0,4}["']?([^\\s"'\`,;<>{}$()]{8,})`,
  'gi',
);

/** The password of `scheme://user:password@host`. */
const userInfo = /:\/\/[^\s/:@"'`]{0,256}:([^\s/@"'`{}<>$]{3,})@/g;

/** Whether dots may join a part to a random neighbour: it holds letters and digits, so it is no file extension. */
const isMixed = (part: string): boolean => /[A-Za-z]/.test(part) && /\d/.test(part);

/** A random stretch and the parts that dots join to it. */
function withDottedParts(text: string, stretch: Range): Range {
  let { start, end } = stretch;
  const before = dottedBefore.exec(text.slice(Math.max(0, start - 256), start));
  if (before !== null && isMixed(before[0])) start -= before[0].length;
  const after = dottedAfter.exec(text.slice(end, end + 256));
  if (after !== null && isMixed(after[0])) end += after[0].length;
  return { start, end };
}

function* randomRuns(text: string): Generator<Range> {
  for (const match of text.matchAll(longRun)) {
    const padding = match[1]?.length ?? 0;
    const run = match[0].slice(0, match[0].length - padding);
    const inAddress = address.test(text.slice(Math.max(0, match.index - 128), match.index));
    for (const stretch of randomStretches(run, inAddress)) {
      const end = match.index + stretch.end + (stretch.end === run.length ? padding : 0);
      yield withDottedParts(text, { start: match.index + stretch.start, end });
    }
  }
}

function* capturedValues(text: string, pattern: RegExp): Generator<Range> {
  for (const match of text.matchAll(pattern)) {
    const value = match[1] ?? '';
    const start = match.index + match[0].lastIndexOf(value);
    if (pattern === userInfo || (isMixed(value) && wordShare(value) < 0.5)) yield { start, end: start + value.length };
  }
}

/**
 * Stretches of a text that look like credentials of any service: random-looking tokens, base64, JSON Web Tokens,
 * escaped text, passwords in URLs. Used to hide them in code frames, so it hides too much rather than too little;
 * words, names, paths and addresses stay readable.
 *
 * @param text - a line or a part of one; linear in its length.
 * @returns UTF-16 offsets in `text`, ascending and disjoint.
 */
export function credentialRuns(text: string): readonly Range[] {
  const runs: Range[] = [...randomRuns(text)];
  for (const pattern of [webToken, escapedRun]) {
    for (const match of text.matchAll(pattern)) runs.push({ start: match.index, end: match.index + match[0].length });
  }
  for (const pattern of [schemeValue, namedValue, userInfo]) runs.push(...capturedValues(text, pattern));
  return unionOf(runs);
}
