import type { Match, Range } from '@submit-guard/core';
import { classifyName } from '@submit-guard/core';
import { comesFromElsewhere, isDemanded, isOtherCredential } from '../keys/foreign-credentials.ts';
import { namingOf } from '../keys/key-name-of-node.ts';
import { namesSubmitKey } from '../keys/key-names.ts';
import type { ProgramAnalysis } from '../keys/analysis.ts';
import type { Node } from '../syntax/node.ts';
import { nameOfKey, staticName } from '../syntax/property-name.ts';
import { jobFields } from '../tables/job-fields.ts';
import { callbackPayloadOf } from '../callbacks/payload-objects.ts';
import { fieldWords, queryString } from './job-leaks.ts';

/**
 * All literal keys of a program, each with what is wrong with its place.
 *
 * @param literal - what the language-blind detector found in the same text. Where both found something the data flow
 *   decides the range; a value that data flow shows to be another service's is left out.
 */
export function classifiedKeys(analysis: ProgramAnalysis, literal: readonly Match[]): readonly Match[] {
  const flows = analysis.keys;
  const others = literal.filter(
    (match) =>
      match.secret !== undefined &&
      !flows.some((flow) => overlaps(flow, match)) &&
      (isCertain(match) || (!analysis.foreign.some((range) => overlaps(range, match)) && !isMisread(analysis, match))),
  );
  return [...flows.map((flow) => withEvidenceOf(flow, literal)), ...others].sort((a, b) => a.start - b.start).map((match) => withAspect(analysis, match));
}

/** Whether the value itself convicts a match, wherever it is sent and whatever it is called. */
function isCertain({ evidence }: Match): boolean {
  return evidence.some(({ kind }) => kind === 'known' || kind === 'format');
}

/**
 * Whether the detector took a literal that is not Submit's for a key: because of a name in front of it in another string, because it stands in the same request as
 * a key that comes from elsewhere, or because it has a generic name near a sign of Submit and is another service's. Only where that was all it had, and
 * the literal is the match and nothing else.
 */
function isMisread(analysis: ProgramAnalysis, match: Match): boolean {
  const sent = match.evidence.some(({ kind }) => kind === 'destination');
  const text = textAround(analysis, match);
  const literal = text && text.range[1] - 1 === match.end && isAllBut(analysis.source.slice(text.range[0] + 1, match.start)) ? text : undefined;
  if (literal && isDemanded(analysis, literal)) return true;
  if (match.evidence.every(({ kind }) => kind === 'vicinity' || kind === 'value')) return literal !== undefined && isOtherCredential(analysis, literal);
  if (match.evidence.some(({ kind }) => kind !== 'name' && kind !== 'value' && kind !== 'destination')) return false;
  if (sent && !comesFromElsewhere(analysis)) return false;
  const naming = literal && namingOf(analysis.evaluator, literal);
  if (match.evidence.some(({ kind, start }) => kind === 'name' && isInComment(analysis, start))) return false;
  return naming !== undefined && !namesSubmitKey(naming.names, analysis.names) && /^(?:none|other-key)$/.test(classifyName(naming.names[naming.names.length - 1] ?? ''));
}

/** Whether in front of a match its literal holds nothing but a scheme. */
function isAllBut(front: string): boolean {
  return front === '' || /^(?:bearer|token)\s+$/i.test(front);
}

/** Whether a name stands in a comment: the caption of a value, whatever the program calls that. */
function isInComment({ source }: ProgramAnalysis, at: number): boolean {
  const line = source.slice(Math.max(source.lastIndexOf('\n', at - 1) + 1, at - longestCaption), at);
  return /^\s*\*|\/[/*]/.test(line);
}

/** How far in front of a name its comment may begin, in UTF-16 units. */
const longestCaption = 400;

/** The innermost string or template in which a stretch of the source stands. */
function textAround({ index: { texts } }: ProgramAnalysis, { start, end }: Range): Node | undefined {
  let low = 0;
  let high = texts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((texts[middle]?.range[0] ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  // The last one that begins in front of it may have ended before: then it is one around that.
  let node: Node | undefined = texts[low - 1];
  while (node && (node.range[1] < end || (node.type !== 'Literal' && node.type !== 'TemplateLiteral'))) node = node.parent;
  return node;
}

function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

function withEvidenceOf(flow: Match, literal: readonly Match[]): Match {
  const same = literal.find((match) => match.start === flow.start && match.end === flow.end) ?? literal.find((match) => isCertain(match) && overlaps(match, flow));
  const more = same?.evidence.filter((item) => !flow.evidence.some((other) => other.kind === item.kind)) ?? [];
  return more.length > 0 ? { ...flow, evidence: [...flow.evidence, ...more] } : flow;
}

function withAspect(analysis: ProgramAnalysis, match: Match): Match {
  if (match.aspect === 'job-field' && !match.data) return { ...match, data: { field: queryString } };
  if (match.aspect !== 'key') return match;
  const node = textAround(analysis, match);
  if (/[?&][\w.~-]+=$/.test(analysis.source.slice(Math.max(0, match.start - 60), match.start))) return { ...match, aspect: 'job-field', data: { field: queryString } };
  if (!node) return match;
  const field = jobFieldAround(analysis, node);
  if (field !== undefined) return { ...match, aspect: 'job-field', data: { field: fieldWords(field) } };
  const payload = callbackPayloadOf(analysis, node);
  return payload === undefined ? match : { ...match, aspect: 'callback-field', data: { field: `"${payload}"` } };
}

const bodies = new WeakMap<ProgramAnalysis, ReadonlySet<Node | undefined>>();

/** The objects that are sent to Submit; gathered once for all keys. */
function bodiesOf(analysis: ProgramAnalysis): ReadonlySet<Node | undefined> {
  let known = bodies.get(analysis);
  if (!known) {
    const sent = analysis.submitRequests.flatMap(({ request }) => request.body?.values ?? []);
    known = new Set(sent.flatMap((value) => (value.kind === 'opaque' ? (value.carries ?? []) : [value])).map((value) => (value.kind === 'record' ? value.node : undefined)));
    bodies.set(analysis, known);
  }
  return known;
}

/** The field of a job in which a node stands. */
function jobFieldAround(analysis: ProgramAnalysis, node: Node): string | undefined {
  for (let current = node.parent; current?.parent; current = current.parent) {
    if (current.type !== 'Property') continue;
    const name = staticName(current);
    const object = current.parent;
    if (name === undefined || !jobFields.includes(name) || object.type !== 'ObjectExpression') continue;
    const isJob = bodiesOf(analysis).has(object) || object.properties.some((property) => property.type === 'Property' && nameOfKey(property.key) === 'externalId');
    if (isJob) return name;
  }
  return undefined;
}
