import { Identities } from '../origins/identity.ts';
import type { ScopeManager } from '../scopes/scope-manager.ts';
import { Bindings } from '../scopes/scope-manager.ts';
import type { Node, VisitorKeys } from '../syntax/node.ts';
import { unwrap } from '../syntax/node.ts';
import { evaluateCall, evaluateNew, evaluateTagged } from './calls.ts';
import { evaluateClass, evaluateThis } from './classes.ts';
import { evaluateBinary, evaluateLogical, evaluateUnary } from './operators.ts';
import type { Frame } from './frame.ts';
import { applyCallable } from './functions.ts';
import { evaluateIdentifier } from './identifiers.ts';
import { limits } from './limits.ts';
import { evaluateArray, evaluateLiteral, evaluateObject, evaluateTemplate } from './literals.ts';
import { evaluateMember, memberOf } from './members.ts';
import type { Callable, Opaque, Value } from './value.ts';

/** What the evaluator needs to know of a program. */
export interface ProgramFacts {
  readonly source: string;
  readonly scopes: ScopeManager;
  readonly visitorKeys: VisitorKeys;
  /** Calls `visit` with every node of the program in source order, where somebody has walked it already; else it is walked. */
  readonly eachNode?: ((visit: (node: Node) => void) => void) | undefined;
}

/** Stands in the cache for a node that is being folded. */
const open: readonly Value[] = [];

/**
 * Folds expressions of one program to what the program tells about their values, without running it.
 * Keeps a budget of steps: a question that costs too much, or comes too late, is answered with "unknown".
 */
export class Evaluator {
  readonly source: string;
  readonly keys: VisitorKeys;
  readonly eachNode: ProgramFacts['eachNode'];
  readonly bindings: Bindings;
  /** Hooks of SWR call functions of the program; asked for every parameter, so the text is searched once. */
  readonly usesSwr: boolean;
  readonly identities = new Identities();
  readonly #cache = new Map<Node, readonly Value[]>();
  readonly #frameCaches = new WeakMap<Frame, Map<Node, readonly Value[]>>();
  #depth = 0;
  #steps = 0;
  #totalSteps = 0;

  constructor(facts: ProgramFacts) {
    this.source = facts.source;
    this.keys = facts.visitorKeys;
    this.eachNode = facts.eachNode;
    this.bindings = new Bindings(facts.scopes);
    this.usesSwr = facts.source.includes('useSWR');
  }

  /** Whether the budget for the whole program is used up. */
  get exhausted(): boolean {
    return this.#totalSteps >= limits.stepsPerProgram;
  }

  /**
   * The values that an expression may have.
   *
   * @param frame - binds the parameters of functions around the expression, where a call site is known.
   * @returns at least one and at most {@link limits.alternatives} values.
   */
  evaluate(node: Node, frame?: Frame): readonly Value[] {
    const inner = unwrap(node);
    const cache = this.#cacheOf(frame);
    const cached = cache.get(inner);
    if (cached) return cached === open ? [this.unknown(inner)] : cached;
    if (this.#depth === 0) this.#steps = 0;
    this.#steps += 1;
    this.#totalSteps += 1;
    if (this.#depth >= limits.depth || this.#steps > limits.stepsPerRoot || this.exhausted) return [this.unknown(inner)];
    this.#depth += 1;
    // While a node is being folded it is unknown to itself: `let a = a + 'x'`.
    cache.set(inner, open);
    const values = distinct(this.#fold(inner, frame));
    // What was cut short by the budget of this question may be told for another.
    if (this.#depth === 1 || this.#steps <= limits.stepsPerRoot) cache.set(inner, values);
    else cache.delete(inner);
    this.#depth -= 1;
    return values;
  }

  #cacheOf(frame: Frame | undefined): Map<Node, readonly Value[]> {
    if (!frame) return this.#cache;
    let cache = this.#frameCaches.get(frame);
    if (!cache) this.#frameCaches.set(frame, (cache = new Map<Node, readonly Value[]>()));
    return cache;
  }

  /** The single value of an expression, or `undefined` where it may have several. */
  single(node: Node, frame?: Frame): Value | undefined {
    const values = this.evaluate(node, frame);
    return values.length === 1 ? values[0] : undefined;
  }

  /** The values of the member `name` of a value. */
  memberOf(value: Value, name: string | undefined): readonly Value[] {
    return memberOf(this, value, name);
  }

  /** What a function of this program returns for these arguments. */
  apply(callable: Callable, args: readonly (readonly Value[])[], site: Node): readonly Value[] {
    return applyCallable(this, callable, args, site);
  }

  unknown(node: Node): Opaque {
    return { kind: 'opaque', origin: { kind: 'expression', node }, node };
  }

  #fold(node: Node, frame: Frame | undefined): readonly Value[] {
    switch (node.type) {
      case 'Literal':
        return [evaluateLiteral(this, node)];
      case 'TemplateLiteral':
        return evaluateTemplate(this, node, frame);
      case 'TaggedTemplateExpression':
        return evaluateTagged(this, node, frame);
      case 'Identifier':
        return evaluateIdentifier(this, node, frame);
      case 'MemberExpression':
        return evaluateMember(this, node, frame);
      case 'CallExpression':
        return evaluateCall(this, node, frame);
      case 'NewExpression':
        return evaluateNew(this, node, frame);
      case 'BinaryExpression':
        return evaluateBinary(this, node, frame);
      case 'LogicalExpression':
        return evaluateLogical(this, node, frame);
      case 'UnaryExpression':
        return [evaluateUnary(this, node, frame)];
      case 'ConditionalExpression':
        return [...this.evaluate(node.consequent, frame), ...this.evaluate(node.alternate, frame)];
      case 'AssignmentExpression':
        return node.operator === '=' || node.operator === '??=' || node.operator === '||=' || node.operator === '&&=' ? this.evaluate(node.right, frame) : [this.unknown(node)];
      case 'SequenceExpression':
        return this.evaluate(node.expressions[node.expressions.length - 1] ?? node, frame);
      case 'AwaitExpression':
        return this.evaluate(node.argument, frame);
      case 'ImportExpression':
        return this.#importOf(node.source, node, frame);
      case 'ObjectExpression':
        return [evaluateObject(this, node, frame)];
      case 'ArrayExpression':
        return [evaluateArray(this, node, frame)];
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
      case 'FunctionDeclaration':
        return [{ kind: 'function', node, frame }];
      case 'ClassExpression':
      case 'ClassDeclaration':
        return [evaluateClass(node, frame)];
      case 'ThisExpression':
        return evaluateThis(this, node, frame);
      case 'MetaProperty':
        return [{ kind: 'opaque', origin: { kind: 'global', name: `${node.meta.name}.${node.property.name}` }, node }];
      case 'JSXExpressionContainer':
        return this.evaluate(node.expression, frame);
      default:
        return [this.unknown(node)];
    }
  }

  #importOf(source: Node, node: Node, frame: Frame | undefined): readonly Value[] {
    const module = this.single(source, frame);
    const name = module?.kind === 'text' && module.parts.length === 1 && module.parts[0]?.kind === 'piece' ? module.parts[0].text : undefined;
    return [name === undefined ? this.unknown(node) : { kind: 'opaque', origin: { kind: 'import', module: name, name: '*' }, node }];
  }
}

/** Leaves out repeated values and what exceeds the limit. */
function distinct(values: readonly Value[]): readonly Value[] {
  if (values.length <= 1) return values;
  const seen = new Set<object>();
  const kept: Value[] = [];
  for (const value of values) {
    // One unknown expression is as good as another of the same node.
    const key = value.kind === 'opaque' && value.origin.kind === 'expression' && !value.carries ? value.origin.node : value;
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(value);
    if (kept.length >= limits.alternatives) break;
  }
  return kept;
}
