import type { Layout } from '../layouts/layout.ts';
import { credibilityOf } from '../values/credibility.ts';
import { mayHoldCredible } from '../values/random-rest.ts';
import type { Definition } from './definitions.ts';
import { Definitions, definitionStart } from './definitions.ts';
import type { Operand } from './expressions.ts';
import { credentialOf, operandsFrom } from './expressions.ts';
import type { FunctionHead } from './functions.ts';
import { argumentAt, Functions } from './functions.ts';
import { returnedIn, returnsStrings } from './returned-values.ts';

/** How many names may stand between a use and its value. */
const longestChain = 6;
/** How many names are followed in one text, all in all: hostile text ends here, real code does not come near. */
const mostSteps = 20_000;
const functionName = /\b(?:function|def|func|fun|fn|sub|get|let)\s+(?:\([^()\n]*\)\s*)?(\w+)/g;
/** How much of a function is looked at, in UTF-16 units. */
const longestBody = 2000;
/** What is passed over of the line on which a function is named, in UTF-16 units. */
const longestHead = 200;
/** How many names are gathered to tell whether another may stand for anything. */
const mostGathered = 64;
/** A parameter of a shell function. */
const positional = /^\$\{?(\d)\}?$/;
/** Longest name that is looked up, in UTF-16 units. */
const longestName = 100;
/** Words that stand where a parameter's type is named. */
const typeNames = new Set(['string', 'String', 'str', 'object', 'any', 'int', 'bool', 'boolean', 'number', 'byte', 'char', 'Text', 'NSString']);

/** The part of a reference that is looked up, and the name in front of it unless that is the object itself. */
interface Reference {
  readonly leaf: string;
  readonly receiver: string | undefined;
}

function partsOf(reference: string): Reference {
  const parts = reference.split(/\.|->|::|\?\.|!\./).map((part) => part.replace(/^[$@?&*]+|[!?]+$/g, ''));
  const named = parts[parts.length - 2];
  return { leaf: parts[parts.length - 1] ?? '', receiver: named === undefined || /^(?:self|this|cls)?$/.test(named) ? undefined : named };
}

/** What the uses of a name may stand for, see `mayYield`. */
type Yield = 'nothing' | 'plain' | 'placed';

const isLookedUp = (leaf: string): boolean => leaf !== '' && leaf.length <= longestName && !typeNames.has(leaf);

/** The resolver of a text; there is one, so that nothing is looked up twice. */
export function resolverOf(layout: Layout): Resolver {
  return layout.derived(makeResolver);
}

const makeResolver = (layout: Layout): Resolver => new Resolver(layout);

/**
 * Finds what names stand for: definitions, arguments of calls, what functions return. Every answer is kept, and the
 * number of steps is capped, so that the cost grows with the length of the text whatever the text is.
 */
export class Resolver {
  readonly #layout: Layout;
  readonly #functions: Functions;
  readonly #definitions = new Map<string, Definitions>();
  /** By the last part of a reference, then by where it is defined and where the function begins whose parameter it is. */
  readonly #answers = new Map<string, Map<number, readonly Operand[]>>();
  readonly #yields = new Map<string, Yield>();
  readonly #references = new Map<string, Reference>();
  readonly #arguments = new Map<string, readonly Operand[]>();
  readonly #returned = new Map<string, readonly Operand[]>();
  #named: Map<string, number[]> | undefined;
  #steps = 0;
  #gathered = 0;

  constructor(layout: Layout) {
    this.#layout = layout;
    this.#functions = new Functions(layout);
  }

  /**
   * The credible literals that a name stands for: its closest definition before the use, through further names, and the
   * arguments of calls where it is a parameter.
   *
   * @param reference - an identifier or a path such as `config.apiKey`; its last part is what is looked up.
   * @param use - offset at which it is used.
   */
  literalsOf(reference: string, use: number, depth = 0): readonly Operand[] {
    const { leaf, receiver } = this.#partsOf(reference);
    if (!isLookedUp(leaf) || depth > longestChain || this.#steps++ > mostSteps || this.#yieldOf(leaf) === 'nothing') return [];
    const chosen = this.#definitionsOf(leaf).of(use, receiver);
    const function_ = chosen === undefined || chosen.operands.every(({ kind }) => kind === 'reference') ? this.#functions.withParameter(leaf, use) : undefined;
    let answers = this.#answers.get(leaf);
    if (answers === undefined) this.#answers.set(leaf, (answers = new Map<number, readonly Operand[]>()));
    const key = ((chosen?.at ?? -1) + 1) * (this.#layout.text.length + 1) + (function_?.head.at ?? -1) + 1;
    const known = answers.get(key);
    if (known !== undefined) return known;
    answers.set(key, []); // What refers to itself ends here.
    const found = chosen === undefined ? [] : this.#valuesOf(chosen, depth);
    const passed = found.length > 0 || function_ === undefined ? found : this.#passedTo(function_.head, function_.index, leaf, depth);
    // One literal may be reached in many ways.
    const answer = passed.length > 0 || chosen !== undefined ? [...new Set(passed)] : this.returnedBy(leaf);
    answers.set(key, answer);
    return answer;
  }

  /** The one literal that a name is defined as before its use, credible or not: a piece of a key need not be. */
  definedLiteral(reference: string, use: number): Operand | undefined {
    const leaf = reference.replace(/^.*(?:\.|->|::)|^[$@]/, '');
    const operands = this.#definitionsOf(leaf).lastBefore(use)?.operands ?? [];
    return operands.length === 1 && operands[0]?.kind === 'literal' ? operands[0] : undefined;
  }

  /** The credible literals that the functions, methods and getters of a name return, each with itself as its place. */
  returnedBy(name: string): readonly Operand[] {
    let literals = this.#returned.get(name);
    if (literals === undefined) this.#returned.set(name, (literals = this.#findReturned(name)));
    return literals;
  }

  /** Whether some use of a name may stand for a credible literal: a quick no for most, given once for all uses. */
  mayYield(reference: string): boolean {
    return this.#yieldOf(this.#partsOf(reference).leaf) !== 'nothing';
  }

  /** Whether some of these literals may have a place of their own: an argument of a call, what a function returns, an entry of a table. */
  mayYieldPlaced(reference: string): boolean {
    return this.#yieldOf(this.#partsOf(reference).leaf) === 'placed';
  }

  #yieldOf(leaf: string): Yield {
    let answer = this.#yields.get(leaf);
    if (answer === undefined) this.#yields.set(leaf, (answer = this.#findYield(leaf)));
    return answer;
  }

  /** Gathers what a name may lead to, wherever it is defined, until something needs a closer look. */
  #findYield(first: string): Yield {
    const names = new Set([first]);
    let found: Yield = 'nothing';
    for (const name of names) {
      this.#layout.noteName(name);
      if (names.size > mostGathered || this.#gathered++ > mostSteps) return 'placed';
      const known = this.#yields.get(name);
      if (known === 'placed') return known;
      if (known === 'plain') found = known;
      if (!isLookedUp(name) || known !== undefined) continue;
      if (this.#functions.mayHaveParameter(name) || (returnsStrings(this.#layout) && this.#namedFunctions().has(name.replace(/\W/g, '')))) return 'placed';
      for (const { operands } of this.#definitionsOf(name)) {
        for (const { kind, text, start, end, entry } of operands) {
          if (entry === true) return 'placed';
          if (kind === 'reference') names.add(this.#partsOf(text).leaf);
          else if (mayHoldCredible(this.#layout.text, start, end)) found = 'plain';
        }
        if (positional.test(operands[0]?.text ?? '')) found = 'plain';
      }
    }
    if (found === 'nothing') for (const name of names) this.#yields.set(name, found);
    return found;
  }

  #partsOf(reference: string): Reference {
    let parts = this.#references.get(reference);
    if (parts === undefined) this.#references.set(reference, (parts = partsOf(reference)));
    return parts;
  }

  #valuesOf(definition: Definition, depth: number): readonly Operand[] {
    const position = positional.exec(definition.operands[0]?.text ?? '')?.[1];
    if (position !== undefined) return this.#positionalArguments(definition.at, Number(position));
    const literals = definition.operands.filter(isCredible);
    if (literals.length > 0) return literals;
    return definition.operands.flatMap((operand) => (operand.kind === 'reference' ? this.literalsOf(operand.text, definition.at, depth + 1) : []));
  }

  #definitionsOf(leaf: string): Definitions {
    this.#layout.noteName(leaf);
    let definitions = this.#definitions.get(leaf);
    if (definitions === undefined) {
      const { text, names } = this.#layout;
      this.#definitions.set(leaf, (definitions = new Definitions(text, [...names.wordsOf(leaf)], (at) => this.#definitionAt(at, leaf))));
    }
    return definitions;
  }

  #definitionAt(at: number, leaf: string): Definition | undefined {
    const { text } = this.#layout;
    const valueAt = definitionStart(text, at, at + leaf.length);
    if (valueAt === -1) return undefined;
    const opening = opensTable.exec(text.slice(valueAt, valueAt + 80));
    const operands = opening ? this.#entriesAt(valueAt + opening[0].length - 1) : operandsFrom(text, valueAt);
    const itself = operands.length === 1 && operands[0]?.kind === 'reference' && operands[0].text.endsWith(leaf);
    return (operands.length > 0 || opening) && !itself ? { at, valueAt, operands } : undefined;
  }

  /** The credible strings of the map or list whose bracket stands at an offset. */
  #entriesAt(open: number): Operand[] {
    const pair = this.#layout.pairAround(open + 1);
    if (pair?.start !== open || pair.end - open > 20_000) return [];
    return Array.from(this.#layout.stringsWithin(pair), ({ start, end }): Operand => ({ kind: 'literal', start, end, text: this.#layout.text.slice(start, end), entry: true })).filter(isCredible);
  }

  /** The literals that calls pass to a parameter of a function, or of the class that it constructs. */
  #passedTo({ name, at }: FunctionHead, index: number, parameter: string, depth: number): readonly Operand[] {
    this.#layout.noteFar();
    const { text } = this.#layout;
    const constructs = /^(?:__init__|constructor|initialize|init|__construct|new)$/.test(name);
    const className = constructs ? Array.from(text.slice(Math.max(0, at - 20_000), at).matchAll(/\b(?:class|struct|impl|interface|object)\s+([A-Za-z_]\w*)/g)).pop()?.[1] : undefined;
    const literals: Operand[] = [];
    for (const operand of this.#argumentsOf(className ?? name, index, parameter)) {
      if (operand.kind === 'literal') literals.push(operand);
      else literals.push(...this.literalsOf(operand.text, operand.site ?? operand.start, depth + 1));
    }
    return literals;
  }

  /** The credible literals and the references that calls of a function or constructor pass to its parameter with a number or a name. */
  #argumentsOf(callee: string, index: number, parameter: string): readonly Operand[] {
    const key = `${index} ${parameter} ${callee}`;
    let found = this.#arguments.get(key);
    if (found === undefined) this.#arguments.set(key, (found = this.#findArguments(callee, index, parameter)));
    return found;
  }

  #findArguments(callee: string, index: number, parameter: string): readonly Operand[] {
    const { text } = this.#layout;
    const sites = [...this.#functions.callsOf(callee), ...(/^[A-Z]/.test(callee) ? this.#functions.callsOf('this') : [])];
    return sites.flatMap((site) => {
      const argument = argumentAt(text, site, index, parameter);
      const operands = argument === -1 ? [] : operandsFrom(text, argument);
      return operands.filter((operand) => operand.kind === 'reference' || isCredible(operand)).map((operand) => ({ ...operand, site }));
    });
  }

  /** The literals that calls of a shell function pass as its `$1`, `$2` ... */
  #positionalArguments(inside: number, position: number): readonly Operand[] {
    this.#layout.noteFar();
    const { text } = this.#layout;
    const head = text.slice(Math.max(0, inside - 5000), inside);
    const name = Array.from(head.matchAll(/(?:^|\n)[ \t]*(?:function[ \t]+)?([A-Za-z_][\w-]*)[ \t]*\(\)[ \t]*\{/g)).pop()?.[1];
    if (name === undefined || position < 1) return [];
    const word = `(?:"[^"\\n]{0,500}"|'[^'\\n]{0,500}'|[^\\s"';|&]{1,500})`;
    const call = new RegExp(`(?:^|[\\n;|&(])[ \\t]*${name}(?:[ \\t]+${word}){${String(position - 1)}}[ \\t]+(${word})`, 'g');
    return Array.from(text.matchAll(call), (match) => match.index + match[0].length - (match[1] ?? '').length)
      .flatMap((start) => operandsFrom(text, start).slice(0, 1))
      .filter(({ kind }) => kind === 'literal');
  }

  /** Where the names of functions end, by name. */
  #namedFunctions(): ReadonlyMap<string, readonly number[]> {
    if (this.#named !== undefined) return this.#named;
    const named = (this.#named = new Map<string, number[]>());
    for (const match of this.#layout.text.matchAll(functionName)) {
      const name = match[1] ?? '';
      const end = match.index + match[0].length;
      const others = named.get(name);
      if (others) others.push(end);
      else named.set(name, [end]);
    }
    return named;
  }

  #findReturned(name: string): readonly Operand[] {
    this.#layout.noteFar();
    const { text } = this.#layout;
    const plain = name.replace(/\W/g, '');
    if (plain === '' || plain.length > longestName || !returnsStrings(this.#layout)) return [];
    const literals: Operand[] = [];
    for (const end of this.#namedFunctions().get(plain) ?? []) {
      const lineEnd = text.indexOf('\n', end);
      const from = Math.min(lineEnd === -1 ? text.length : lineEnd, end + longestHead);
      for (const at of returnedIn(this.#layout, from, Math.min(text.length, from + longestBody))) {
        const literal = operandsFrom(text, at)[0];
        if (literal !== undefined && isCredible(literal)) literals.push({ ...literal, site: literal.start });
      }
    }
    return literals;
  }
}

/** A map or list, with its type in front of it: `{`, `[`, `map[string]string{`, `new Dictionary<string, string> {`. */
const opensTable = /^\s*(?:(?:new\s+)?[A-Za-z][\w.]*(?:\[[\w.]*\]|<[\w., ]*>)*[\w.]*\s*)?[{[]/;

function isCredible(operand: Operand): boolean {
  return operand.kind === 'literal' && credibilityOf(credentialOf(operand).text) !== 'none';
}

