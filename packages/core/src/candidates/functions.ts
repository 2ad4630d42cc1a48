import { firstFailing } from '../layouts/brackets.ts';
import type { Layout } from '../layouts/layout.ts';
import { mayBeParameter } from './parameter-places.ts';

/** A function of the text: where its head stands, and the words of each parameter (`String token`, `token string`). */
export interface FunctionHead {
  readonly name: string;
  readonly at: number;
  readonly parameters: readonly (readonly string[])[];
}

const head =
  /(?:\b(?:function|def|func|fun|fn|sub|proc|method|defp?)\s+(?:\([^()\n]*\)\s*)?([A-Za-z_][\w?!]*)|\b(?:const|let|var|val)\s+([A-Za-z_]\w*)\s*(?::[^=\n]{0,80})?=\s*(?:async\s*)?(?:function\s*\w*\s*)?|\b(?:(?:public|private|protected|internal|static|async|final|override|suspend|export|virtual)\s+)+(?:[\w<>[\]?,.]+\s+)?([A-Za-z_]\w*)|^[ \t]*(?:async[ \t]+|[\w<>[\]?]+[ \t]+)?\*?([A-Za-z_]\w*))\s*\(([^()]{0,2000}(?:\([^()]{0,500}\)[^()]{0,500}){0,8})\)/gm;
/** What follows the parameters of a function that is named without a word for functions: its body, its type, a modifier. */
const bodyNext = /^\s*(?:[:{]|=>|->|(?:throws|async|const|noexcept|override|where|final)\b)/;
const notFunctions = new Set(['if', 'for', 'while', 'switch', 'catch', 'return', 'await', 'super', 'foreach', 'elif', 'with', 'print', 'echo']);

/** How far in front of a use the function may begin whose parameter it is, in UTF-16 units and in functions. */
const longestFunction = 20_000;
const mostBetween = 200;

/** How many calls of one function are looked at. */
const mostCalls = 200;
/** Longest list of arguments that is read, in UTF-16 units. */
const longestCall = 4000;

/** The functions of one text and the places where they are called, each list made once. */
export class Functions {
  readonly #layout: Layout;
  #parameters: ReadonlyMap<string, readonly Parameter[]> | undefined;
  #found: readonly Head[] | undefined;
  /** The lists of parameters of all functions. */
  #words: string | undefined;
  readonly #mayHave = new Map<string, boolean>();
  readonly #calls = new Map<string, readonly number[]>();

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  /** Whether a word stands among the parameters of some function; a quick no for most. */
  mayHaveParameter(word: string): boolean {
    let answer = this.#mayHave.get(word);
    if (answer === undefined) this.#mayHave.set(word, (answer = this.#mayBeParameter(word) && this.#allWords.includes(word)));
    return answer;
  }

  get #allWords(): string {
    return (this.#words ??= this.#heads.map(({ list }) => list).join('\n'));
  }

  /** Whether a word stands where a parameter may: found out from where it stands, before anybody asks for the functions. */
  #mayBeParameter(word: string): boolean {
    return this.#layout.names.wordsOf(word).some((at) => mayBeParameter(this.#layout, at, at + word.length));
  }

  /** The last function in front of `use`, within some 20,000 units, that has a parameter of this name; and its number. */
  withParameter(parameter: string, use: number): { readonly head: FunctionHead; readonly index: number } | undefined {
    if (!this.mayHaveParameter(parameter)) return undefined;
    const found = lastBefore((this.#parameters ??= parametersOf(this.#heads)).get(parameter) ?? [], use);
    if (found === undefined || use - found.head.at > longestFunction) return undefined;
    if ((this.#heads[found.number + mostBetween + 1]?.at ?? use) < use) return undefined;
    const isMethod = /^(?:self|cls|this)$/.test(found.head.parameters[0]?.[0] ?? '');
    return { head: found.head, index: isMethod ? found.index - 1 : found.index };
  }

  /** Offsets behind the opening parentheses of the calls of a function or constructor. */
  callsOf(callee: string): readonly number[] {
    let calls = this.#calls.get(callee);
    if (calls === undefined) this.#calls.set(callee, (calls = this.#findCalls(callee)));
    return calls;
  }

  #findCalls(callee: string): number[] {
    const calls: number[] = [];
    const { text, names } = this.#layout;
    for (const at of names.wordsOf(callee)) {
      if (calls.length === mostCalls) break;
      const end = at + callee.length;
      const open = /^(?:\.new|::new)?\s*\(/.exec(text.slice(end, end + 8));
      if (!open || /\b(?:function|def|func|fun|fn|sub|class)\s+$/.test(text.slice(Math.max(0, at - 10), at))) continue;
      calls.push(end + open[0].length);
    }
    return calls;
  }

  get #heads(): readonly Head[] {
    return (this.#found ??= headsIn(this.#layout.text));
  }
}

/** A function of the text, its parameters as they stand there. */
interface Head {
  readonly name: string;
  readonly at: number;
  readonly list: string;
}

function headsIn(text: string): Head[] {
  const heads: Head[] = [];
  if (!text.includes('(')) return heads;
  for (const match of text.matchAll(head)) {
    const name = match[1] ?? match[2] ?? match[3] ?? match[4];
    if (name === undefined || notFunctions.has(name)) continue;
    // A name and parentheses at the beginning of a line may as well be a call.
    if (match[4] !== undefined && !bodyNext.test(text.slice(match.index + match[0].length, match.index + match[0].length + 60))) continue;
    heads.push({ name, at: match.index, list: match[5] ?? '' });
  }
  return heads;
}

function parametersOf(heads: readonly Head[]): ReadonlyMap<string, readonly Parameter[]> {
  const parameters = new Map<string, Parameter[]>();
  for (const [number, { name, at, list }] of heads.entries()) {
    const found = { name, at, parameters: list.split(',').map(wordsOfParameter) };
    // From the last: of parameters with the same word, the first one counts.
    for (let index = found.parameters.length - 1; index >= 0; index--) {
      for (const word of found.parameters[index] ?? []) {
        let named = parameters.get(word);
        if (named === undefined) parameters.set(word, (named = []));
        if (named[named.length - 1]?.number === number) named.pop();
        named.push({ head: found, number, index });
      }
    }
  }
  return parameters;
}

/** A word of a parameter. */
interface Parameter {
  readonly head: FunctionHead;
  /** Number of the function in the text. */
  readonly number: number;
  /** Number of the parameter in the function. */
  readonly index: number;
}

/** The last of some parameters, ascending, whose function begins in front of an offset. */
function lastBefore(parameters: readonly Parameter[], offset: number): Parameter | undefined {
  return parameters[firstFailing(0, parameters.length, (index) => (parameters[index]?.head.at ?? offset) < offset) - 1];
}

/** The words that may be the name of a parameter: `token: string` has one, `String token` and `token string` have two. */
function wordsOfParameter(parameter: string): readonly string[] {
  const plain = parameter.replace(/=.*/s, '').trim();
  const typed = /^[$&*@.]*([A-Za-z_]\w*)\s*[?!]?\s*:/.exec(plain)?.[1];
  return typed === undefined ? plain.split(/\s+/).map((word) => word.replace(/^[$&*@.]+/, '')) : [typed];
}

/**
 * Offset of the argument with a number, or with a name, in the call whose arguments start at `start`; -1 where there
 * is none.
 */
export function argumentAt(text: string, start: number, index: number, name: string): number {
  let depth = 0;
  let number = 0;
  let begin = start;
  let quote = '';
  let positional = -1;
  for (let i = start; i < Math.min(text.length, start + longestCall); i++) {
    const char = text.charAt(i);
    if (quote !== '') {
      if (char === '\\') i++;
      else if (char === quote) quote = '';
      continue;
    }
    if (char === '"' || char === "'" || char === '`') quote = char;
    else if ('([{'.includes(char)) depth++;
    if (')]}'.includes(char)) depth--;
    if ((char === ',' && depth === 0) || depth < 0) {
      const named = /^\s*([A-Za-z_]\w*)\s*(?:=(?!=)|:)\s*/.exec(text.slice(begin, Math.min(i, begin + 200)));
      if (named?.[1] === name) return begin + named[0].length;
      if (number === index && !named) positional = begin;
      number++;
      begin = i + 1;
    }
    if (depth < 0) break;
  }
  return positional;
}
