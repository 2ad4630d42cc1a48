import type { Range } from '../evidence/evidence.ts';
import type { Association, Associations } from '../flows/association.ts';
import { headerWordsIn } from '../layouts/header-words.ts';
import type { Layout } from '../layouts/layout.ts';
import { valueStart } from '../candidates/separators.ts';
import type { Match } from '../match.ts';
import { classifyName } from '../names/classify-name.ts';
import { environmentOfWord } from '../names/environment-words.ts';
import { wordsOf } from '../names/name-words.ts';
import { nextReferenceEnd } from './reference-signs.ts';

export interface HeaderUseOptions {
  readonly hosts: readonly string[];
  readonly stagingHosts: readonly string[];
}

/** `auth: bearer { token: `, from its second word on. */
const bearerBlock = /bearer(?<=(?<start>\bauth\s*:\s*)bearer)\s*\{\s*token\s*:\s*/iy;
const template = /^(?:\{\{.+\}\}|\$\{.+\}|<.+>|\$\w+)$/;
/** What stands in the name of every Submit key. */
const brand = /atomyx|submit/i;
/** How far behind a header something must show that its value is not a plain literal, in UTF-16 units. */
const longestValue = 260;
const loopback = /^(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1\]|host\.docker\.internal)$/;

/**
 * What is wrong with how a request sends the key it refers to: the scheme, the address, the environment. Literal keys
 * are reported as keys, not here.
 */
export function* headerUses(layout: Layout, associations: Associations, options: HeaderUseOptions): Generator<Match> {
  for (const header of headersIn(layout)) {
    // Of a request that goes elsewhere, only the name of a Submit key is of interest.
    if (header.names.length === 0 && !associations.namesSubmit) continue;
    if (!mayBeWrong(layout, header)) continue;
    const association = associations.of(header.anchor.start);
    if (association === undefined || (association.tie === 'document' && !associations.isOnlySubmit)) continue;
    yield* schemeOf(layout, header, association);
    yield* originOf(layout, header, association, options);
    yield* environmentOf(header, association, options);
  }
}

/** Whether something could be wrong with how a header in the text sends a key, wherever it goes. */
export function mayMisuseHeader(layout: Layout): boolean {
  for (const header of headersIn(layout)) if (mayBeWrong(layout, header)) return true;
  return false;
}

interface Header {
  readonly anchor: Range;
  /** The value, where it is one literal: quoted, or the rest of a line. */
  readonly value?: Range;
  /** Names in and behind the value that say Submit key. */
  readonly names: readonly (Range & { readonly text: string })[];
}

function* headersIn(layout: Layout): Generator<Header> {
  const { text } = layout;
  const referenceEnd = nextReferenceEnd(text);
  const words = layout.derived(headerWordsIn);
  for (const { start, end, isBearer } of words) {
    if (isBearer) continue;
    const anchor = { start, end };
    if (/\w/.test(text.charAt(anchor.start - 1)) || referenceEnd(anchor.end) > anchor.end + longestValue) continue;
    const value = siblingValue(layout, anchor) ?? literalAt(layout, valueStart(text, anchor.start, anchor.end));
    yield { anchor, ...(value ? { value } : {}), names: submitNames(layout, value?.start ?? anchor.end) };
  }
  for (const { start, isBearer } of words) {
    bearerBlock.lastIndex = start;
    const match = isBearer ? bearerBlock.exec(text) : null;
    if (match === null) continue;
    const anchor = { start: start - (match.groups?.['start'] ?? '').length, end: start + match[0].length };
    yield { anchor, names: submitNames(layout, anchor.end) };
  }
}

/** The quoted string at an offset, or the rest of its line where the text before it is a header line. */
function literalAt(layout: Layout, offset: number): Range | undefined {
  if (offset === -1) return undefined;
  const { text } = layout;
  const quote = /^\\?["'`]/.exec(text.slice(offset, offset + 2))?.[0];
  if (quote !== undefined) {
    const start = offset + quote.length;
    const end = text.indexOf(quote, start);
    return end === -1 || end - start > 500 || text.slice(start, end).includes('\n') ? undefined : { start, end };
  }
  const { end } = layout.lineRange(layout.lineAt(offset));
  const rest = text.slice(offset, end).trimEnd();
  return /^(?:\w+\s+)?(?:\{\{|\$\{|<|\$)[^"'`]*$/.test(rest) ? { start: offset, end: offset + rest.length } : undefined;
}

/** `{ "key": "Authorization", "value": "..." }` */
function siblingValue(layout: Layout, anchor: Range): Range | undefined {
  if (!/["']/.test(layout.text.charAt(anchor.end))) return undefined;
  const after = layout.text.slice(anchor.end, anchor.end + 200);
  const sibling = /^["']\s*,\s*(?:"(?:id|type|enabled|disabled)"\s*:\s*[^,}]{0,60},\s*)*"value"\s*:\s*(?=")/.exec(after);
  return sibling ? literalAt(layout, anchor.end + sibling[0].length) : undefined;
}

/** Names that say Submit key, from an offset to the end of the line. */
function submitNames(layout: Layout, offset: number): Header['names'] {
  const end = Math.min(layout.lineRange(layout.lineAt(offset)).end, offset + 200);
  const names: (Range & { text: string })[] = [];
  const rest = layout.text.slice(offset, end);
  if (!brand.test(rest)) return names;
  for (const match of rest.matchAll(/[A-Za-z_]\w*/g)) {
    if (!/key|token|secret|bearer/i.test(match[0])) continue;
    const verdict = classifyName(match[0]);
    if (verdict === 'submit-key' || verdict === 'submit-key-with-atomyx') names.push({ start: offset + match.index, end: offset + match.index + match[0].length, text: match[0] });
  }
  return names;
}

/** Whether anything can be wrong with a header, wherever it goes: a quick no, since finding its request takes time. */
function mayBeWrong(layout: Layout, { value, names }: Header): boolean {
  return names.length > 0 || (value !== undefined && /[{$<]/.test(layout.text.slice(value.start, value.end)));
}

function* schemeOf(layout: Layout, { value }: Header, { target }: Association): Generator<Match> {
  if (value === undefined || target.owner !== 'submit') return;
  const text = layout.text.slice(value.start, value.end);
  const [, scheme = '', space = '', credential = ''] = /^(?:([A-Za-z][\w-]*)(\s+))?(.*)$/.exec(text) ?? [];
  if (!template.test(credential.trim())) return;
  const problem =
    scheme === ''
      ? namesBareKey(credential) && 'has no scheme'
      : scheme.toLowerCase() !== 'bearer'
        ? `uses the scheme ${scheme}`
        : (space.length > 1 || credential !== credential.trim()) && 'has stray white space';
  if (problem === false) return;
  yield { aspect: 'scheme', ...value, evidence: [{ kind: 'destination', start: target.start, end: target.end, detail: target.host }], via: [], data: { problem } };
}

/** A template that holds a key, not a whole header value: `{{submitKey}}`, but not `{{authHeader}}`. */
export function namesBareKey(credential: string): boolean {
  const words = wordsOf(credential);
  return words.some((word) => word === 'key' || word === 'token') && !words.includes('header') && !words.includes('bearer');
}

function* originOf(layout: Layout, { anchor, names, value }: Header, { target, tie }: Association, { hosts }: HeaderUseOptions): Generator<Match> {
  const evidence = names[0] ? [{ kind: 'name' as const, start: names[0].start, end: names[0].end, detail: names[0].text }] : [];
  const range = { start: target.start, end: target.end };
  const data = { origin: `${target.protocol === undefined ? '' : `${target.protocol}://`}${target.host}${target.path.replace(/[?#].*$/s, '').slice(0, 60)}` };
  if (target.owner === 'submit') {
    const templated = value !== undefined && /\{\{|\$/.test(layout.text.slice(value.start, value.end));
    if (evidence.length === 0 && !templated) return;
    const plain = target.protocol === 'http';
    const wrongPath = target.protocol !== undefined && !/^\/?$|^\/(?:api|jobs)(?:[/?#]|$)|[{$]/.test(target.path);
    if (plain || wrongPath) yield { aspect: 'origin', ...range, evidence: [...evidence, { kind: 'destination', ...range, detail: target.host }], via: [], data };
    return;
  }
  const own = names.some(({ text }) => classifyName(text) === 'submit-key');
  if (!own || loopback.test(target.host) || tie === 'block' || target.protocol === undefined || hosts.includes(target.host) || target.start > anchor.end + 2000) return;
  yield { aspect: 'origin', ...range, evidence, via: [], data };
}

function* environmentOf({ names }: Header, { target }: Association, { stagingHosts }: HeaderUseOptions): Generator<Match> {
  if (target.owner !== 'submit') return;
  const toStaging = stagingHosts.includes(target.host);
  for (const name of names) {
    const contradicts = wordsOf(name.text).some((word) => environmentOfWord(word) === (toStaging ? 'production' : 'staging'));
    if (!contradicts) continue;
    const { start, end } = name;
    const data = toStaging ? { from: 'production', to: 'staging' } : { from: 'staging', to: 'production' };
    yield {
      aspect: 'environment',
      start,
      end,
      evidence: [
        { kind: 'name', start, end, detail: name.text },
        { kind: 'destination', start: target.start, end: target.end, detail: target.host },
      ],
      via: [],
      data,
    };
  }
}
