import type { Node, VisitorKeys } from './node.ts';

/**
 * Visits `root` and everything below it in source order, without recursion, and sets missing `parent` links.
 *
 * @param visit - returns `false` to leave out what is below a node.
 */
export function walk(root: Node, keys: VisitorKeys, visit: (node: Node) => boolean | undefined): void {
  const stack: Node[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (visit(node) === false) continue;
    const names = keys[node.type] ?? fallbackKeys(node);
    for (let index = names.length - 1; index >= 0; index -= 1) {
      const child: unknown = node[names[index] as keyof Node];
      if (Array.isArray(child)) {
        for (let at = child.length - 1; at >= 0; at -= 1) push(stack, child[at], node);
      } else {
        push(stack, child, node);
      }
    }
  }
}

function push(stack: Node[], child: unknown, parent: Node): void {
  if (!isNode(child)) return;
  if (!(child as { parent?: Node }).parent) (child as { parent: Node }).parent = parent;
  stack.push(child);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

/** Children of a node type that nobody declared: every property but the links and the positions. */
function fallbackKeys(node: Node): readonly string[] {
  return Object.keys(node).filter((key) => key !== 'parent' && key !== 'loc' && key !== 'range' && key !== 'tokens' && key !== 'comments');
}
