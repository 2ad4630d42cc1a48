import type { TSESTree } from '@typescript-eslint/types';
import { classifyName, wordsOf } from '@submit-guard/core';
import { knownText } from '../folding/text.ts';
import type { Value } from '../folding/value.ts';
import { functionName } from '../folding/calls.ts';
import type { ProgramAnalysis } from '../keys/analysis.ts';
import { namesOf } from '../origins/origin.ts';
import { namesSubmitKey } from '../keys/key-names.ts';
import { relayedKeys } from '../keys/relayed-keys.ts';
import type { CallLike, Node } from '../syntax/node.ts';
import { outward, unwrap } from '../syntax/node.ts';
import { calleeName, isPlainCall } from '../syntax/callee-name.ts';
import { nameOfKey, staticName } from '../syntax/property-name.ts';
import { signatureHeader } from '../tables/signatures.ts';

/** Places at which the Submit key is used as the secret of callback signatures. */
export function secretLeaks(analysis: ProgramAnalysis): readonly Node[] {
  const { evaluator, index, taint } = analysis;
  const isKey = (node: Node | undefined): boolean => node !== undefined && taint.find(evaluator.evaluate(node)) !== undefined;
  const found: Node[] = [];
  const add = (node: Node): void => void found.push(...alternativesOf(node).filter(isKey));
  const passed: (readonly Value[])[] = [];
  for (const call of index.calls) {
    for (const secret of secretsOf(analysis, call)) {
      add(secret);
      passed.push(evaluator.evaluate(secret));
    }
  }
  found.push(...relayedKeys(analysis, passed));
  for (const object of index.objects) {
    for (const property of object.properties) {
      if (property.type !== 'Property' || property.computed || property.method) continue;
      const name = nameOfKey(property.key);
      if (name !== undefined && isCallbackSecret(name)) add(property.value);
    }
  }
  for (const assignment of index.assignments) {
    const name = assignment.left.type === 'Identifier' ? assignment.left.name : assignment.left.type === 'MemberExpression' ? nameOfKey(assignment.left.property) : undefined;
    if (name !== undefined && isCallbackSecret(name)) add(assignment.right);
  }
  found.push(...declaredSecrets(analysis).filter(isKey), ...renamedSecrets(analysis));
  for (const { left, right } of index.comparisons) {
    for (const [header, other] of [[left, right], [right, left]] as const) {
      if (other.type !== 'Literal' && signatureHeader.test(textOfNode(analysis, header)) && isKey(other)) found.push(other);
    }
  }
  return [...new Set(found)];
}

/** The values that `a ?? b` may have, as nodes; the node itself where it is no choice. */
function alternativesOf(node: Node): readonly Node[] {
  const inner = unwrap(node);
  if (inner.type === 'LogicalExpression') return [...alternativesOf(inner.left), ...alternativesOf(inner.right)];
  if (inner.type === 'ConditionalExpression') return [...alternativesOf(inner.consequent), ...alternativesOf(inner.alternate)];
  return [node];
}

/** `const { ATOMYX_SUBMIT_API_KEY: callbackSecret } = process.env`. */
function renamedSecrets({ index, names }: ProgramAnalysis): readonly Node[] {
  return index.patternProperties.flatMap((property) => {
    const target = property.value.type === 'AssignmentPattern' ? property.value.left : property.value;
    const name = staticName(property);
    return target.type === 'Identifier' && name !== undefined && isCallbackSecret(target.name) && namesSubmitKey([name], names) ? [property.key] : [];
  });
}

/** `const callbackSecret = ...`, `webhookSecret = ...` in a class, found through the values that name it. */
function declaredSecrets(analysis: ProgramAnalysis): readonly Node[] {
  return analysis.index.members.flatMap((member): readonly Node[] => {
    let node: Node = member;
    while (node.parent && /^(?:LogicalExpression|ConditionalExpression|TSNonNullExpression|TSAsExpression|ChainExpression|AwaitExpression)$/.test(node.parent.type)) node = node.parent;
    const { parent } = node;
    const name =
      parent?.type === 'VariableDeclarator' && parent.init === node && parent.id.type === 'Identifier' ? parent.id.name : parent?.type === 'PropertyDefinition' && parent.value === node ? staticName(parent) : undefined;
    // What is only asked whether it is there is no value of the declaration.
    const value = outward(member).node;
    return name !== undefined && isCallbackSecret(name) ? alternativesOf(node).filter((one) => one === value || one === member) : [];
  });
}

function textOfNode(analysis: ProgramAnalysis, node: Node): string {
  return analysis.source.slice(node.range[0], Math.min(node.range[1], node.range[0] + 300));
}

/** A name that says secret of callbacks, webhooks or signatures. */
function isCallbackSecret(name: string): boolean {
  if (!/secret|key|token/i.test(name)) return false;
  const words = wordsOf(name);
  if (!words.some((word) => /^(?:secret|key|token)s?$/.test(word))) return false;
  return words.some((word) => /^(?:callback|webhook|hook|hmac|signing|signature)s?$/.test(word)) && classifyName(name) !== 'submit-key';
}

/** The arguments of a call that are secrets of a signature. */
function secretsOf(analysis: ProgramAnalysis, call: CallLike): readonly Node[] {
  if (call.type === 'NewExpression') return verifierSecrets(call);
  if (!isPlainCall(call) && !/hmac|importKey|timingSafeEqual|verify/i.test(calleeName(call) ?? '')) return [];
  const { evaluator } = analysis;
  const [first, second, third] = call.arguments;
  for (const callee of evaluator.evaluate(call.callee)) {
    if (callee.kind !== 'opaque') continue;
    const name = functionName(callee.origin);
    const leaf = namesOf(callee.origin).at(-1) ?? '';
    if (/(?:^|[.:])createHmac$/.test(name) || (leaf === 'createHmac' && second)) return present(second);
    if (/(?:^|[.:])importKey$/.test(name) || leaf === 'importKey') return mentionsHmac(third ? evaluator.evaluate(third) : []) ? present(second) : [];
    if (/^Hmac(?:SHA\d+|MD5)$/i.test(leaf) || /(?:^|[/:])hmac-\w+/.test(name)) return present(second);
    if (/(?:^|[.:])timingSafeEqual$/.test(name)) return [first, second].flatMap((argument) => present(argument));
    if (/^verify\w*(?:signature|webhook|callback)\w*$/i.test(leaf)) return call.arguments.flatMap((argument) => (argument.type === 'ObjectExpression' ? secretMembers(argument) : present(argument)));
  }
  return [];
}

/** `new WebhookVerifier({ secret })`. */
function verifierSecrets(call: TSESTree.NewExpression): readonly Node[] {
  const name = calleeName(call) ?? '';
  if (!/webhook|callback|signature|hmac/i.test(name) || !/verif|valid/i.test(name)) return [];
  return call.arguments.flatMap((argument) => (argument.type === 'ObjectExpression' ? secretMembers(argument) : []));
}

function secretMembers(object: TSESTree.ObjectExpression): readonly Node[] {
  return object.properties.flatMap((property) => (property.type === 'Property' && /secret|key/i.test(staticName(property) ?? '') ? [property.value] : []));
}

function present(node: CallLike['arguments'][number] | undefined): readonly Node[] {
  return node && node.type !== 'SpreadElement' ? [node] : [];
}

function mentionsHmac(values: readonly Value[]): boolean {
  return values.some((value) => {
    if (value.kind === 'record') return value.entries.some((entry) => entry.name === 'name' && entry.values().some((name) => /hmac/i.test(knownText(name) ?? '')));
    return /hmac/i.test(knownText(value) ?? '');
  });
}
