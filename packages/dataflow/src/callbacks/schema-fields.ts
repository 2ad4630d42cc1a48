import type { TSESTree } from '@typescript-eslint/types';
import type { ProgramAnalysis } from '../keys/analysis.ts';
import { calleeName } from '../syntax/callee-name.ts';
import type { Node } from '../syntax/node.ts';
import { outward } from '../syntax/node.ts';
import { staticName } from '../syntax/property-name.ts';
import { walk } from '../syntax/walk.ts';
import type { CallbackScope } from './callback-scope.ts';
import { callbackRouteOptions } from './handlers.ts';
import type { PayloadField } from './payload-field.ts';
import { innerMembers, isForbidden, schemaMembers } from './schema-members.ts';
import { qualifiedName } from './type-names.ts';

/** Functions that make a schema of others, whose fields may stand elsewhere. */
const making = /^(?:union|discriminatedUnion|variant|intersection|intersect|array|object|strictObject|lazy|pipe|extend|merge|and|pick|omit|Object|Union|Intersect|Composite|Array)$/;

const maxClimb = 16;
const maxFields = 2_000;

/** Fields, at any depth, of the validation schemas of Submit callbacks. */
export function schemaFields(analysis: ProgramAnalysis, scope: CallbackScope): readonly PayloadField[] {
  const roots = new Set([...namedSchemas(analysis, scope), ...inferredSchemas(analysis, scope), ...routeSchemas(analysis)]);
  const fields: PayloadField[] = [];
  const seen = new Set<Node>();
  const open = [...roots].reverse().map((root) => [...schemaMembers(analysis, root)]);
  for (let members = open.pop(); members !== undefined && fields.length < maxFields; members = open.pop()) {
    for (const member of members) {
      if (seen.has(member.key) || isForbidden(member)) continue;
      seen.add(member.key);
      fields.push({ name: member.name, key: member.key });
      open.push([...innerMembers(analysis, member)]);
    }
  }
  return fields;
}

/** Schemas that a variable, a member of a class or of a table of schemas names as a callback's. */
function namedSchemas(analysis: ProgramAnalysis, scope: CallbackScope): readonly Node[] {
  const made = analysis.index.calls.filter((call) => making.test(calleeName(call) ?? ''));
  return [...analysis.index.objects, ...made].flatMap((node) => rootAround(node, scope) ?? []);
}

/** The named schema that an expression is a part of. */
function rootAround(part: Node, scope: CallbackScope): Node | undefined {
  const names = (name: string | undefined, declaration: Node): boolean => name !== undefined && scope.isCallback(name.replace(/_?schema$/i, ''), declaration);
  let node = part;
  let table: Node | undefined;
  for (let climbed = 0; climbed < maxClimb; climbed += 1) {
    const { node: inner, parent } = outward(node);
    switch (parent?.type) {
      case 'VariableDeclarator':
        return parent.init === inner && parent.id.type === 'Identifier' && names(parent.id.name, parent.parent) ? inner : table;
      case 'PropertyDefinition':
        return parent.value === inner && names(staticName(parent), parent) ? inner : table;
      case 'AssignmentExpression':
        return parent.right === inner && parent.left.type === 'MemberExpression' && names(staticName(parent.left), parent.parent) ? inner : table;
      case 'Property':
        if (parent.value === inner && names(staticName(parent), parent)) table = inner;
        break;
      case 'CallExpression':
        // A field of a schema may be called a callback and hold how to reach one.
        if (parent.callee !== inner) table = undefined;
        break;
      case 'MemberExpression':
      case 'ObjectExpression':
      case 'ArrayExpression':
        break;
      default:
        return table;
    }
    node = parent;
  }
  return undefined;
}

/** `type SubmitCallback = z.infer<typeof schema>`: the schema of the type, whatever it is called. */
function inferredSchemas(analysis: ProgramAnalysis, scope: CallbackScope): readonly Node[] {
  return analysis.index.types.flatMap((declaration) => {
    if (declaration.type !== 'TSTypeAliasDeclaration' || !scope.isCallback(qualifiedName(declaration), declaration)) return [];
    const found: TSESTree.Identifier[] = [];
    walk(declaration.typeAnnotation, analysis.evaluator.keys, (node) => {
      if (node.type === 'TSTypeQuery') {
        const root = node.exprName.type === 'TSQualifiedName' && node.exprName.left.type === 'Identifier' ? node.exprName.left : node.exprName;
        if (root.type === 'Identifier') found.push(root);
      }
      return true;
    });
    return found;
  });
}

/** The schema of the body in the options of a route: `fastify.post('/submit/callback', { schema: { body } }, handler)`. */
function routeSchemas(analysis: ProgramAnalysis): readonly Node[] {
  return callbackRouteOptions(analysis).flatMap((options) =>
    options.properties.flatMap((property) => (property.type === 'Property' && staticName(property) === 'schema' ? [property.value] : [])),
  );
}
