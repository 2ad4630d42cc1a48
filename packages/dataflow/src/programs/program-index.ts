import type { TSESTree } from '@typescript-eslint/types';
import type { CallLike, ClassNode, FunctionNode, Node, Program, VisitorKeys } from '../syntax/node.ts';
import { isClass, isFunction } from '../syntax/node.ts';
import { nameOfKey } from '../syntax/property-name.ts';
import { walk } from '../syntax/walk.ts';

/** The nodes that the analyses start from, gathered in one walk. */
export interface ProgramIndex {
  readonly calls: readonly CallLike[];
  /** Calls by the name of the method called. */
  readonly callsByMethod: ReadonlyMap<string, readonly TSESTree.CallExpression[]>;
  readonly objects: readonly TSESTree.ObjectExpression[];
  readonly assignments: readonly TSESTree.AssignmentExpression[];
  readonly members: readonly TSESTree.MemberExpression[];
  readonly patternProperties: readonly TSESTree.Property[];
  readonly comparisons: readonly TSESTree.BinaryExpression[];
  /** Templates, and strings that are long enough to tell something or lead up to what does. */
  readonly texts: readonly (TSESTree.StringLiteral | TSESTree.TemplateLiteral)[];
  readonly functions: readonly FunctionNode[];
  readonly classes: readonly ClassNode[];
  readonly types: readonly (TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeAliasDeclaration)[];
  readonly imports: readonly TSESTree.ImportDeclaration[];
}

/**
 * @param eachNode - visits every node of the program in source order, where that costs less than a walk.
 * @param wanted - members and pattern properties are kept only where their name passes.
 */
export function indexProgram(program: Program, keys: VisitorKeys, eachNode: ((visit: (node: Node) => void) => void) | undefined, wanted: (name: string) => boolean): ProgramIndex {
  const callsByMethod = new Map<string, TSESTree.CallExpression[]>();
  const calls: CallLike[] = [];
  const objects: TSESTree.ObjectExpression[] = [];
  const assignments: TSESTree.AssignmentExpression[] = [];
  const members: TSESTree.MemberExpression[] = [];
  const patternProperties: TSESTree.Property[] = [];
  const comparisons: TSESTree.BinaryExpression[] = [];
  const texts: (TSESTree.StringLiteral | TSESTree.TemplateLiteral)[] = [];
  const functions: FunctionNode[] = [];
  const classes: ClassNode[] = [];
  const types: (TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeAliasDeclaration)[] = [];
  const imports: TSESTree.ImportDeclaration[] = [];

  const add = (node: Node): undefined => {
    switch (node.type) {
      // Every second node; nothing is asked of it.
      case 'Identifier':
        break;
      case 'CallExpression': {
        calls.push(node);
        const method = node.callee.type === 'MemberExpression' ? nameOfKey(node.callee.property) : undefined;
        if (method !== undefined) {
          const same = callsByMethod.get(method);
          if (same) same.push(node);
          else callsByMethod.set(method, [node]);
        }
        break;
      }
      case 'NewExpression':
        calls.push(node);
        break;
      case 'ObjectExpression':
        objects.push(node);
        break;
      case 'AssignmentExpression':
        assignments.push(node);
        break;
      case 'MemberExpression': {
        const name = nameOfKey(node.property);
        if (name !== undefined && wanted(name)) members.push(node);
        break;
      }
      case 'ObjectPattern':
        for (const property of node.properties) {
          const name = property.type === 'Property' && !property.computed ? nameOfKey(property.key) : undefined;
          if (property.type === 'Property' && name !== undefined && wanted(name)) patternProperties.push(property);
        }
        break;
      case 'BinaryExpression':
        if (/^[!=]==?$/.test(node.operator)) comparisons.push(node);
        break;
      case 'Literal':
        if (typeof node.value === 'string' && (node.value.length >= 8 || /[?&=]$/.test(node.value))) texts.push(node);
        break;
      case 'TemplateLiteral':
        texts.push(node);
        break;
      case 'TSInterfaceDeclaration':
      case 'TSTypeAliasDeclaration':
        types.push(node);
        break;
      case 'ImportDeclaration':
        imports.push(node);
        break;
      default:
        if (isFunction(node)) functions.push(node);
        else if (isClass(node)) classes.push(node);
    }
  };
  if (eachNode) eachNode(add);
  else walk(program, keys, add);
  return { calls, callsByMethod, objects, assignments, members, patternProperties, comparisons, texts, functions, classes, types, imports };
}
