import type { PrefilterPlan } from '@submit-guard/core';
import { credibilityOf } from '@submit-guard/core';
import type { Settings } from '../settings.ts';

/** Route files say whose callbacks they handle by their path alone. */
const callbackPath = /(?:submit|atomyx)[^/]{0,20}\/?[^/]{0,20}(?:callback|webhook|event)|(?:callback|webhook)[^/]{0,3}\/?[^/]{0,20}(?:submit|atomyx)/i;

/**
 * Whether a text in a language other than JavaScript can hold a match, in any of the encodings that the scanner's prefilter
 * knows. Such texts are few and rarely long.
 */
export function mayHoldMatch(text: string, plan: PrefilterPlan): boolean {
  if (plan.everything) return true;
  const lower = text.toLowerCase();
  let mask = 0;
  for (const { bytes, ignoreCase, group } of plan.literals) {
    const literal = Buffer.from(bytes).toString('latin1');
    if ((ignoreCase ? lower : text).includes(ignoreCase ? literal.toLowerCase() : literal)) mask |= 1 << group;
  }
  return plan.passes(mask);
}

/** Handling of callbacks and of jobs. */
const handling = /x-atomyx-|externalId|envPrefix[^\n]{0,60}(?:atomyx|submit)|preflight_(?:passed|failed)|(?:submit|atomyx)[\w$/\s'"(),.@{-]{0,40}?(?:callback|webhook|event|hook)|(?:callback|webhook)[\w$/\s'"(),.@{-]{0,40}?(?:submit|atomyx)/i;

/** A name that may say Submit key, or a path of names that may. */
const keyName = /(?:submit|atomyx)[\w$.\s'"[\]?!:{-]{0,60}?(?:key|token|bearer|secret|credential|auth)/i;

const inRun = /[\w+/=~.-]/;
const shortestRun = 10;
const quotedLetters = /["'`]([A-Za-z]{16,})["'`]/g;

/**
 * Whether the text of a program can hold anything that the rules look for: the test that makes them nearly free of charge everywhere
 * else. The first line is for code that has nothing to do with Submit, the others for code that only mentions it.
 */
export function mayConcernSubmit(text: string, path: string, settings: Pick<Settings, 'hosts' | 'stagingHosts' | 'names' | 'formats'>): boolean {
  if (settings.names.length > 0 || settings.formats.length > 0 || callbackPath.test(path)) return true;
  const mentioned = /atomyx|submit|externalId|preflight_(?:passed|failed)/i.test(text);
  const hosts = [...settings.hosts, ...settings.stagingHosts].filter((host) => (mentioned || !host.includes('atomyx')) && text.includes(host));
  if (!mentioned && hosts.length === 0) return false;
  if (handling.test(text) || keyName.test(text)) return true;
  if (hosts.length > 0 && (/authori[sz]ation|bearer/i.test(text) || hosts.some((host) => isQuoted(text, host)))) return true;
  return (hosts.length > 0 || /atomyx/i.test(text)) && holdsCredibleRun(text);
}

/** Whether a host stands in a string rather than in a comment, as far as its line tells. */
function isQuoted(text: string, host: string): boolean {
  for (let at = text.indexOf(host); at !== -1; at = text.indexOf(host, at + 1)) {
    const line = text.slice(Math.max(text.lastIndexOf('\n', at) + 1, at - 300), at);
    if (/["'`]/.test(line)) return true;
  }
  return false;
}

/** Whether anything in the text looks like a credential. Linear: every run of its characters is looked at once. */
export function holdsCredibleRun(text: string): boolean {
  const digits = /\d/g;
  for (let digit = digits.exec(text); digit; digit = digits.exec(text)) {
    let start = digit.index;
    let end = start + 1;
    while (start > 0 && inRun.test(text.charAt(start - 1))) start -= 1;
    while (end < text.length && inRun.test(text.charAt(end))) end += 1;
    digits.lastIndex = end;
    // What follows the scheme of a URL is a host and a path.
    if (text.startsWith('//', start)) continue;
    if (end - start >= shortestRun && text.slice(start, end).split('=').some((part) => part.length >= shortestRun && credibilityOf(part) !== 'none')) return true;
  }
  for (const match of text.matchAll(quotedLetters)) if (credibilityOf(match[1] ?? '') !== 'none') return true;
  return false;
}
