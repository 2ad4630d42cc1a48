import type { Node, ProgramAnalysis } from '@submit-guard/dataflow';
import { callbackScopeOf, isKeyField } from '@submit-guard/dataflow';

/** What is asked of the type checker, so that `typescript` itself is never imported: any version that has these will do. */
interface TypeLike {
  getProperties(): readonly SymbolLike[];
  /** The parts of a union or an intersection. */
  readonly types?: readonly TypeLike[];
  /** The generic type of `Array<Auth>`. */
  readonly target?: unknown;
}
interface SymbolLike {
  readonly name: string;
  readonly declarations?: readonly { getSourceFile(): { readonly fileName: string } }[];
}
interface Checker {
  getTypeAtLocation(node: unknown): TypeLike;
  getTypeOfSymbol?(symbol: SymbolLike): TypeLike;
  getTypeArguments?(type: TypeLike): readonly TypeLike[];
  typeToString?(type: TypeLike): string;
}
interface TypedServices {
  readonly program?: { getTypeChecker(): Checker } | null;
  readonly esTreeNodeToTSNodeMap?: { get(node: Node): { getSourceFile(): { readonly fileName: string } } | undefined };
}

export interface ImportedField {
  /** The name of the declared type, in which the field can be seen only through an import. */
  readonly node: Node;
  readonly name: string;
}

const maxDepth = 4;
const maxProperties = 400;

/**
 * Key fields that a callback type of this file has from types of other files.
 *
 * @returns nothing where there is no type information.
 */
export function importedFields(
  parserServices: object | undefined,
  analysis: ProgramAnalysis,
  options: { readonly tokens: boolean; readonly isCallbackType: ((name: string) => boolean) | undefined },
): readonly ImportedField[] {
  const services = parserServices as TypedServices | undefined;
  const checker = services?.program?.getTypeChecker();
  const nodes = services?.esTreeNodeToTSNodeMap;
  if (!checker || !nodes) return [];
  const scope = callbackScopeOf(analysis, options.isCallbackType);
  return [...analysis.index.types, ...analysis.index.classes].flatMap((declaration) => {
    const { id } = declaration;
    const target = id && scope.isCallback(id.name, declaration) ? nodes.get(id) : undefined;
    if (!id || !target) return [];
    const file = target.getSourceFile().fileName;
    const field = foreignKeyField(checker, checker.getTypeAtLocation(target), file, options.tokens, 0, new Set());
    return field === undefined ? [] : [{ node: id, name: field }];
  });
}

/** The first key field, at any depth, that is declared in another file. */
function foreignKeyField(checker: Checker, type: TypeLike, file: string, tokens: boolean, depth: number, seen: Set<TypeLike>): string | undefined {
  if (depth > maxDepth || seen.has(type) || seen.size > maxProperties) return undefined;
  seen.add(type);
  const look = (inner: TypeLike, deeper: number): string | undefined => foreignKeyField(checker, inner, file, tokens, depth + deeper, seen);
  for (const part of partsOf(checker, type)) {
    const found = look(part, 0);
    if (found !== undefined) return found;
  }
  const properties = type.getProperties();
  if (properties.length > maxProperties) return undefined;
  for (const property of properties) {
    const files = (property.declarations ?? []).map((declaration) => declaration.getSourceFile().fileName);
    // Members of the language's own types are no fields of a payload.
    if (files.length === 0 || files.some((name) => /[/\\]typescript[/\\]lib[/\\]|[/\\]@types[/\\]node[/\\]/.test(name))) continue;
    const inner = checker.getTypeOfSymbol?.(property);
    if (isKeyField(property.name, tokens) && !files.includes(file) && !(inner && isHarmless(checker, inner))) return property.name;
    const found = inner && look(inner, 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `Auth` of `Auth | undefined`, of `Auth[]` and of `Promise<Auth>`. */
function partsOf(checker: Checker, type: TypeLike): readonly TypeLike[] {
  return [...(type.types ?? []), ...(type.target === undefined ? [] : (checker.getTypeArguments?.(type) ?? []))];
}

/** A field that can hold no key: `apiKey?: never`. */
function isHarmless(checker: Checker, type: TypeLike): boolean {
  return /^(?:never|undefined|null|boolean|true|false)(?: \| (?:undefined|null|boolean|true|false))*$/.test(checker.typeToString?.(type) ?? '');
}
