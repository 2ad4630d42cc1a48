import { headerWordsIn } from '../layouts/header-words.ts';
import type { Layout } from '../layouts/layout.ts';
import { credibilityOf } from '../values/credibility.ts';
import type { Candidate } from './candidate.ts';
import type { Operand } from './expressions.ts';
import { credentialOf, isPlaced, operandsFrom } from './expressions.ts';
import { interpolations } from './interpolations.ts';
import { credentialArguments } from './credential-arguments.ts';
import { credentialsOfHosts } from './host-credentials.ts';
import { passwordExports } from './password-exports.ts';
import { hidesValue } from './hidden-values.ts';
import { resolverOf } from './resolver.ts';
import { valueStart } from './separators.ts';
import { aliasedStart } from './yaml-aliases.ts';

/** What a header value may be made of, in a literal: everything up to a blank, a quote or a bracket that is not the key's. */
const credential = /[^\s"'`,;()[\]{}<>\\]{1,9000}/y;
const maskedNext = /["'`\]\\]*[ \t]*[:=,]?[ \t]*\\?["'`]?[[<({]{0,2}(?:redacted|masked|hidden|filtered|removed|omitted|\*{2}|[•●█]|x{4}|\.{3}|…)/iy;

/** A token without the marks of emphasis that a document puts around the header: `*Authorization: Bearer ...*`. */
function unquoted(text: string, start: number, token: string): string {
  if (token.endsWith('*')) return token.replace(/\*+$/, '');
  return token.endsWith('_') && /(?:^|\s)_(?:authori[sz]ation\s*:\s*)?$/i.test(text.slice(Math.max(0, start - 20), start)) ? token.slice(0, -1) : token;
}

/** `Authorization: Bearer`: the next anchor reads the value. */
const bearerNext = /["'`\]\\]*[ \t]*[:=,]?[ \t]*[@$rbfu]{0,2}\\?["'`]?bearer\b/iy;
const blanks = /(?:\\?[ \t]|%20|\+(?=[\w-]{8})|\\u0020|&nbsp;|&#32;|:[ \t]?)+/y;

/**
 * Values that become the credential of an `Authorization` header, whoever receives it.
 *
 * @param isElsewhere - whether what stands at an offset surely goes to another service, so that nobody needs to look at it.
 * @param isOthers - whether the request that an offset belongs to goes to another service: then only what has a place of its own counts.
 */
export function* headerValues(layout: Layout, isElsewhere: Question, isOthers: Question): Generator<Candidate> {
  const { text } = layout;
  for (const { start, end, isBearer } of layout.derived(headerWordsIn)) {
    if ((isBearer ? hidesBearer(text, end) : leavesValueToNext(text, end)) || isElsewhere(start)) continue;
    if (isBearer) yield* afterBearer(layout, start, end, isOthers);
    else yield* afterAuthorization(layout, start, end, isOthers);
  }
  yield* credentialsOfHosts(text);
  yield* passwordExports(layout);
  for (const { anchor, operands } of credentialArguments(text)) if (!isElsewhere(anchor.start)) yield* fromOperands(layout, operands, anchor, 'bearer', isOthers);
}

type Question = (offset: number) => boolean;

/** Whether the value of `Bearer` is encrypted or masked. */
function hidesBearer(text: string, end: number): boolean {
  return hidesValue(text, afterGap(text, end));
}

/** Whether `Authorization` has no value to be read here: it is masked, or the next `Bearer` has it. */
function leavesValueToNext(text: string, end: number): boolean {
  bearerNext.lastIndex = end;
  maskedNext.lastIndex = end;
  return bearerNext.test(text) || maskedNext.test(text);
}

/** Offset behind the blanks that follow a scheme. */
function afterGap(text: string, end: number): number {
  blanks.lastIndex = end;
  return blanks.test(text) ? blanks.lastIndex : end;
}

function* afterBearer(layout: Layout, start: number, end: number, isOthers: Question): Generator<Candidate> {
  const { text } = layout;
  const anchor = { start, end };
  let at = afterGap(text, end);
  if (at > end) {
    credential.lastIndex = at;
    const token = credential.exec(text)?.[0] ?? '';
    if (/\.{2,}$/.test(token)) return;
    const value = unquoted(text, start, token.replace(/(?:[.:!?]|%22|%0A|&quot|&#\w+)+$/i, ''));
    if (credibilityOf(value) !== 'none') {
      yield { start: at, end: at + value.length, text: value, anchor, header: true, scheme: 'bearer' };
      return;
    }
  }
  const quoted = layout.stringAt(start);
  const rest = text.slice(at, Math.min(quoted?.end ?? at + 200, at + 200));
  const names = interpolations(/^[^"'`\n]*/.exec(rest)?.[0] ?? '');
  for (const name of names) yield* resolved(layout, name, anchor, 'bearer', isOthers);
  // `"Bearer ${key}", "X-Trace": "..."`: the string is complete, and what follows it is something else.
  if (quoted && names.length > 0 && isComplete(text, at, quoted.end)) return;
  // `"Bearer " + key`, `"Bearer %s" % key`, `("Bearer", key)`, `"Bearer ${...}"`: what follows the string.
  if (quoted) at = quoted.end + 1;
  else {
    const sep = valueStart(text, start, end);
    if (sep === -1) return;
    at = sep;
  }
  const tail = text.slice(at, at + 3);
  const passesOn = /^\s*,/.test(tail);
  // `"Bearer " + key, "X-Trace": "..."`: behind a comma that is not the first stands something else.
  const operands = operandsFrom(text, passesOn ? at + tail.indexOf(',') + 1 : at, { throughCommas: passesOn || !quoted });
  yield* fromOperands(layout, operands.slice(0, 6), anchor, 'bearer', isOthers);
}

/** Whether a string with names in it has no place for further arguments, and nothing behind it goes on with it. */
function isComplete(text: string, from: number, end: number): boolean {
  return !/%[sdv@]|\{\d*\}/.test(text.slice(from, end)) && /^["'`]\s*(?:[,;}\]]|$)|^["'`][ \t]*\r?\n(?!\s*[.%+&])/.test(text.slice(end, end + 200));
}

function* afterAuthorization(layout: Layout, start: number, end: number, isOthers: Question): Generator<Candidate> {
  const { text } = layout;
  const at = valueStart(text, start, end);
  if (at === -1) return;
  const value = text.slice(at, at + 60);
  if (/^[@$rbfu]{0,2}\\?["'`]?\s*bearer\b/i.test(value)) return;
  const sentence = /^[@$rbfu]{0,2}\\?["'`]?(token|basic|apikey|api-key|key|jwt)\s+/i.exec(value);
  if (sentence) {
    const from = at + sentence[0].length;
    credential.lastIndex = from;
    const token = credential.exec(text)?.[0] ?? '';
    if (credibilityOf(token) !== 'none') {
      yield { start: from, end: from + token.length, text: token, anchor: { start, end }, header: true, scheme: (sentence[1] ?? '').toLowerCase() };
      return;
    }
  }
  yield* fromOperands(layout, operandsFrom(text, aliasedStart(text, at)).slice(0, 6), { start, end }, sentence ? (sentence[1] ?? '').toLowerCase() : '', isOthers);
}

function* fromOperands(layout: Layout, operands: readonly Operand[], anchor: { start: number; end: number }, scheme: string, isOthers: Question): Generator<Candidate> {
  const whole = putTogether(layout, operands, anchor);
  if (whole) {
    yield { ...whole, anchor, header: true, scheme };
    return;
  }
  for (const operand of operands) {
    if (operand.kind === 'reference') {
      yield* resolved(layout, operand.text, { start: anchor.start, end: anchor.end }, scheme, isOthers, operand.start);
      continue;
    }
    const value = credentialOf(operand);
    if (credibilityOf(value.text) !== 'none') yield { ...value, anchor, header: true, scheme: value.scheme ?? scheme };
  }
}

/** A key that is concatenated from literals and names: `head + 'abc' + tail`. */
function putTogether(layout: Layout, operands: readonly Operand[], anchor: { start: number; end: number }): Pick<Candidate, 'start' | 'end' | 'text' | 'pieces'> | undefined {
  const parts: Operand[] = [];
  for (const [index, operand] of operands.entries()) {
    if (index > 0 && !operand.joined) return undefined;
    const part = operand.kind === 'literal' ? operand : resolverOf(layout).definedLiteral(operand.text, operand.start);
    if (part === undefined || !/^[\w+/=.~-]+$/.test(part.text)) return undefined;
    parts.push(part);
  }
  const first = parts[0];
  const text = parts.map((part) => part.text).join('');
  if (first === undefined || parts.length < 2 || credibilityOf(text) === 'none' || anchor.end > (operands[0]?.start ?? 0)) return undefined;
  return { start: first.start, end: first.end, text, pieces: parts.map(({ start, end }) => ({ start, end })) };
}

function* resolved(layout: Layout, name: string, anchor: { start: number; end: number }, scheme: string, isOthers: Question, use = anchor.start): Generator<Candidate> {
  const resolver = resolverOf(layout);
  if (!resolver.mayYield(name)) return;
  const mustBePlaced = isOthers(anchor.start);
  if (mustBePlaced && !resolver.mayYieldPlaced(name)) return;
  for (const operand of resolver.literalsOf(name, use)) {
    if (mustBePlaced && !isPlaced(operand)) continue;
    const value = credentialOf(operand);
    if (credibilityOf(value.text) !== 'none') yield { ...value, anchor, header: true, scheme: value.scheme ?? scheme };
  }
}
