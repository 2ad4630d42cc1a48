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
    return looked(this.#text, name, this.#allNames);
  }

  /** Whether the identifier between two offsets stands nowhere else; a quick test that may say no of some that do not. */
  standsOnce(start: number, end: number): boolean {
    const { offsets, ends } = this.#allNames;
    const bucket = hashOf(this.#text, start, end) & (ends.length - 1);
    const first = bucket === 0 ? 0 : (ends[bucket - 1] ?? 0);
    return (ends[bucket] ?? 0) - first === 1 && offsets[first] === start;
  }

  get #allNames(): Table {
    return (this.#table ??= tableOf(this.#text));
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
  const bucket = hashOf(name, 0, name.length) & (ends.length - 1);
  const last = ends[bucket] ?? 0;
  const places: number[] = [];
  for (let index = bucket === 0 ? 0 : (ends[bucket - 1] ?? 0); index < last; index++) {
    const at = offsets[index] ?? 0;
    if (text.startsWith(name, at) && !isWordAt(text, at + name.length)) places.push(at);
  }
  return places;
}

/** Where the identifiers of a text begin, and their hashes, while a table is made: used again for the next text. */
let found = new Uint32Array(0);
let hashes = new Int32Array(0);

/** One pass over the text finds the names, and counting puts them in order. */
function tableOf(text: string): Table {
  const { length } = text;
  // Two identifiers have something between them.
  const most = (length >> 1) + 1;
  if (found.length < most) {
    found = new Uint32Array(most);
    hashes = new Int32Array(most);
  }
  let count = 0;
  for (let at = 0; at < length; at++) {
    if (isLetter[text.charCodeAt(at)] !== 1) continue;
    const start = at;
    do at++;
    while (isWord[text.charCodeAt(at)] === 1);
    found[count] = start;
    hashes[count++] = hashOf(text, start, at);
  }
  let buckets = leastBuckets;
  while (buckets < count) buckets *= 2;
  const mask = buckets - 1;
  const ends = new Uint32Array(buckets);
  for (let index = 0; index < count; index++) {
    const bucket = (hashes[index] ?? 0) & mask;
    ends[bucket] = (ends[bucket] ?? 0) + 1;
  }
  for (let bucket = 0, before = 0; bucket < buckets; bucket++) {
    const size = ends[bucket] ?? 0;
    ends[bucket] = before;
    before += size;
  }
  // While a bucket is filled, its end is that of what it holds so far.
  const offsets = new Uint32Array(count);
  for (let index = 0; index < count; index++) {
    const bucket = (hashes[index] ?? 0) & mask;
    const end = ends[bucket] ?? 0;
    offsets[end] = found[index] ?? 0;
    ends[bucket] = end + 1;
  }
  return { offsets, ends };
}

/** A hash of the first and the last characters of a name and of its length: most names differ in these. */
function hashOf(text: string, start: number, end: number): number {
  let hash = end - start;
  for (let at = start, last = Math.min(end, start + hashed); at < last; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  for (let at = Math.max(start + hashed, end - hashed); at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash ^ (hash >>> 15);
}

/** How many characters at either end of a name tell which bucket it is in. */
const hashed = 4;
