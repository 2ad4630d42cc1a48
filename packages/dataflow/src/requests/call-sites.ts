import { argumentsOf } from '../folding/arguments.ts';
import { classFacts } from '../folding/class-facts.ts';
import { isOrExtends } from '../folding/classes.ts';
import type { Evaluator } from '../folding/evaluator.ts';
import type { Frame } from '../folding/frame.ts';
import { frameOf } from '../folding/frame.ts';
import type { Value } from '../folding/value.ts';
import type { Variable } from '../scopes/scope-manager.ts';
import type { ProgramIndex } from '../programs/program-index.ts';
import type { CallLike, ClassNode, FunctionNode, Node } from '../syntax/node.ts';
import { isClass, outward } from '../syntax/node.ts';
import { nameOfKey, staticName } from '../syntax/property-name.ts';

/** Calls of one function that are followed. */
const maxSites = 24;

/** What was found before: every analysis that follows parameters asks again. */
const known = new WeakMap<Evaluator, Map<FunctionNode, readonly CallLike[]>>();

/** The calls in this program that surely call `fn`. */
export function callSitesOf(evaluator: Evaluator, index: ProgramIndex, fn: FunctionNode): readonly CallLike[] {
  let sites = known.get(evaluator);
  if (!sites) known.set(evaluator, (sites = new Map<FunctionNode, readonly CallLike[]>()));
  let found = sites.get(fn);
  if (!found) sites.set(fn, (found = findCallSites(evaluator, index, fn)));
  return found;
}

function findCallSites(evaluator: Evaluator, index: ProgramIndex, fn: FunctionNode): readonly CallLike[] {
  const { node, parent } = outward(fn);
  if (fn.type === 'FunctionDeclaration') return fn.id ? sitesOfName(evaluator, fn.id) : [];
  switch (parent?.type) {
    case 'VariableDeclarator':
      return parent.init === node && parent.id.type === 'Identifier' ? sitesOfName(evaluator, parent.id) : [];
    // Bundlers declare the names of a module first and give them their functions later.
    case 'AssignmentExpression':
      return parent.right === node && parent.operator === '=' && parent.left.type === 'Identifier' ? sitesOfName(evaluator, parent.left) : [];
    case 'MethodDefinition':
    case 'PropertyDefinition': {
      const owner = parent.parent.parent;
      if (!isClass(owner)) return [];
      if (parent.type === 'MethodDefinition' && parent.kind === 'constructor') return constructionsOf(evaluator, index, owner);
      const name = staticName(parent);
      return name === undefined ? [] : methodSites(evaluator, index, name, (value) => isOfClass(evaluator, value, owner));
    }
    case 'Property': {
      const name = staticName(parent);
      const object = parent.parent;
      return name === undefined ? [] : methodSites(evaluator, index, name, (value) => value.kind === 'record' && value.node === object);
    }
    // What another function returns is called where its result is.
    case 'ArrowFunctionExpression':
    case 'ReturnStatement':
      return closureSitesOf(evaluator, index).get(fn) ?? [];
    default:
      return [];
  }
}

const closures = new WeakMap<Evaluator, ReadonlyMap<FunctionNode, readonly CallLike[]>>();

/** The calls of functions that other functions of the program returned, by function: `withToken(key)(path)`, and `send(path)` where `send` is `withToken(key)`. */
function closureSitesOf(evaluator: Evaluator, index: ProgramIndex): ReadonlyMap<FunctionNode, readonly CallLike[]> {
  const gathered = closures.get(evaluator);
  if (gathered) return gathered;
  const sites = new Map<FunctionNode, CallLike[]>();
  closures.set(evaluator, sites);
  for (const call of index.calls) {
    if (call.type !== 'CallExpression' || (call.callee.type !== 'Identifier' && call.callee.type !== 'CallExpression')) continue;
    for (const callee of evaluator.evaluate(call.callee)) {
      if (callee.kind !== 'function' || !callee.frame) continue;
      const same = sites.get(callee.node);
      if (!same) sites.set(callee.node, [call]);
      else if (same.length < maxSites) same.push(call);
    }
  }
  return sites;
}

function sitesOfName(evaluator: Evaluator, identifier: Node & { readonly name: string }): readonly CallLike[] {
  const variable = evaluator.bindings.variableOf(identifier) ?? variableDeclaredBy(evaluator, identifier);
  return variable ? callsThrough(variable) : [];
}

/** A function's own name is looked up from outside it: inside, a parameter may hide it. */
function variableDeclaredBy(evaluator: Evaluator, identifier: Node & { readonly name: string }): Variable | undefined {
  const outside = identifier.parent?.parent;
  return outside ? evaluator.bindings.variableOf({ ...identifier, parent: outside } as Node & { name: string }) : undefined;
}

function callsThrough(variable: Variable): readonly CallLike[] {
  const sites: CallLike[] = [];
  for (const reference of variable.references) {
    const { node, parent } = outward(reference.identifier as Node);
    if ((parent?.type === 'CallExpression' || parent?.type === 'NewExpression') && parent.callee === node) sites.push(parent);
    if (sites.length >= maxSites) break;
  }
  return sites;
}

/** `new C(...)`, and `super(...)` in the classes that extend it. */
function constructionsOf(evaluator: Evaluator, index: ProgramIndex, owner: ClassNode): readonly CallLike[] {
  const name = owner.id ?? (owner.parent.type === 'VariableDeclarator' && owner.parent.id.type === 'Identifier' ? owner.parent.id : undefined);
  const variable = name && (variableDeclaredBy(evaluator, name) ?? evaluator.bindings.variableOf(name));
  const inherited = index.classes.flatMap((each): readonly CallLike[] => {
    const { superCall } = each.superClass && each !== owner ? classFacts(each, evaluator.keys) : {};
    return superCall && isOrExtends(evaluator, each, owner) ? [superCall] : [];
  });
  return [...(variable ? callsThrough(variable).filter((call) => call.type === 'NewExpression') : []), ...inherited].slice(0, maxSites);
}

function methodSites(evaluator: Evaluator, index: ProgramIndex, name: string, isReceiver: (value: Value) => boolean): readonly CallLike[] {
  const sites: CallLike[] = [];
  for (const call of (index.callsByMethod.get(name) ?? []).slice(0, maxSites * 4)) {
    if (call.callee.type !== 'MemberExpression' || nameOfKey(call.callee.property) !== name) continue;
    if (evaluator.evaluate(call.callee.object).some(isReceiver)) sites.push(call);
    if (sites.length >= maxSites) break;
  }
  return sites;
}

function isOfClass(evaluator: Evaluator, value: Value, owner: ClassNode): boolean {
  return (value.kind === 'instance' && isOrExtends(evaluator, value.class, owner)) || (value.kind === 'class' && value.node === owner);
}

/** A frame that binds the parameters of `fn` to the arguments of `site`, linked in front of `outer`. */
export function frameAt(evaluator: Evaluator, fn: FunctionNode, site: CallLike, outer: Frame | undefined): Frame {
  const args = argumentsOf(evaluator, site, frameOf(outer, fn) ? undefined : outer);
  const receiver = site.type === 'CallExpression' && site.callee.type === 'MemberExpression' ? evaluator.single(site.callee.object, outer) : undefined;
  const instance = receiver?.kind === 'instance' && (receiver.frame ?? receiver.class !== ownerOf(fn)) ? receiver : constructed(evaluator, fn, site);
  const spread = site.arguments.some((argument) => argument.type === 'SpreadElement');
  return {
    function: fn,
    argument: (index) => args[index],
    argumentCount: spread ? Infinity : args.length,
    outer: [closureFrame(evaluator, fn, site), instance?.frame].reduce<Frame | undefined>((chain, frame) => (frame ? linked(frame, chain) : chain), outer),
    ...(instance ? { self: instance } : {}),
    site,
  };
}

/** What bound the variables around a function that another one returned. */
function closureFrame(evaluator: Evaluator, fn: FunctionNode, { callee }: CallLike): Frame | undefined {
  if (callee.type !== 'Identifier' && callee.type !== 'CallExpression') return undefined;
  for (const value of evaluator.evaluate(callee)) if (value.kind === 'function' && value.node === fn && value.frame) return value.frame;
  return undefined;
}

function ownerOf(fn: FunctionNode): Node | undefined {
  return fn.parent.parent?.parent;
}

/** The instance that a constructor makes at `site`: by `new`, or as the part of another class that `super(...)` stands in. */
function constructed(evaluator: Evaluator, fn: FunctionNode, site: CallLike): (Value & { kind: 'instance' }) | undefined {
  const owner = ownerOf(fn);
  if (!isClass(owner) || classFacts(owner, evaluator.keys).constructor !== fn) return undefined;
  if (site.callee.type === 'Super') return heirAround(site);
  const value = site.type === 'NewExpression' ? evaluator.single(site) : undefined;
  return value?.kind === 'instance' ? value : undefined;
}

function heirAround(site: CallLike): (Value & { kind: 'instance' }) | undefined {
  for (let node: Node | undefined = site.parent; node; node = node.parent) if (isClass(node)) return { kind: 'instance', class: node, frame: undefined, node: site };
  return undefined;
}

function linked(frame: Frame, outer: Frame | undefined): Frame {
  return outer ? { ...frame, outer: frame.outer ? linked(frame.outer, outer) : outer } : frame;
}
