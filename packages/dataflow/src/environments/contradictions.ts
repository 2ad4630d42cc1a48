import { environmentOfWord, wordsOf } from '@submit-guard/core';
import { visitValues } from '../folding/visit-values.ts';
import type { ProgramAnalysis } from '../keys/analysis.ts';
import { submitKeyName } from '../keys/key-names.ts';
import { namesOf } from '../origins/origin.ts';
import type { Opaque } from '../folding/value.ts';
import type { Node } from '../syntax/node.ts';
import { destinationOf } from '../requests/destination.ts';
import { unwrap } from '../syntax/node.ts';

export interface Contradiction {
  /** The name that contradicts the host. */
  readonly node: Node;
  readonly from: string;
  readonly to: string;
}

export interface EnvironmentOptions {
  /** Further words that name an environment which is not production: `dev`, `test`. */
  readonly otherEnvironments: readonly string[];
}

/** Keys that are named for one environment and sent to another. */
export function contradictions(analysis: ProgramAnalysis, options: EnvironmentOptions): readonly Contradiction[] {
  const others = new Set(options.otherEnvironments.map((word) => word.toLowerCase()));
  return analysis.submitRequests.flatMap(({ request, destination, credentials }) => {
    const kinds = new Set((request.url?.values ?? []).map((value) => destinationOf(value, analysis.hosts).kind));
    // Where a condition chooses the host it may well choose the key too.
    if (destination.named || (kinds.has('submit') && kinds.has('staging'))) return [];
    const found: Contradiction[] = [];
    visitValues(
      credentials.flatMap((field) => field.values),
      {
        opaque: (opaque) => {
          const words = wordsFor(analysis, opaque);
          const staging = words.find((word) => environmentOfWord(word) === 'staging' || others.has(word));
          const production = words.find((word) => environmentOfWord(word) === 'production');
          if (destination.kind === 'submit' && staging && !production) found.push({ node: nameNode(opaque), from: nameOf(staging), to: 'production' });
          if (destination.kind === 'staging' && production && !staging) found.push({ node: nameNode(opaque), from: 'production', to: 'staging' });
        },
      },
    );
    return found;
  });
}

function nameOf(word: string): string {
  return environmentOfWord(word) === 'staging' ? 'staging' : word;
}

function wordsFor(analysis: ProgramAnalysis, opaque: Opaque): readonly string[] {
  const told = opaque.origin.kind === 'call' ? submitKeyName(opaque, analysis.names, analysis.evaluator) : undefined;
  return (told === undefined ? namesOf(opaque.origin) : [told]).flatMap((name) => wordsOf(name));
}

/** The innermost name of an expression: the property of a member access, the argument of `env('...')`. */
function nameNode(opaque: Opaque): Node {
  const node = unwrap(opaque.node);
  if (node.type === 'MemberExpression') return node.property;
  if (node.type === 'CallExpression' && node.arguments[0]?.type === 'Literal') return node.arguments[0];
  return node;
}
