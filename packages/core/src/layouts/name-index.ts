import { codesOf, isWordAt, letters, wordChars } from '../characters/codes.ts';

const isLetter = codesOf(`${letters}_`);
const isWord = codesOf(wordChars);

/** How many names are searched for in all of the text before an index is made. */
const mostSearches = 8;

/** Buckets for each name that stands in the text, at least. */
const leastBuckets = 256;

/** Offset behind the identifier that begins at an offset; that offset itself where none does. */
export function nameEnd(text: string, start: number): number {
  if (isLetter[text.charCodeAt(start)] !== 1) return start;
  let end = start + 1;
  while (isWordAt(text, end)) end++;
  return end;
}

/** Whether an identifier can begin at an offset: in a run of letters and digits it begins with the first letter. */
function beginsName(text: string, start: number): boolean {
  for (let at = start - 1; isWordAt(text, at); at--) if (isLetter[text.charCodeAt(at)] === 1) return false;
  return true;
}

/**
 * Where the identifiers of a text stand: ASCII letters, digits and underscores from the first letter of a run on. The first few names are searched
 * for; then all are put into a table at once, as searches for one after the other would take time that grows with the square of a text that is full of
 * short names.
 */
export class NameIndex {
  readonly #text: string;
  #searches = 0;
  #table: Table | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * The offsets at which an identifier stands, ascending.
   *
   * @returns `undefined` where `name` is no identifier.
   */
  placesOf(name: string): readonly number[] | undefined {
    if (name === '' || nameEnd(name, 0) !== name.length) return undefined;
    if (this.#table === undefined && this.#searches++ < mostSearches) return searched(this.#text, name);
    return looked(this.#text, name, (this.#table ??= tableOf(this.#text)));
  }

  /** The offsets at which a word stands that no letter, digit or underscore touches, whatever it is made of; ascending. */
  wordsOf(word: string): readonly number[] {
    const text = this.#text;
    const places = this.placesOf(word) ?? occurrencesIn(text, word);
    return places.filter((at) => !isWordAt(text, at - 1) && !isWordAt(text, at + word.length));
  }
}

function occurrencesIn(text: string, part: string): readonly number[] {
  const places: number[] = [];
  for (let at = part === '' ? -1 : text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) places.push(at);
  return places;
}

function searched(text: string, name: string): readonly number[] {
  return occurrencesIn(text, name).filter((at) => !isWordAt(text, at + name.length) && beginsName(text, at));
}

/** Offsets of identifiers, those with one hash next to each other and ascending: bucket `b` reaches from `ends[b - 1]` to `ends[b]`. */
interface Table {
  readonly offsets: Uint32Array;
  readonly ends: Uint32Array;
}

function looked(text: string, name: string, { offsets, ends }: Table): readonly number[] {
  let hash = 0;
  for (let at = 0; at < name.length; at++) hash = hashWith(hash, name.charCodeAt(at));
  const bucket = hash & (ends.length - 1);
  const own = offsets.subarray(ends[bucket - 1] ?? 0, ends[bucket]);
  const places: number[] = [];
  for (const at of own) if (text.startsWith(name, at) && !isWordAt(text, at + name.length)) places.push(at);
  return places;
}

/** One pass over the text finds the names, and counting puts them in order. */
function tableOf(text: string): Table {
  const found: number[] = [];
  const hashes: number[] = [];
  const { length } = text;
  for (let at = 0; at < length; at++) {
    let code = text.charCodeAt(at);
    if (isLetter[code] !== 1) continue;
    found.push(at);
    let hash = 0;
    do {
      hash = hashWith(hash, code);
      code = text.charCodeAt(++at);
    } while (isWord[code] === 1);
    hashes.push(hash);
  }
  let buckets = leastBuckets;
  while (buckets < found.length) buckets *= 2;
  const mask = buckets - 1;
  const ends = new Uint32Array(buckets);
  for (const hash of hashes) ends[hash & mask] = (ends[hash & mask] ?? 0) + 1;
  for (let bucket = 0, before = 0; bucket < buckets; bucket++) {
    const count = ends[bucket] ?? 0;
    ends[bucket] = before;
    before += count;
  }
  // While a bucket is filled, its end is that of what it holds so far.
  const offsets = new Uint32Array(found.length);
  for (let index = 0; index < found.length; index++) {
    const bucket = (hashes[index] ?? 0) & mask;
    const end = ends[bucket] ?? 0;
    offsets[end] = found[index] ?? 0;
    ends[bucket] = end + 1;
  }
  return { offsets, ends };
}

/** A hash of what was read so far and one more character; names of up to six characters have few in common. */
function hashWith(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}
