import type { TSESTree } from '@typescript-eslint/types';
import type { ProgramAnalysis } from '../keys/analysis.ts';
import type { ClassNode, Node } from '../syntax/node.ts';
import { nameOfKey } from '../syntax/property-name.ts';
import type { CallbackScope } from './callback-scope.ts';
import type { PayloadField } from './payload-field.ts';

type Declaration = TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeAliasDeclaration | ClassNode;

/** Which members of a type count: those that `Pick` keeps and `Omit` leaves. */
type Filter = (name: string) => boolean;

const maxDepth = 12;

/** Utility types that have the members of their first argument. */
const transparent: ReadonlySet<string> = new Set(['Partial', 'Required', 'Readonly', 'NonNullable', 'Array', 'ReadonlyArray', 'Promise', 'DeepPartial', 'Awaited']);

/** Members of the types and classes that are Submit callbacks, through whatever they are made of in the same file. */
export function typeFields(analysis: ProgramAnalysis, scope: CallbackScope): readonly PayloadField[] {
  const { types, classes } = analysis.index;
  const declarations = new Map<string, Declaration>();
  for (const type of types) declarations.set(type.id.name, type);
  for (const node of classes) if (node.id) declarations.set(node.id.name, node);
  const fields: PayloadField[] = [];
  const reader = new TypeReader(declarations, fields);
  for (const [name, declaration] of declarations) if (scope.isCallback(name, declaration)) reader.declaration(declaration, () => true, 0);
  return fields;
}

/** Follows types to their members; knows which declarations it has been through. */
class TypeReader {
  readonly #declarations: ReadonlyMap<string, Declaration>;
  readonly #fields: PayloadField[];
  readonly #open = new Set<Node>();

  constructor(declarations: ReadonlyMap<string, Declaration>, fields: PayloadField[]) {
    this.#declarations = declarations;
    this.#fields = fields;
  }

  declaration(node: Declaration, keeps: Filter, depth: number): void {
    if (this.#open.has(node) || depth > maxDepth) return;
    this.#open.add(node);
    if (node.type === 'TSTypeAliasDeclaration') this.#type(node.typeAnnotation, keeps, depth + 1);
    else if (node.type === 'TSInterfaceDeclaration') {
      for (const parent of node.extends) if (parent.expression.type === 'Identifier') this.#reference(parent.expression.name, parent.typeArguments, keeps, depth + 1);
      for (const member of node.body.body) this.#member(member, keeps, depth);
    } else this.#class(node, keeps, depth);
    this.#open.delete(node);
  }

  #class(node: ClassNode, keeps: Filter, depth: number): void {
    if (node.superClass?.type === 'Identifier') this.#reference(node.superClass.name, undefined, keeps, depth + 1);
    for (const member of node.body.body) {
      if (member.type === 'PropertyDefinition' && !member.static) this.#field(member.key, member.computed, member.typeAnnotation?.typeAnnotation, keeps, depth);
    }
  }

  #member(member: TSESTree.TypeElement, keeps: Filter, depth: number): void {
    if (member.type === 'TSPropertySignature') this.#field(member.key, member.computed, member.typeAnnotation?.typeAnnotation, keeps, depth);
  }

  #field(key: Node, computed: boolean, type: TSESTree.TypeNode | undefined, keeps: Filter, depth: number): void {
    const name = computed ? undefined : nameOfKey(key);
    if (name === undefined || !keeps(name)) return;
    if (type?.type !== 'TSNeverKeyword' && type?.type !== 'TSUndefinedKeyword' && type?.type !== 'TSBooleanKeyword') this.#fields.push({ name, key });
    if (type) this.#type(type, () => true, depth + 1);
  }

  #type(type: TSESTree.TypeNode, keeps: Filter, depth: number): void {
    if (depth > maxDepth) return;
    switch (type.type) {
      case 'TSTypeLiteral':
        for (const member of type.members) this.#member(member, keeps, depth);
        break;
      case 'TSIntersectionType':
      case 'TSUnionType':
        for (const part of type.types) this.#type(part, keeps, depth + 1);
        break;
      case 'TSArrayType':
        this.#type(type.elementType, () => true, depth + 1);
        break;
      case 'TSTupleType':
        for (const element of type.elementTypes) this.#type(element, () => true, depth + 1);
        break;
      case 'TSNamedTupleMember':
        this.#type(type.elementType, keeps, depth + 1);
        break;
      case 'TSTypeOperator':
        if (type.typeAnnotation) this.#type(type.typeAnnotation, keeps, depth + 1);
        break;
      case 'TSMappedType':
        for (const key of literalKeys(type.constraint)) if (keeps(key.name)) this.#fields.push(key);
        if (type.typeAnnotation) this.#type(type.typeAnnotation, () => true, depth + 1);
        break;
      case 'TSTypeReference':
        if (type.typeName.type === 'Identifier') this.#reference(type.typeName.name, type.typeArguments, keeps, depth);
        break;
      default:
    }
  }

  #reference(name: string, args: TSESTree.TSTypeParameterInstantiation | undefined, keeps: Filter, depth: number): void {
    const [first, second] = args?.params ?? [];
    if (first && second && (name === 'Pick' || name === 'Omit')) {
      const named = new Set(literalKeys(second).map((key) => key.name));
      this.#type(first, (member) => keeps(member) && named.has(member) === (name === 'Pick'), depth + 1);
      return;
    }
    if (first && name === 'Record') {
      for (const key of literalKeys(first)) if (keeps(key.name)) this.#fields.push(key);
      if (second) this.#type(second, () => true, depth + 1);
      return;
    }
    const declaration = this.#declarations.get(name);
    if (declaration) this.declaration(declaration, keeps, depth + 1);
    // Type arguments are parts of the payload too: `Envelope<Details>`.
    if (transparent.has(name) || declaration) for (const argument of args?.params ?? []) this.#type(argument, transparent.has(name) ? keeps : () => true, depth + 1);
  }
}

/** The names that a union of literal types spells. */
function literalKeys(type: TSESTree.TypeNode | null | undefined): readonly PayloadField[] {
  if (type?.type === 'TSUnionType') return type.types.flatMap((part) => literalKeys(part));
  if (type?.type !== 'TSLiteralType' || type.literal.type !== 'Literal' || typeof type.literal.value !== 'string') return [];
  return [{ name: type.literal.value, key: type }];
}
