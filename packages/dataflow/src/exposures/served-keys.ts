import type { Evaluator } from '../folding/evaluator.ts';
import type { ProgramAnalysis } from '../keys/analysis.ts';
import { namesOf } from '../origins/origin.ts';
import { calleeName } from '../syntax/callee-name.ts';
import type { CallLike, FunctionNode, Node } from '../syntax/node.ts';
import { isFunction, outward, unwrap } from '../syntax/node.ts';
import { returnedExpressions } from '../syntax/returned-expressions.ts';
import { keysIn } from './keys-in.ts';

/** Functions of Next, Remix and SvelteKit that run on the server, and whose result the page gets. */
const serving: ReadonlySet<string> = new Set(['getServerSideProps', 'getStaticProps', 'getInitialProps', 'loader', 'load']);

/** Keys in what the server hands to a page, `return { props: { submitApiKey } }`, and what Electron hands to one: `exposeInMainWorld('config', { submitApiKey })`. */
export function servedKeys(analysis: ProgramAnalysis): readonly Node[] {
  const { evaluator, index } = analysis;
  const returned = index.functions.filter((fn) => isServing(fn)).flatMap((fn) => returnedExpressions(fn, evaluator.keys).map((node) => payloadOf(node)));
  return [...returned, ...index.calls.flatMap((call) => handedOver(analysis, call))].flatMap((node) => keysIn(analysis, node));
}

/** Arguments that a page gets: of the bridge and the channels of Electron, of a template that a response is made of, of a response to whoever asks. */
function handedOver({ evaluator }: ProgramAnalysis, call: CallLike): readonly Node[] {
  if (call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return [];
  const name = calleeName(call) ?? '';
  const receiver = responding.has(name) ? namesOfReceiver(evaluator, call.callee.object) : [];
  const answering = receiver.filter((step) => !/^(?:status|code|type|header|set)$/.test(step)).at(-1) ?? '';
  const answers = name === 'exposeInMainWorld' || (name === 'send' ? answering === 'webContents' : responses.test(answering));
  const values = name === 'exposeInMainWorld' || name === 'render' || name === 'send' ? call.arguments.slice(1) : call.arguments.slice(0, 1);
  return answers ? values.filter((argument) => argument.type !== 'SpreadElement') : [];
}

const responding: ReadonlySet<string> = new Set(['exposeInMainWorld', 'send', 'render', 'json', 'jsonp', 'html']);

/** What answers a request: of Express, Fastify, Hono, the platform and Next. */
const responses = /^(?:res|response|reply|NextResponse|Response|c)$/;

function namesOfReceiver(evaluator: Evaluator, object: Node): readonly string[] {
  const value = evaluator.single(object);
  const route = value?.kind === 'opaque' ? value.origin : undefined;
  return route ? namesOf(route) : [];
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
