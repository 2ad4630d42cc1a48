import type { Node } from '../syntax/node.ts';
import { enclosingFunction } from '../syntax/node.ts';

/**
 * Whether what is written at `write` is there at `use`.
 * - `never`: the write comes later in the same function, outside a common loop;
 * - `surely`: it comes first, and every way to the use leads through it;
 * - `perhaps`: anything else.
 */
export function livesUntil(write: Node, use: Node): 'never' | 'surely' | 'perhaps' {
  if (enclosingFunction(write) !== enclosingFunction(use)) return 'perhaps';
  // `headers = headers.set(...)`: what is read on the right was there before.
  const later = write.range[0] > use.range[0] || isReadByWrite(write, use);
  if (later) return sharesLoop(write, use) ? 'perhaps' : 'never';
  const block = statementBlock(write);
  return block !== undefined && contains(block, use) ? 'surely' : 'perhaps';
}

function isReadByWrite(write: Node, use: Node): boolean {
  const { parent } = write;
  return parent?.type === 'AssignmentExpression' && parent.left === write && contains(parent.right, use);
}

/** The block whose own statement holds `node`; `undefined` below a branch without a block. */
function statementBlock(node: Node): Node | undefined {
  for (let current = node; current.parent; current = current.parent) {
    const { parent } = current;
    if (parent.type === 'BlockStatement' || parent.type === 'Program' || parent.type === 'StaticBlock') return parent;
    if (parent.type === 'IfStatement' || parent.type === 'SwitchCase' || parent.type === 'ConditionalExpression' || parent.type === 'LogicalExpression') {
      return undefined;
    }
  }
  return undefined;
}

function sharesLoop(a: Node, b: Node): boolean {
  for (let node: Node | undefined = a.parent; node; node = node.parent) {
    if (/^(?:For|While|DoWhile)/.test(node.type) && contains(node, b)) return true;
  }
  return false;
}

function contains(outer: Node, inner: Node): boolean {
  return outer.range[0] <= inner.range[0] && outer.range[1] >= inner.range[1];
}
