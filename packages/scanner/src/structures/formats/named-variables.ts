import type { Node } from '../documents/node.ts';
import { textOf } from '../documents/node.ts';
import type { Text } from '../documents/text.ts';
import { rangeOfText } from '../documents/text.ts';
import type { Variable } from '../structure.ts';
import type { StructureBuilder } from '../structure-builder.ts';
import { quoted } from '../words.ts';

/**
 * Variables as pairs of `name` and `value`.
 *
 * @param words - what the tool calls the place where they are kept.
 * @param valueOf - where the value of one stands.
 */
export function namedVariables(
  builder: StructureBuilder, nodes: readonly Node[], words: string, valueOf: (node: Node) => Text | undefined = (node) => textOf(node, 'value'),
): readonly Variable[] {
  return nodes.flatMap((node) => {
    const [name, text] = [textOf(node, 'name'), valueOf(node)];
    return name === undefined || text === undefined ? [] : [builder.variable(name.value, rangeOfText(name), text, `the value of ${quoted(name.value)} in the ${words}`)];
  });
}
