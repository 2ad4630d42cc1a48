import type { Node } from '../syntax/node.ts';

/** What the analysis asks of a scope manager: the shape that eslint-scope and typescript-eslint share. */
export interface ScopeManager {
  acquire(node: never, inner?: boolean): Scope | null;
  readonly globalScope: Scope | null;
}

export interface Scope {
  readonly set: ReadonlyMap<string, Variable>;
  readonly upper: Scope | null;
}

export interface Variable {
  readonly name: string;
  readonly defs: readonly Definition[];
  readonly references: readonly Reference[];
}

export interface Definition {
  /** `Variable`, `Parameter`, `ImportBinding`, `FunctionName`, `ClassName`, `TSEnumName`, `CatchClause` ... */
  readonly type: string;
  /** The declaring identifier. */
  readonly name: unknown;
  /** The declarator, function, import specifier, class or enum. */
  readonly node: unknown;
  readonly parent?: unknown;
}

export interface Reference {
  readonly identifier: unknown;
  readonly init?: boolean | undefined;
  isWrite(): boolean;
  isRead(): boolean;
}

/** What most nodes around a name are, none of which has a scope: asking for one costs more than anything else here. */
const neverScopes: ReadonlySet<string> = new Set([
  'MemberExpression', 'CallExpression', 'NewExpression', 'ObjectExpression', 'Property', 'ArrayExpression', 'ExpressionStatement', 'VariableDeclarator', 'VariableDeclaration', 'AwaitExpression',
  'BinaryExpression', 'LogicalExpression', 'ConditionalExpression', 'AssignmentExpression', 'TemplateLiteral', 'ReturnStatement', 'ChainExpression', 'SpreadElement', 'UnaryExpression', 'IfStatement',
]);

/** Finds the variable that an identifier stands for by climbing the scopes around it. */
export class Bindings {
  readonly #scopes: ScopeManager;
  readonly #found = new Map<Node, Variable | undefined>();

  constructor(scopes: ScopeManager) {
    this.#scopes = scopes;
  }

  /** The variable, or `undefined` for a global that nothing in the program declares. */
  variableOf(identifier: Node & { readonly name: string }): Variable | undefined {
    if (this.#found.has(identifier)) return this.#found.get(identifier);
    let scope: Scope | null = null;
    for (let node: Node | undefined = identifier.parent; node && !scope; node = node.parent ?? undefined) {
      if (!neverScopes.has(node.type)) scope = this.#scopes.acquire(node as never, true);
    }
    scope ??= this.#scopes.globalScope;
    let variable: Variable | undefined;
    for (; scope && !variable; scope = scope.upper) variable = scope.set.get(identifier.name);
    if (variable?.defs.length === 0) variable = undefined;
    this.#found.set(identifier, variable);
    return variable;
  }
}
