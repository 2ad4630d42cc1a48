import { classifyName, credibilityOf, wordsOf } from '@submit-guard/core';
import { knownText } from '../folding/text.ts';
import type { Opaque, Part, Value } from '../folding/value.ts';
import { factsOf } from '../folding/variable-facts.ts';
import type { PlacedRequest, ProgramAnalysis } from '../keys/analysis.ts';
import { credentialOf } from '../keys/credential.ts';
import { submitKeyName } from '../keys/key-names.ts';
import { namesOf } from '../origins/origin.ts';
import type { Node } from '../syntax/node.ts';
import type { Variable } from '../scopes/scope-manager.ts';
import { outward, unwrap } from '../syntax/node.ts';
import { nameOfKey } from '../syntax/property-name.ts';
import type { HttpRequest } from './request.ts';

export interface SchemeProblem {
  /** The value of the header; where there is no header, what holds the others. */
  readonly node: Node;
  /** Completes the sentence "The Authorization header of this Submit request ...". */
  readonly problem: string;
  /** The header lacks the scheme and nothing else. */
  readonly bare: boolean;
}

/** `Authorization` headers of Submit requests that Submit does not accept, and requests that surely have none. */
export function schemeProblems(analysis: ProgramAnalysis): readonly SchemeProblem[] {
  return analysis.submitRequests.flatMap((placed) => {
    const wrong = placed.credentials.flatMap((field): readonly SchemeProblem[] => {
      const told = field.values.filter((value) => !isNothing(value)).map((value) => problemOf(analysis, value));
      const problem = told[0];
      // Only where no alternative is right.
      return problem && told.every((item) => item !== undefined) ? [{ node: field.node, problem, bare: problem === noScheme }] : [];
    });
    if (wrong.length > 0) return wrong;
    const node = missingAt(analysis, placed);
    return node ? [{ node, problem: 'is missing', bare: false }] : [];
  });
}

const noScheme = 'has no scheme';
const strayWhiteSpace = 'has stray white space';

function problemOf(analysis: ProgramAnalysis, value: Value): string | undefined {
  const credential = credentialOf(value);
  if (!credential) return undefined;
  const { scheme, gap, indent, parts } = credential;
  if (scheme === undefined) return isBareKey(analysis, parts) ? noScheme : undefined;
  if (scheme.toLowerCase() !== 'bearer') return `uses the scheme ${scheme}`;
  if (parts.length === 0) return undefined;
  if (indent !== '') return strayWhiteSpace;
  if (gap === '') return 'has no space behind Bearer';
  if (gap !== ' ') return strayWhiteSpace;
  const last = parts[parts.length - 1];
  if (last?.kind === 'piece' && /\s$/.test(last.text)) return strayWhiteSpace;
  const first = parts[0];
  if (first?.kind === 'piece' && /^Bearer(?:\s|$)/i.test(first.text)) return 'has the scheme twice';
  if (first?.kind === 'piece' && /^["'<]/.test(first.text) && !/^<[\w -]+>$/.test(first.text)) return 'has quotes around the key';
  return undefined;
}

/** What stands in for a key that is missing: `process.env.SUBMIT_API_KEY ?? ''`. */
function isNothing(value: Value): boolean {
  return (value.kind === 'constant' && (value.value === null || value.value === undefined)) || (value.kind === 'text' && knownText(value) === '');
}

function isBareKey(analysis: ProgramAnalysis, parts: readonly Part[]): boolean {
  const [first] = parts;
  if (first?.kind === 'opaque' && parts.length === 1) return isKeyByName(analysis, first);
  const text = knownText({ kind: 'text', parts });
  return text !== undefined && credibilityOf(text.trim()) !== 'none';
}

/** A name that says key, and does not say that the scheme is in it: `authorizationHeader`, `bearer`. */
function isKeyByName(analysis: ProgramAnalysis, opaque: Opaque): boolean {
  const names = namesOf(opaque.origin);
  const leaf = names[names.length - 1] ?? '';
  if (wordsOf(leaf).some((word) => /^(?:header|headers|bearer|auth|authorization|authorisation|authentication)$/.test(word))) return false;
  if (submitKeyName(opaque, analysis.names, analysis.evaluator) !== undefined) return true;
  return opaque.origin.kind !== 'call' && classifyName(leaf) === 'generic-key' && wordsOf(leaf).includes('key');
}

/** Where to report a request that has no `Authorization` header, if all its headers are in view. */
function missingAt(analysis: ProgramAnalysis, { request, destination, credentials }: PlacedRequest): Node | undefined {
  if (request.kind !== 'request' || credentials.length > 0 || !request.headers.complete || destination.named) return undefined;
  if (!/^\/(?:api\/|jobs\b)/.test(destination.path ?? '') || /^(?:cypress|superagent|supertest|xhr|event-source|unknown)$/.test(request.client)) return undefined;
  if (request.frame !== undefined || isHandedOn(request.node) || isConfiguredElsewhere(analysis, request)) return undefined;
  const reachable = (request.headers.holders ?? []).some((holder) => isShared(holder, request.node));
  return reachable ? undefined : (request.headers.node ?? request.url?.node);
}

/** Whether other code gets hold of what a variable holds. */
function isShared(variable: Variable, use: Node): boolean {
  const declaration = (variable.defs[0]?.node as Node | undefined)?.parent?.parent;
  return declaration?.type === 'ExportNamedDeclaration' || factsOf(variable).escapes.some((escape) => outward(escape).parent !== use);
}

/** Whether other code may give the client headers: an instance that it gets hold of, a client that is the same everywhere. */
function isConfiguredElsewhere({ evaluator, index }: ProgramAnalysis, { node, instances = [], client }: HttpRequest): boolean {
  for (const call of [...instances, node]) {
    const { parent } = outward(call);
    const made = parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? evaluator.bindings.variableOf(parent.id) : undefined;
    if (made && call !== node && isShared(made, node)) return true;
    const callee = unwrap(call.callee);
    const used = callee.type === 'Identifier' ? callee : callee.type === 'MemberExpression' && callee.object.type === 'Identifier' ? callee.object : undefined;
    const variable = used && evaluator.bindings.variableOf(used);
    if (variable && isShared(variable, node)) return true;
  }
  if (client === 'jquery') return true;
  // `import './axios-setup'`, `globalThis.fetch = withAuth(fetch)`.
  if (index.imports.some(({ specifiers, source }) => specifiers.length === 0 && source.value.startsWith('.'))) return true;
  return client === 'fetch' && (index.assignments.some(({ left }) => nameOfTarget(left) === 'fetch') || index.imports.some(({ source }) => /fetch-?intercept/i.test(source.value)));
}

function nameOfTarget(left: Node): string | undefined {
  return left.type === 'Identifier' ? left.name : left.type === 'MemberExpression' ? nameOfKey(left.property) : undefined;
}

/** The request object itself is given to other code, which may add headers. */
function isHandedOn(call: Node): boolean {
  const { node, parent } = outward(call);
  return call.type === 'NewExpression' || (parent?.type === 'CallExpression' && parent.callee !== node) || (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' && call.type === 'CallExpression' && sourceName(call).endsWith('request'));
}

function sourceName(call: Node): string {
  return call.type === 'CallExpression' && call.callee.type === 'MemberExpression' && call.callee.property.type === 'Identifier' ? call.callee.property.name : '';
}
