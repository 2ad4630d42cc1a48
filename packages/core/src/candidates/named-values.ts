import { codesOf, isBlankAt } from '../characters/codes.ts';
import type { Layout } from '../layouts/layout.ts';
import type { NameClass } from '../names/classify-name.ts';
import { classifyName, namesOtherKey } from '../names/classify-name.ts';
import { credibilityOf } from '../values/credibility.ts';
import { mayHoldCredible } from '../values/random-rest.ts';
import { BrandZones } from './brand-zones.ts';
import type { Candidate } from './candidate.ts';
import { captionedStart } from './captions.ts';
import { columnValues, isInHeader, mayNameColumn } from './column-values.ts';
import { containersOf } from './containers.ts';
import type { Operand } from './expressions.ts';
import { credentialOf, operandsFrom } from './expressions.ts';
import { hidesValue } from './hidden-values.ts';
import { eachKeyName } from './key-names.ts';
import { pipedStart } from './piped-values.ts';
import { resolverOf } from './resolver.ts';
import { valueStart } from './separators.ts';
import { siblingStart } from './sibling-values.ts';

const brand = /atomyx|submit/i;
/** What follows a name in a sentence that says whose key it is. */
const prose = /^[ \t]+(?:for|of|to)\b/i;
const definesFunction = /\b(?:function|def|func|fun|fn|sub|get)\s+(?:\([^()]*\)\s*)?$/;
/** With what `definesFunction` ends, blanks aside. */
const lastOfFunction = codesOf('nfcbt)');
/** How many names that an expression refers to are followed. */
const mostReferences = 3;

/** What a text says besides its names. */
export interface NamedValueOptions {
  /** Names that mean a Submit key besides those that say so themselves. */
  readonly isSubmitName: (name: string) => boolean;
  /** The text names a Submit host: then names are followed to what they refer to, too. */
  readonly namesSubmit: boolean;
  /** Something other than names shows that what stands at an offset has to do with Submit; if not, only a name can convict. */
  readonly hasVicinity: (offset: number) => boolean;
}

/** Values that are bound to a name which speaks of a key. */
export function namedValues(layout: Layout, options: NamedValueOptions): readonly Candidate[] {
  const { text } = layout;
  const candidates: Candidate[] = [];
  const reader = new NamedValueReader(layout, options);
  eachKeyName(text, (start, end) => {
    reader.read(start, end, candidates);
  });
  return candidates;
}

/** A name and where it stands. */
interface Name {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Where its value starts, or -1 where it is elsewhere. */
  readonly at: number;
}

class NamedValueReader {
  readonly #layout: Layout;
  readonly #options: NamedValueOptions;
  #zones: BrandZones | undefined;

  constructor(layout: Layout, options: NamedValueOptions) {
    this.#layout = layout;
    this.#options = options;
  }

  /** Adds what a name is bound to. Most names are bound to nothing that could be a key: what is quick to tell is asked first. */
  read(start: number, end: number, candidates: Candidate[]): void {
    const { text } = this.#layout;
    const direct = valueStart(text, start, end);
    const at = direct === -1 ? captionedStart(this.#layout, start, end) : direct;
    const holdsValue = at !== -1 && !hidesValue(text, at);
    const isFunction = at === -1 && followsFunctionWord(text, start);
    const beside = siblingStart(this.#layout, start, end);
    const sibling = beside === -1 ? pipedStart(this.#layout, start, end) : beside;
    const isColumn = mayNameColumn(text, end) && isInHeader(this.#layout, start);
    if (!holdsValue && !isFunction && sibling === -1 && !isColumn) return;
    const name = { text: text.slice(start, end), start, end, at };
    if (!this.#mayConcernSubmit(name) && !(isColumn && brand.test(text))) return;
    const operands: Operand[] = holdsValue ? operandsFrom(text, at) : [];
    if (isFunction) operands.push(...resolverOf(this.#layout).returnedBy(name.text));
    if (sibling !== -1) operands.push(...operandsFrom(text, sibling));
    if (operands.length === 0 && isColumn && (this.#options.isSubmitName(name.text) || /^(?:submit|generic)-key/.test(classifyName(name.text)))) operands.push(...columnValues(this.#layout, start));
    if (operands.length === 0) return;
    const inQuery = /[?&]/.test(text.charAt(start - 1));
    const { namesSubmit } = this.#options;
    const promising = operands.filter(({ kind, start: from, end: to }) => (kind === 'literal' ? mayHoldCredible(text, from, to) : namesSubmit));
    if (promising.length === 0 || this.#namesAnother(name)) return;
    const literals = [...promising.filter(({ kind }) => kind === 'literal'), ...this.#literalsOf(promising)]
      .map((operand) => credentialOf(inQuery ? withoutFurtherParameters(operand) : operand)).filter((value) => credibilityOf(value.text) !== 'none');
    if (literals.length > 0) this.#addCandidates(name, literals, candidates);
  }

  /** Whether a name, or something around it, may speak of Submit. */
  #mayConcernSubmit(name: Name): boolean {
    return this.#options.hasVicinity(name.start) || this.#saysMore(name) || brand.test(name.text) || (this.#zones ??= new BrandZones(this.#layout)).holds(name.start);
  }

  /** Whether a name says by itself that it is not that of a Submit key, and nothing else says that it is. */
  #namesAnother(name: Name): boolean {
    return namesOtherKey(name.text) && !this.#saysMore(name);
  }

  /** Whether a name is one of the configuration, or the sentence goes on behind it. */
  #saysMore({ text: name, end }: Name): boolean {
    const { text } = this.#layout;
    return this.#options.isSubmitName(name) || (isBlankAt(text, end) && prose.test(text.slice(end, end + 40)));
  }

  /** What the first names that an expression refers to stand for. */
  #literalsOf(operands: readonly Operand[]): readonly Operand[] {
    const followed = operands.filter(({ kind, text }) => kind === 'reference' && classifyName(text) !== 'other-key').slice(0, mostReferences);
    return followed.flatMap((operand) => resolverOf(this.#layout).literalsOf(operand.text, operand.start));
  }

  #addCandidates({ text: name, start, end, at }: Name, literals: readonly ReturnType<typeof credentialOf>[], candidates: Candidate[]): void {
    const { text } = this.#layout;
    const containers = containersOf(this.#layout, start);
    const verdictIn = (names: readonly string[]): NameClass => (saysSubmit ? 'submit-key' : classifyName(name, names));
    const saysSubmit = this.#options.isSubmitName(name) || (at !== -1 && /\b(?:for|of|to)\b.*\b(?:atomyx|submit)\b/i.test(text.slice(end, at)));
    const section = containers[containers.length - 1];
    const header = /bearer|authori[sz]ation|withToken/i.test(name);
    const plain = verdictIn(containers);
    for (const { row, ...value } of literals) {
      const verdict = row === undefined ? plain : verdictIn([...containers, row]);
      if (verdict === 'none' || verdict === 'other-key') continue;
      candidates.push({ ...value, anchor: { start, end }, header, name: { text: name, class: verdict, ...(section === undefined ? {} : { section }) } });
    }
  }
}

/** Whether a name is that of a function which is defined there. */
function followsFunctionWord(text: string, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && isBlankAt(text, at)) at--;
  if (lastOfFunction[text.charCodeAt(at)] !== 1 || (at === start - 1 && text.charAt(at) !== ')')) return false;
  return definesFunction.test(text.slice(Math.max(0, start - 30), start));
}

/** Cuts a value of a query string off where the next parameter or the fragment starts. */
function withoutFurtherParameters(operand: Operand): Operand {
  const cut = operand.text.search(/[&#;]/);
  return cut === -1 ? operand : { ...operand, end: operand.start + cut, text: operand.text.slice(0, cut) };
}
