import { isBlankAt } from '../characters/codes.ts';
import type { Layout } from '../layouts/layout.ts';
import type { NameClass } from '../names/classify-name.ts';
import { classifyName, isKeyName } from '../names/classify-name.ts';
import { spellingAt } from '../names/spellings.ts';
import { credibilityOf } from '../values/credibility.ts';
import { mayHoldCredible } from '../values/random-rest.ts';
import { BrandZones } from './brand-zones.ts';
import type { Candidate } from './candidate.ts';
import { columnValues, isInHeader, mayNameColumn } from './column-values.ts';
import { containersOf } from './containers.ts';
import type { Operand } from './expressions.ts';
import { credentialOf, isPlaced, operandsFrom } from './expressions.ts';
import { followsFunctionWord } from './function-words.ts';
import { hidesValue } from './hidden-values.ts';
import { identityOf } from './identities.ts';
import { eachKeyName } from './key-names.ts';
import { looseStart } from './loose-values.ts';
import { pipedStart } from './piped-values.ts';
import { resolverOf } from './resolver.ts';
import { valueStart } from './separators.ts';
import { siblingStart } from './sibling-values.ts';
import { aliasedStart } from './yaml-aliases.ts';

const brand = /atomyx|submit/i;
/** What follows a name in a sentence that says whose key it is. */
const prose = /^[ \t]+(?:for|of|to)\b/i;
/** How many names that an expression refers to are followed. */
const mostReferences = 3;

const headerLike = /bearer|authori[sz]ation|withToken/i;

/** What a text says besides its names. */
export interface NamedValueOptions {
  /** Names that mean a Submit key besides those that say so themselves, where there are any. */
  readonly isSubmitName: ((name: string) => boolean) | undefined;
  /** The text names a Submit host: then names are followed to what they refer to, too. */
  readonly namesSubmit: boolean;
  /** The word Atomyx stands in the text. */
  readonly namesAtomyx: boolean;
  /** Something other than names shows that the text has to do with Submit; if not, only a name can convict. */
  readonly hasSign: boolean;
  /** Whether what stands at an offset is quickly told to go to another service. */
  readonly isElsewhere: (offset: number) => boolean;
  /** Whether the request that an offset belongs to goes to another service. */
  readonly isOthers: (offset: number) => boolean;
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
  /** Atomyx or Submit stands in it. */
  readonly namesBrand: boolean;
}

class NamedValueReader {
  readonly #layout: Layout;
  readonly #options: NamedValueOptions;
  #zones: BrandZones | undefined;
  #last: { readonly start: number; readonly identity: string | undefined } | undefined;

  constructor(layout: Layout, options: NamedValueOptions) {
    this.#layout = layout;
    this.#options = options;
  }

  /** Adds what a name is bound to. Most names are bound to nothing that could be a key: what is quick to tell is asked first. */
  read(start: number, end: number, candidates: Candidate[]): void {
    const { text } = this.#layout;
    const { isSurelyOther, namesBrand } = spellingAt(text, start, end);
    if (isSurelyOther && !this.#saysMore(start, end)) return;
    const direct = valueStart(text, start, end);
    const at = direct === -1 ? looseStart(this.#layout, start, end, namesBrand) : direct;
    const holdsValue = at !== -1 && !hidesValue(text, at);
    const isFunction = at === -1 && followsFunctionWord(text, start);
    const beside = siblingStart(this.#layout, start, end);
    const sibling = beside === -1 ? pipedStart(this.#layout, start, end) : beside;
    const isBound = holdsValue || isFunction || sibling !== -1;
    if (!isBound && !this.#isColumn(start, end)) return;
    const name = { text: text.slice(start, end), start, end, at, namesBrand };
    if (isBound && this.#isOfAnother(name) && !this.#isColumn(start, end)) return;
    const operands: Operand[] = holdsValue ? operandsFrom(text, aliasedStart(text, at)) : [];
    if (isFunction) operands.push(...resolverOf(this.#layout).returnedBy(name.text));
    if (sibling !== -1) operands.push(...operandsFrom(text, sibling));
    if (operands.length === 0 && (!isBound || this.#isColumn(start, end)) && (this.#isSubmitName(name.text) || /^(?:submit|generic)-key/.test(classifyName(name.text)))) operands.push(...columnValues(this.#layout, start));
    const { namesSubmit } = this.#options;
    const isPromising = operands.some((operand) => (operand.kind === 'literal' ? mayHoldCredible(text, operand.start, operand.end) : namesSubmit));
    if (isPromising && (this.#mayConcernSubmit(name) || this.#saysMore(start, end) || (this.#isColumn(start, end) && brand.test(text)))) this.#addCandidates(name, operands, candidates);
  }

  /** Whether a name is the header of a column. */
  #isColumn(start: number, end: number): boolean {
    return mayNameColumn(this.#layout.text, end) && isInHeader(this.#layout, start);
  }

  /** Whether a name stands in a record of another service, and neither it nor anything around it speaks of Submit. */
  #isOfAnother(name: Name): boolean {
    return this.#options.isElsewhere(name.start) && !this.#saysMore(name.start, name.end) && !this.#speaksOfSubmit(name);
  }

  /** Whether a name, or something around it, may speak of Submit. */
  #mayConcernSubmit(name: Name): boolean {
    return (this.#options.hasSign && !this.#options.isElsewhere(name.start)) || this.#speaksOfSubmit(name);
  }

  #speaksOfSubmit({ namesBrand, start }: Name): boolean {
    return namesBrand || (this.#zones ??= new BrandZones(this.#layout)).holds(start) || this.#identityOf(start) !== undefined;
  }

  /** The same name is asked about twice in a row. */
  #identityOf(start: number): string | undefined {
    if (!this.#options.namesAtomyx) return undefined;
    if (this.#last?.start !== start) this.#last = { start, identity: identityOf(this.#layout, start) };
    return this.#last.identity;
  }

  /** Whether a name is one of the configuration, or the sentence goes on behind it. */
  #saysMore(start: number, end: number): boolean {
    const { text } = this.#layout;
    return (this.#options.isSubmitName !== undefined && this.#options.isSubmitName(text.slice(start, end))) || (isBlankAt(text, end) && prose.test(text.slice(end, end + 40)));
  }

  #addCandidates(name: Name, operands: readonly Operand[], candidates: Candidate[]): void {
    const { text } = this.#layout;
    const resolver = resolverOf(this.#layout);
    const { namesSubmit } = this.#options;
    const literals = operands.filter(({ kind, start, end }) => kind === 'literal' && mayHoldCredible(text, start, end));
    const followed = namesSubmit ? this.#followedOf(operands).filter(({ text: reference }) => resolver.mayYield(reference)) : [];
    if (literals.length === 0 && followed.length === 0) return;
    const around = containersOf(this.#layout, name.start);
    const header = headerLike.test(name.text);
    const saysSubmit = this.#saysSubmit(name);
    const isNamed = saysSubmit || name.namesBrand || around.some((container) => brand.test(container));
    const identity = isNamed ? undefined : this.#identityOf(name.start);
    const containers = identity === undefined ? around : [...around, identity];
    const isGeneric = !isNamed && identity === undefined && operands.every(({ row }) => row === undefined);
    if (isGeneric && !this.#options.hasSign) return;
    // A generic name convicts by its place only.
    const mustBePlaced = isGeneric && ((!header && !isKeyName(name.text)) || this.#options.isOthers(name.start));
    const promising = mustBePlaced ? [...literals.filter(isPlaced), ...followed.filter(({ text: reference }) => resolver.mayYieldPlaced(reference))] : [...literals, ...followed];
    if (promising.length === 0) return;
    const verdictIn = (names: readonly string[]): NameClass => (saysSubmit ? 'submit-key' : classifyName(name.text, names));
    const plain = verdictIn(containers);
    const section = containers.at(-1);
    const inQuery = /[?&]/.test(text.charAt(name.start - 1));
    for (const operand of promising.flatMap((found) => (found.kind === 'literal' ? [found] : resolver.literalsOf(found.text, found.start)))) {
      if (mustBePlaced && !isPlaced(operand)) continue;
      const verdict = operand.row === undefined ? plain : verdictIn([...containers, operand.row]);
      if (verdict === 'none' || verdict === 'other-key') continue;
      const value = credentialOf(inQuery ? withoutFurtherParameters(operand) : operand);
      if (credibilityOf(value.text) === 'none') continue;
      candidates.push({ ...value, anchor: { start: name.start, end: name.end }, header, name: { text: name.text, class: verdict, ...(section === undefined ? {} : { section }) } });
    }
  }

  #isSubmitName(name: string): boolean {
    return this.#options.isSubmitName?.(name) ?? false;
  }

  #saysSubmit({ text: name, end, at }: Name): boolean {
    return this.#isSubmitName(name) || (at !== -1 && /\b(?:for|of|to)\b.*\b(?:atomyx|submit)\b/i.test(this.#layout.text.slice(end, at)));
  }

  /** The first names that an expression refers to, as far as they may be those of a key. */
  #followedOf(operands: readonly Operand[]): readonly Operand[] {
    return operands.filter(({ kind, text }) => kind === 'reference' && spellingAt(text, 0, text.length).class !== 'other-key').slice(0, mostReferences);
  }
}

/** Cuts a value of a query string off where the next parameter or the fragment starts. */
function withoutFurtherParameters(operand: Operand): Operand {
  const cut = operand.text.search(/[&#;]/);
  return cut === -1 ? operand : { ...operand, end: operand.start + cut, text: operand.text.slice(0, cut) };
}
