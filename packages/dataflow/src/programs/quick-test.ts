import { credibilityOf } from '@submit-guard/core';

/** What of the settings decides whether a text is worth parsing. */
export interface QuickTestOptions {
  /** Hosts of the Submit API, of gateways to it and of its staging environment, lower case. */
  readonly hosts: readonly string[];
  readonly stagingHosts: readonly string[];
  /** RE2 patterns of further names that mean a Submit key. */
  readonly names: readonly string[];
  readonly formats: readonly unknown[];
}

/** Route files say whose callbacks they handle by their path alone. */
const callbackPath = /(?:submit|atomyx)[^/]{0,20}\/?[^/]{0,20}(?:callback|webhook|event)|(?:callback|webhook)[^/]{0,3}\/?[^/]{0,20}(?:submit|atomyx)/i;

/** What everything that concerns Submit mentions, apart from its hosts. */
const mentions = /atomyx|submit|preflight_(?:passed|failed)/gi;

/** The rarest part of each of these: half the price of looking for the whole of them, which is all that most files cost. */
const traces = /bmit|yx|flight_/i;

/** What may stand between the words of a name, of a path of names, or of an address. */
const joint = String.raw`[\w$/\s'"(),.@{-]{0,40}?`;

/** Handling of callbacks. */
const handling = new RegExp(String.raw`x-atomyx-|preflight_|envPrefix[^\n]{0,60}(?:atomyx|submit)|(?:submit|atomyx)${joint}(?:callback|webhook|event|hook)|(?:callback|webhook)${joint}(?:submit|atomyx)|hooks/(?:submit|atomyx)`, 'i');

/** A name that may say Submit key, or a path of names that may. */
const keyName = /(?:submit|atomyx)[\w$.\s'"[\]?!:({-]{0,60}?(?:key|token|bearer|secret|credential|auth)/i;

/** Something called Submit's that is given a text, as clients are. */
const clientCall = /(?:submit_?(?:client|api|sdk)|atomyx_?submit)\(\s*[^\s)]/i;

/** How far from a mention the expressions above reach, in front of it and behind its beginning. */
const before = 80;
const behind = 80;

/** By the code of a character, 1 for those that credentials are made of. Anything beyond ASCII is none. */
const inRun = Uint8Array.from({ length: 128 }, (_, code) => (/[\w+/=~.-]/.test(String.fromCharCode(code)) ? 1 : 0));
const shortestRun = 10;
const quotedLetters = /["'`]([A-Za-z]{16,})["'`]/g;

/** What tells that a value near it is a credential: a name, the name of a header, a scheme. */
const label = /key\w*["'`\])]*\s*[:=,(|]|token|secret|bearer|authori[sz]ation|credential|passw|atomyx|submit/i;
const beforeRun = 300;
const behindRun = 100;

/** A text that is encoded has its labels in it, where they cannot be read. */
const longestPlain = 60;

/**
 * What of a program can concern Submit:
 * - `program`: what it does may;
 * - `values`: nothing in it says so but a value that looks like a credential, and a mention of Submit somewhere;
 * - `nothing`.
 */
export type Concern = 'nothing' | 'values' | 'program';

/** Whether the text of a program can hold anything that the rules look for. */
export function mayConcernSubmit(text: string, path: string, options: QuickTestOptions): boolean {
  return concernOf(text, path, options) !== 'nothing';
}

/**
 * The test that makes the rules nearly free of charge in most files. One search for mentions of Submit is all that these cost; only around a
 * mention anything more is looked for.
 */
export function concernOf(text: string, path: string, options: QuickTestOptions): Concern {
  if (options.names.length > 0 || options.formats.length > 0 || callbackPath.test(path)) return 'program';
  let mentioned = false;
  let atomyx = false;
  mentions.lastIndex = 0;
  for (let mention = traces.test(text) ? mentions.exec(text) : null; mention; mention = mentions.exec(text)) {
    const { 0: word, index } = mention;
    const around = text.slice(Math.max(0, index - before), index + behind);
    if (handling.test(around) || keyName.test(around) || (clientCall.test(around) && /atomyx/i.test(text))) return 'program';
    mentioned = true;
    atomyx ||= word.toLowerCase() === 'atomyx';
  }
  const hosts = [...options.hosts, ...options.stagingHosts].filter((host) => (mentioned || !/atomyx|submit/.test(host)) && text.includes(host));
  if (hosts.length > 0 && (/authori[sz]ation|bearer/i.test(text) || hosts.some((host) => isQuoted(text, host)))) return 'program';
  return (hosts.length > 0 || atomyx) && holdsLabelledRun(text) ? 'values' : 'nothing';
}

/** Whether a host stands in a string rather than in a comment, as far as its line tells. */
function isQuoted(text: string, host: string): boolean {
  for (let at = text.indexOf(host); at !== -1; at = text.indexOf(host, at + 1)) {
    const line = text.slice(Math.max(text.lastIndexOf('\n', at) + 1, at - 300), at);
    if (/["'`]/.test(line)) return true;
  }
  return false;
}

/**
 * Whether anything in the text looks like a credential and has something near it that says so.
 *
 * @param isKnown - whether a stretch is a key that was found already, and so is no reason to look further.
 */
export function holdsLabelledRun(text: string, isKnown: (start: number, end: number) => boolean = () => false): boolean {
  const isLabelled = (start: number, end: number): boolean => end - start >= longestPlain || label.test(text.slice(Math.max(0, start - beforeRun), end + behindRun));
  return holdsCredibleRun(text, (start, end) => isLabelled(start, end) && !isKnown(start, end));
}

/**
 * Whether anything in the text looks like a credential. Linear: every run of its characters is looked at once, from its first digit.
 *
 * @param counts - whether a credible stretch counts.
 */
export function holdsCredibleRun(text: string, counts: (start: number, end: number) => boolean = () => true): boolean {
  const isCredible = (part: string): boolean => part.length >= shortestRun && credibilityOf(part) !== 'none';
  const digits = /\d/g;
  for (let digit = digits.exec(text); digit; digit = digits.exec(text)) {
    let start = digit.index;
    let end = start + 1;
    while (inRun[text.charCodeAt(start - 1)] === 1) start -= 1;
    while (inRun[text.charCodeAt(end)] === 1) end += 1;
    digits.lastIndex = end;
    // What follows the scheme of a URL is a host and a path.
    if (end - start < shortestRun || text.startsWith('//', start)) continue;
    if (text.slice(start, end).split('=').some(isCredible) && counts(start, end)) return true;
  }
  for (const { 0: quoted, 1: letters = '', index } of text.matchAll(quotedLetters)) {
    if (isCredible(letters) && counts(index, index + quoted.length)) return true;
  }
  return false;
}
