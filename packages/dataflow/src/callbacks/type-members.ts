import type { TSESTree } from '@typescript-eslint/types';
import type { ProgramIndex } from '../programs/program-index.ts';
import type { ClassNode, Node } from '../syntax/node.ts';
import { isFunction, unwrap } from '../syntax/node.ts';
import { calleeName } from '../syntax/callee-name.ts';
import { nameOfKey } from '../syntax/property-name.ts';
import type { Declaration } from './type-names.ts';
import { qualifiedName, typeName } from './type-names.ts';

type TypeArguments = TSESTree.TSTypeParameterInstantiation | undefined;

/** A member of a type; `type` is what it holds, where that is written. */
export interface TypeMember {
  readonly name: string;
  /** Where the name is written. */
  readonly key: Node;
  readonly type: TSESTree.TypeNode | undefined;
}

/** What a type is made of. */
export interface TypeReading {
  readonly members: readonly TypeMember[];
  /** Types that its values hold without a name of their own: items, type arguments. */
  readonly parts: readonly TSESTree.TypeNode[];
}

const nothing: TypeReading = { members: [], parts: [] };
const maxDepth = 12;

/** Utility types that have the members of their first argument. */
const transparent: ReadonlySet<string> = new Set(['Partial', 'Required', 'Readonly', 'NonNullable', 'Promise', 'DeepPartial', 'Awaited', 'Simplify', 'Exact']);

/** Types that hold values of their arguments. */
const holders: ReadonlySet<string> = new Set(['Array', 'ReadonlyArray', 'Set', 'ReadonlySet', 'Map', 'ReadonlyMap', 'Iterable', 'AsyncIterable']);

/** The types and classes of one program by their names, and what they are made of. Knows nothing of other files. */
export class TypeMembers {
  readonly #declarations = new Map<string, Declaration[]>();

  constructor({ types, classes }: ProgramIndex) {
    for (const declaration of [...types, ...classes]) {
      if (!declaration.id) continue;
      for (const name of new Set([declaration.id.name, qualifiedName(declaration)])) this.#declarations.set(name, [...(this.#declarations.get(name) ?? []), declaration]);
    }
  }

  ofDeclaration(node: Declaration, depth = 0): TypeReading {
    if (depth > maxDepth) return nothing;
    if (node.type === 'TSTypeAliasDeclaration') return this.of(node.typeAnnotation, depth + 1);
    if (node.type !== 'TSInterfaceDeclaration') return this.#ofClass(node, depth);
    const inherited = node.extends.map(({ expression, typeArguments }) => (expression.type === 'Identifier' ? this.#reference(expression.name, typeArguments, depth + 1) : nothing));
    return joined([{ members: node.body.body.flatMap((member) => memberOf(member)), parts: [] }, ...inherited]);
  }

  of(type: TSESTree.TypeNode, depth = 0): TypeReading {
    if (depth > maxDepth) return nothing;
    switch (type.type) {
      case 'TSTypeLiteral':
        return { members: type.members.flatMap((member) => memberOf(member)), parts: [] };
      case 'TSIntersectionType':
      case 'TSUnionType':
        return joined(type.types.map((part) => this.of(part, depth + 1)));
      case 'TSConditionalType':
        return joined([this.of(type.trueType, depth + 1), this.of(type.falseType, depth + 1)]);
      case 'TSArrayType':
      case 'TSNamedTupleMember':
        return { members: [], parts: [type.elementType] };
      case 'TSTupleType':
        return { members: [], parts: type.elementTypes };
      case 'TSTypeOperator':
        return type.typeAnnotation && type.operator !== 'keyof' ? this.of(type.typeAnnotation, depth + 1) : nothing;
      case 'TSOptionalType':
      case 'TSRestType':
        return this.of(type.typeAnnotation, depth + 1);
      case 'TSIndexedAccessType':
        return this.#indexed(type, depth);
      case 'TSMappedType':
        return { members: this.#keys(type.constraint, depth).map((key) => ({ ...key, type: type.typeAnnotation })), parts: [] };
      case 'TSTypeReference':
        return this.#reference(typeName(type.typeName), type.typeArguments, depth);
      default:
        return nothing;
    }
  }

  #reference(name: string, args: TypeArguments, depth: number): TypeReading {
    const [first, second] = args?.params ?? [];
    if (first && second && (name === 'Pick' || name === 'Omit')) return this.#chosen(this.of(first, depth + 1), this.#keys(second, depth), name === 'Pick');
    if (first && name === 'Record') return { members: this.#keys(first, depth).map((key) => ({ ...key, type: second })), parts: second ? [second] : [] };
    if (first && transparent.has(name)) return this.of(first, depth + 1);
    if (holders.has(name)) return { members: [], parts: args?.params ?? [] };
    const declarations = this.#declarations.get(name) ?? this.#declarations.get(name.replace(/^.*\./, '')) ?? [];
    const readings = declarations.map((declaration) => this.ofDeclaration(declaration, depth + 1));
    // Type arguments are parts of the payload too: `Envelope<Details>`.
    return joined(declarations.length > 0 ? [...readings, { members: [], parts: args?.params ?? [] }] : []);
  }

  #chosen({ members, parts }: TypeReading, keys: readonly TypeMember[], keep: boolean): TypeReading {
    const names = new Set(keys.map((key) => key.name));
    return { members: members.filter((member) => names.has(member.name) === keep), parts };
  }

  #indexed(type: TSESTree.TSIndexedAccessType, depth: number): TypeReading {
    const names = new Set(this.#keys(type.indexType, depth).map((key) => key.name));
    const { members, parts } = this.of(type.objectType, depth + 1);
    return joined([...members.flatMap((member) => (names.has(member.name) && member.type ? [this.of(member.type, depth + 1)] : [])), { members: [], parts: names.size === 0 ? parts : [] }]);
  }

  /** The names that a type of keys spells: literals, their unions and aliases, `keyof`, `Exclude`, `Extract`. */
  #keys(type: TSESTree.TypeNode | null | undefined, depth: number): readonly TypeMember[] {
    if (!type || depth > maxDepth) return [];
    switch (type.type) {
      case 'TSUnionType':
        return type.types.flatMap((part) => this.#keys(part, depth + 1));
      case 'TSLiteralType':
        return type.literal.type === 'Literal' && typeof type.literal.value === 'string' ? [{ name: type.literal.value, key: type, type: undefined }] : [];
      case 'TSTypeOperator':
        return type.operator === 'keyof' && type.typeAnnotation ? this.of(type.typeAnnotation, depth + 1).members : [];
      case 'TSTypeReference': {
        const name = typeName(type.typeName);
        const [first, second] = type.typeArguments?.params ?? [];
        if (first && second && (name === 'Exclude' || name === 'Extract')) return this.#chosen({ members: this.#keys(first, depth + 1), parts: [] }, this.#keys(second, depth + 1), name === 'Extract').members;
        return (this.#declarations.get(name) ?? []).flatMap((declaration) => (declaration.type === 'TSTypeAliasDeclaration' ? this.#keys(declaration.typeAnnotation, depth + 1) : []));
      }
      default:
        return [];
    }
  }

  #ofClass(node: ClassNode, depth: number): TypeReading {
    const inherited = node.superClass ? this.#superClass(unwrap(node.superClass), depth + 1) : nothing;
    return joined([{ members: node.body.body.flatMap((member) => classMembers(member)), parts: [] }, inherited]);
  }

  /** `Base`, and the mapped classes of Nest: `PickType(Base, ['id'])`. */
  #superClass(node: Node, depth: number): TypeReading {
    if (node.type === 'Identifier') return this.#reference(node.name, undefined, depth);
    const name = node.type === 'CallExpression' ? (calleeName(node) ?? '') : '';
    if (node.type !== 'CallExpression' || depth > maxDepth || !/^(?:Pick|Omit|Partial|Intersection|Mapped)Type$/.test(name)) return nothing;
    const [base, names] = node.arguments;
    const reading = joined(node.arguments.map((argument) => this.#superClass(unwrap(argument), depth + 1)));
    if (!base || names?.type !== 'ArrayExpression' || !/^(?:Pick|Omit)Type$/.test(name)) return reading;
    const keys = names.elements.flatMap((element): TypeMember[] => (element?.type === 'Literal' ? [{ name: String(element.value), key: element, type: undefined }] : []));
    return this.#chosen(reading, keys, name === 'PickType');
  }
}

function memberOf(member: TSESTree.TypeElement): readonly TypeMember[] {
  if (member.type === 'TSMethodSignature' && member.kind === 'get') return named(member.key, member.returnType?.typeAnnotation);
  return member.type === 'TSPropertySignature' ? named(member.key, member.typeAnnotation?.typeAnnotation) : [];
}

/** What of a class can be seen from outside, and so ends up in JSON: fields, getters, parameters that are fields. */
function classMembers(member: TSESTree.ClassElement): readonly TypeMember[] {
  if (member.type === 'StaticBlock' || member.type === 'TSIndexSignature' || member.static || member.key.type === 'PrivateIdentifier') return [];
  if (member.type === 'MethodDefinition' && member.kind === 'constructor' && isFunction(member.value)) {
    return member.value.params.flatMap((parameter) => {
      if (parameter.type !== 'TSParameterProperty' || isHidden(parameter.accessibility)) return [];
      const target = parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter;
      return named(target, target.typeAnnotation?.typeAnnotation);
    });
  }
  if (isHidden(member.accessibility)) return [];
  if (member.type === 'MethodDefinition') return member.kind === 'get' ? named(member.key, undefined) : [];
  return 'typeAnnotation' in member ? named(member.key, member.typeAnnotation?.typeAnnotation) : [];
}

function isHidden(accessibility: string | undefined): boolean {
  return accessibility === 'private' || accessibility === 'protected';
}

function named(key: Node, type: TSESTree.TypeNode | undefined): readonly TypeMember[] {
  const name = nameOfKey(key);
  return name === undefined ? [] : [{ name, key, type }];
}

function joined(readings: readonly TypeReading[]): TypeReading {
  return { members: readings.flatMap((reading) => reading.members), parts: readings.flatMap((reading) => reading.parts) };
}
