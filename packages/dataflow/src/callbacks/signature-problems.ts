import type { TSESTree } from '@typescript-eslint/types';
import { knownText } from '../folding/text.ts';
import type { Value } from '../folding/value.ts';
import { visitValues } from '../folding/visit-values.ts';
import type { ProgramAnalysis } from '../keys/analysis.ts';
import { namesOf, routeOf } from '../origins/origin.ts';
import type { Node } from '../syntax/node.ts';
import { unwrap } from '../syntax/node.ts';
import { signatureHeader } from '../tables/signatures.ts';
import { handlesCallbacks } from './callback-scope.ts';
import { unverifiedUses } from './unverified-uses.ts';

export interface SignatureProblem {
  readonly node: Node;
  /** Completes the sentence "This callback handler ...". */
  readonly problem: string;
  /** The two sides of a comparison that tells too much. */
  readonly compared?: TSESTree.BinaryExpression;
}

/** Handlers of Submit callbacks that trust what they did not verify, and signatures compared with `===`. */
export function signatureProblems(analysis: ProgramAnalysis, path: string): readonly SignatureProblem[] {
  const problems: SignatureProblem[] = unverifiedUses(analysis, path).map((node) => ({ node, problem: 'uses a payload that it did not verify' }));
  if (!handlesCallbacks(analysis) && !signatureHeader.test(analysis.source)) return problems;
  for (const comparison of analysis.index.comparisons) {
    if (comparesSignature(analysis, comparison)) problems.push({ node: comparison, problem: `compares signatures with ${comparison.operator}`, compared: comparison });
  }
  return problems;
}

function comparesSignature(analysis: ProgramAnalysis, { left, right }: TSESTree.BinaryExpression): boolean {
  if (isPlain(left) || isPlain(right)) return false;
  const sides = [left, right].map((node) => ({ node, values: analysis.evaluator.evaluate(node) }));
  if (sides.some(({ node, values }) => isHarmless(node, values) || analysis.taint.find(values) !== undefined)) return false;
  if (sides.some(({ values }) => readsSignature(analysis, values))) return true;
  return handlesCallbacks(analysis) && sides.some(({ values }) => isDigest(values)) && /signature|hmac|sha256/i.test(analysis.source);
}

/** Compared with something that is written there: no secret. */
function isPlain(node: Node): boolean {
  const inner = unwrap(node);
  return inner.type === 'Literal' || inner.type === 'UnaryExpression' || inner.type === 'BinaryExpression' || (inner.type === 'Identifier' && inner.name === 'undefined');
}

/** Presence, lengths, types, booleans and prefixes are no secrets. */
function isHarmless(node: Node, values: readonly Value[]): boolean {
  const inner = unwrap(node);
  if (inner.type === 'MemberExpression' && inner.property.type === 'Identifier' && /^(?:length|byteLength|size)$/.test(inner.property.name)) return true;
  return values.every((value) => value.kind === 'constant' || (value.kind === 'text' && knownText(value) !== undefined));
}

/** A value that was read from the signature header. */
function readsSignature(analysis: ProgramAnalysis, values: readonly Value[]): boolean {
  let found = false;
  visitValues(values, {
    opaque: ({ origin }) => {
      const names = namesOf(origin);
      if (names.some((name) => /^x-atomyx-signature$/i.test(name) || /atomyxsignature$/i.test(name))) found = true;
      for (const step of routeOf(origin).steps) {
        const argument = 'call' in step ? step.call?.arguments[0] : undefined;
        if (argument && argument.type !== 'SpreadElement' && /^x-atomyx-signature$/i.test(knownText(analysis.evaluator.single(argument)) ?? '')) found = true;
      }
    },
  });
  return found;
}

/** The result of `createHmac(...)...digest(...)`. */
function isDigest(values: readonly Value[]): boolean {
  let found = false;
  visitValues(values, {
    opaque: ({ origin }) => {
      const names = namesOf(origin);
      if (names.includes('createHmac') && names[names.length - 1] === 'digest') found = true;
    },
  });
  return found;
}
