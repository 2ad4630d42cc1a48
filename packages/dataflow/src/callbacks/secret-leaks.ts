import { classifyName, wordsOf } from '@submit-guard/core';
import { knownText } from '../folding/text.ts';
import type { Value } from '../folding/value.ts';
import { functionName } from '../folding/calls.ts';
import { containersOf } from '../keys/key-name-of-node.ts';
import type { ProgramAnalysis } from '../keys/analysis.ts';
import { namesOf } from '../origins/origin.ts';
import type { CallLike, Node } from '../syntax/node.ts';
import { calleeName, isPlainCall } from '../syntax/callee-name.ts';
import { nameOfKey } from '../syntax/property-name.ts';
import { signatureHeader } from '../tables/signatures.ts';

/** Places at which the Submit key is used as the secret of callback signatures. */
export function secretLeaks(analysis: ProgramAnalysis): readonly Node[] {
  const { evaluator, index, taint } = analysis;
  const isKey = (node: Node | undefined): boolean => node !== undefined && taint.find(evaluator.evaluate(node)) !== undefined;
  const found: Node[] = [];
  for (const call of index.calls) {
    for (const secret of secretsOf(analysis, call)) if (isKey(secret)) found.push(secret);
  }
  for (const object of index.objects) {
    for (const property of object.properties) {
      if (property.type !== 'Property' || property.computed || property.method) continue;
      const name = nameOfKey(property.key);
      if (name !== undefined && isCallbackSecret([...containersOf(evaluator, object), name]) && isKey(property.value)) found.push(property.value);
    }
  }
  for (const assignment of index.assignments) {
    const name = assignment.left.type === 'Identifier' ? assignment.left.name : assignment.left.type === 'MemberExpression' ? nameOfKey(assignment.left.property) : undefined;
    if (name !== undefined && isCallbackSecret([name]) && isKey(assignment.right)) found.push(assignment.right);
  }
  for (const declarator of declaratorsOf(analysis)) if (isKey(declarator)) found.push(declarator);
  for (const { left, right } of index.comparisons) {
    for (const [header, other] of [[left, right], [right, left]] as const) {
      if (other.type !== 'Literal' && signatureHeader.test(textOfNode(analysis, header)) && isKey(other)) found.push(other);
    }
  }
  return [...new Set(found)];
}

/** `const callbackSecret = ...`, found through the values that name it. */
function declaratorsOf(analysis: ProgramAnalysis): readonly Node[] {
  return analysis.index.members.flatMap((member): readonly Node[] => {
    let node: Node = member;
    while (node.parent && /^(?:LogicalExpression|ConditionalExpression|TSNonNullExpression|TSAsExpression|ChainExpression|AwaitExpression)$/.test(node.parent.type)) node = node.parent;
    const { parent } = node;
    if (parent?.type !== 'VariableDeclarator' || parent.init !== node || parent.id.type !== 'Identifier') return [];
    return isCallbackSecret([parent.id.name]) ? [node] : [];
  });
}

function textOfNode(analysis: ProgramAnalysis, node: Node): string {
  return analysis.source.slice(node.range[0], Math.min(node.range[1], node.range[0] + 300));
}

/** A name that says secret of callbacks, webhooks or signatures. */
function isCallbackSecret(names: readonly string[]): boolean {
  const leaf = names[names.length - 1] ?? '';
  const words = wordsOf(leaf);
  if (!words.some((word) => /^(?:secret|key|token)s?$/.test(word))) return false;
  return words.some((word) => /^(?:callback|webhook|hook|hmac|signing|signature)s?$/.test(word)) && classifyName(leaf) !== 'submit-key';
}

/** The arguments of a call that are secrets of a signature. */
function secretsOf(analysis: ProgramAnalysis, call: CallLike): readonly Node[] {
  if (!isPlainCall(call) && !/hmac|importKey|timingSafeEqual|verify/i.test(calleeName(call) ?? '')) return [];
  const { evaluator } = analysis;
  const [first, second, third] = call.arguments;
  for (const callee of evaluator.evaluate(call.callee)) {
    if (callee.kind !== 'opaque') continue;
    const name = functionName(callee.origin);
    const leaf = namesOf(callee.origin).at(-1) ?? '';
    if (/(?:^|[.:])createHmac$/.test(name) || (leaf === 'createHmac' && second)) return present(second);
    if (/(?:^|[.:])importKey$/.test(name) || leaf === 'importKey') return mentionsHmac(third ? evaluator.evaluate(third) : []) ? present(second) : [];
    if (/^Hmac(?:SHA\d+|MD5)$/i.test(leaf)) return present(second);
    if (/(?:^|[.:])timingSafeEqual$/.test(name)) return [first, second].flatMap((argument) => present(argument));
    if (/^verify\w*(?:signature|webhook|callback)\w*$/i.test(leaf)) return call.arguments.flatMap((argument) => present(argument));
  }
  return [];
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
