import { parse } from '@typescript-eslint/parser';
import { parseSync } from 'oxc-parser';
import { Evaluator } from '../src/index.ts';
import { prepareProgram } from '../src/parsed.ts';
import type { Value } from '../src/folding/value.ts';
import { knownText } from '../src/folding/text.ts';
import type { Node } from '../src/syntax/node.ts';
import { walk } from '../src/syntax/walk.ts';
import { namesOf } from '../src/origins/origin.ts';

export const parsers = {
  'typescript-eslint': (code: string) => prepareProgram(parse(code, { range: true, ecmaFeatures: { jsx: true } }), code),
  oxc: (code: string) => prepareProgram(parseSync('a.tsx', code).program, code),
} as const;

/** Folds the argument of the first call of `$` in `code`. */
export function foldArgument(code: string, parser: keyof typeof parsers = 'typescript-eslint'): readonly Value[] {
  const facts = parsers[parser](code);
  let found: Node | undefined;
  walk(facts.program, facts.visitorKeys, (node) => {
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === '$') found ??= node.arguments[0];
  });
  if (!found) throw new Error('no call of $');
  return new Evaluator(facts).evaluate(found);
}

/** What was folded, in words: text as it is, holes as `{names}`, alternatives with ` | ` between. */
export function show(values: readonly Value[]): string {
  return values.map(showOne).join(' | ');
}

function showOne(value: Value): string {
  switch (value.kind) {
    case 'text':
      return value.parts.map((part) => (part.kind === 'piece' ? part.text : showOne(part))).join('');
    case 'opaque':
      return `{${namesOf(value.origin).join('.')}${value.carries ? ` <- ${value.carries.map(showOne).join(', ')}` : ''}}`;
    case 'list':
      return `[${value.items.map(show).join(', ')}${value.complete ? '' : ', ...'}]`;
    case 'record':
      return `{${value.entries.map((entry) => `${entry.name ?? '?'}: ${show(entry.values())}`).join(', ')}${value.complete ? '' : ', ...'}}`;
    default:
      return knownText(value) ?? value.kind;
  }
}

/** The source text of every piece of the first value. */
export function places(code: string, values: readonly Value[]): readonly string[] {
  const [value] = values;
  return value?.kind === 'text' ? value.parts.flatMap((part) => (part.kind === 'piece' ? [code.slice(part.place.start, part.place.end)] : [])) : [];
}
