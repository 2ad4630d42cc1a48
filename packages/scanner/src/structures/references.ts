import type { Range } from '@submit-guard/core';
import type { Text } from './documents/text.ts';
import { partOf } from './documents/text.ts';
import type { Environment, Scope, Variable } from './structure.ts';
import { nameIn, template } from './structure.ts';

/** Variables within variables that are followed; rings end there. */
const deepest = 6;
/** Values that one name is followed to: two for each of a few scopes. */
const mostValues = 12;
/** Texts that are looked at for one address or credential, all in all: variables with many values of variables with many values end there. */
const mostSteps = 300;

/** How many texts may still be looked at. */
interface Budget {
  left: number;
}

/** What is in force for a request: its scopes, and perhaps an environment. */
export interface Context {
  readonly scope: Scope;
  readonly environment: Environment | undefined;
}

/** The values of a name. Those of the environment come first; what a scope within another one says, counts there. */
function valuesOf(name: string, { scope, environment }: Context): readonly Variable[] {
  const named = (variables: readonly Variable[]): readonly Variable[] => variables.filter((variable) => variable.name === name);
  const found = named(environment?.variables ?? []);
  if (found.some(({ text }) => text.value !== '')) return found.slice(0, mostValues);
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    const own = named(at.variables);
    if (own.length > 0) return own.slice(0, mostValues);
  }
  return found;
}

/** An address with its variables replaced, and where the host in it stands. */
export interface Address {
  readonly protocol?: string | undefined;
  /** Lower case; `undefined` where a variable without a value stands in it. */
  readonly host: string | undefined;
  readonly path: string;
  /** Of the host, or of what leads to it. */
  readonly place: Range;
  /** Of the address up to its query, as far as it stands in one place. */
  readonly whole: Range;
}

/** The addresses that a text with templates stands for. */
export function addressesOf(url: Text, context: Context): readonly Address[] {
  return expand(url, context, { left: mostSteps }).map(({ value, at }) => {
    const match = /^\s*(?:(https?|wss?):\/\/)?(?:[^/?#\s@]*@)?(\[[\d:a-f.]+\]|[^\s/:?#{}<>$]*)(?=[:/?#]|$)(:\d+)?([^?#]*)/i.exec(value);
    const host = match?.[2] === undefined || match[2] === '' ? undefined : match[2].toLowerCase();
    const start = host === undefined ? 0 : value.toLowerCase().indexOf(host, match?.[1] === undefined ? 0 : match[1].length + 3);
    const first = value.search(/\S/);
    return {
      host,
      protocol: match?.[1]?.toLowerCase(),
      path: match?.[4] ?? '',
      place: at(start, start + (host?.length ?? value.length)),
      whole: at(Math.max(0, first), Math.max(0, first) + (match?.[0].trimStart().length ?? value.length)),
    };
  });
}

interface Expanded {
  readonly value: string;
  /** Where a range of the value stands; a range that goes over several texts counts where it begins. */
  readonly at: (start: number, end: number) => Range;
}

/** The texts that one with templates stands for: the first template has all of its values, further ones their first. */
function expand(text: Text, context: Context, budget: Budget, depth = 0): readonly Expanded[] {
  const plain = { value: text.value, at: (start: number, end: number) => text.locate(start, end) };
  if (depth > deepest || budget.left-- <= 0) return [plain];
  const [match] = text.value.matchAll(template);
  if (match === undefined) return [plain];
  const end = match.index + match[0].length;
  const values = valuesOf(nameIn(match), context).filter((variable) => variable.text.value !== '');
  const [rest = { value: '', at: (): Range => text.locate(end, end) }] = expand(partOf(text, end), context, budget, depth + 1);
  const heads = values.length === 0 ? [{ value: match[0], at: (): Range => text.locate(match.index, end) }] : values.flatMap((variable) => expand(variable.text, context, budget, depth + 1));
  return heads.slice(0, mostValues).map((head) => joined({ value: text.value.slice(0, match.index), at: plain.at }, joined(head, rest)));
}

function joined(first: Expanded, second: Expanded): Expanded {
  const border = first.value.length;
  if (border === 0) return second;
  return {
    value: first.value + second.value,
    at: (start, end) => (start >= border ? second.at(start - border, end - border) : first.at(start, Math.min(end, border))),
  };
}

/** A text that a credential comes to. */
export interface Literal {
  readonly text: Text;
  /** The variables on the way, the last one first. */
  readonly variables: readonly Variable[];
  /** What stands in front of the credential in the header, as far as it is known: `Bearer `. */
  readonly prefix: string;
}

/** The literal texts that a text stands for, through variables, each without its scheme; and those that stand for nothing, as they are. */
export function literalsOf(text: Text, context: Context, budget: Budget = { left: mostSteps }, depth = 0): readonly Literal[] {
  const [, scheme = ''] = /^(\s*(?:[A-Za-z][\w-]{1,20}\s+)?)\S/.exec(text.value) ?? [];
  const credential = partOf(text, scheme.length, text.value.trimEnd().length);
  const [match] = credential.value.matchAll(template);
  const isFollowed = match?.[0].length === credential.value.length && depth < deepest && budget.left-- > 0;
  const values = isFollowed ? valuesOf(nameIn(match), context) : [];
  if (values.length === 0) return [{ text: credential, variables: [], prefix: scheme }];
  return values.flatMap((variable) => literalsOf(variable.text, context, budget, depth + 1).map((literal) => ({ text: literal.text, variables: [...literal.variables, variable], prefix: scheme + literal.prefix })));
}
