import type { ProgramAnalysis } from '../keys/analysis.ts';
import { calleeName } from '../syntax/callee-name.ts';
import type { FunctionNode, Node } from '../syntax/node.ts';
import { isFunction, outward, unwrap } from '../syntax/node.ts';
import { returnedExpressions } from '../syntax/returned-expressions.ts';
import { keysIn } from './keys-in.ts';

/** Functions of Next, Remix and SvelteKit that run on the server, and whose result the page gets. */
const serving: ReadonlySet<string> = new Set(['getServerSideProps', 'getStaticProps', 'getInitialProps', 'loader', 'load']);

/** Keys in what the server hands to a page: `return { props: { submitApiKey } }`. */
export function servedKeys(analysis: ProgramAnalysis): readonly Node[] {
  return analysis.index.functions.filter((fn) => isServing(fn)).flatMap((fn) => returnedExpressions(fn, analysis.evaluator.keys).flatMap((node) => keysIn(analysis, payloadOf(node))));
}

/** `export async function loader()`, `export const load = () => ...`. */
function isServing(fn: FunctionNode): boolean {
  const { parent } = outward(fn);
  if (fn.type === 'FunctionDeclaration') return serving.has(fn.id?.name ?? '') && parent?.type === 'ExportNamedDeclaration';
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return false;
  return serving.has(parent.id.name) && parent.parent.parent.type === 'ExportNamedDeclaration';
}

/** What `json(data)` of Remix sends. */
function payloadOf(node: Node): Node {
  const inner = unwrap(node);
  const [data] = inner.type === 'CallExpression' && /^(?:json|defer|data|superjson)$/.test(calleeName(inner) ?? '') ? inner.arguments : [];
  return data && data.type !== 'SpreadElement' && !isFunction(data) ? data : node;
}
