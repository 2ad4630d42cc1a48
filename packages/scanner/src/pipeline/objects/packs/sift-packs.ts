import { closeSync, openSync } from 'node:fs';
import type { Unpacker } from '@submit-guard/prefilter';
import type { KnownIds } from '../../../git/known-ids.ts';
import { knowsId } from '../../../git/known-ids.ts';
import type { ObjectKind } from '../../../git/object-kinds.ts';
import { entryTypes } from '../../../git/packs/entry-header.ts';
import type { PackForest } from '../../../git/packs/pack-forest.ts';
import type { PackPortion } from '../../../git/packs/pack-portion.ts';
import { refersToKnown } from '../../../git/references.ts';
import { mayBeUnsigned } from '../../../containers/signs.ts';
import { beginsPlainText } from '../../../readers/index.ts';
import { headLength } from '../../../readers/reader.ts';
import type { BlobSearch } from '../../blob-search.ts';
import { loadSearch } from '../../blob-search.ts';
import type { Engine } from '../../engine.ts';
import type { SiftResult } from '../sift.ts';
import { resultOf, Sift } from '../sift.ts';
import { atFirstSight } from '../suspicion.ts';
import type { UnpackedObject } from './walk-pack.ts';
import { PackWalk, unknownMask } from './walk-pack.ts';

const kinds: Readonly<Record<number, ObjectKind>> = { [entryTypes.commit]: 'commit', [entryTypes.tree]: 'tree', [entryTypes.blob]: 'blob', [entryTypes.tag]: 'tag' };

/** What objects of a pack come to. */
export interface PackSiftResult extends SiftResult {
  /** Number of commits among them. */
  readonly commits: number;
}

/** Reads objects from packs and looks for what may be in them: in memory of its own, as they are looked at while their bases stand there. */
export class PackSifter {
  readonly #engine: Engine;
  readonly #search: BlobSearch;
  readonly #unpacker: Unpacker;
  #open: { readonly path: string; readonly descriptor: number; readonly walk: PackWalk } | undefined;
  #sift: Sift;
  #commits = 0;
  #known: KnownIds | undefined;

  /** @throws {TypeError} where the search of the engine cannot unpack. */
  constructor(engine: Engine) {
    const search = loadSearch(engine.detector.prefilter, engine.compiledSearch);
    if (search.unpacker === undefined) throw new TypeError('Packs can only be read by the kernel.');
    this.#engine = engine;
    this.#search = search;
    this.#unpacker = search.unpacker;
    this.#sift = new Sift(engine, false);
  }

  /** What cannot be read is marked as such in the forest. */
  sift({ forest, roots }: PackPortion, known: KnownIds | undefined): PackSiftResult {
    const sift = new Sift(this.#engine, false, known);
    this.#sift = sift;
    this.#known = known;
    this.#commits = 0;
    try {
      const walk = this.#walkOver(forest);
      for (const root of roots) walk.walk(root);
    } catch {
      // What was not read until here is left to git, which says why where it cannot be read at all.
    }
    return { ...resultOf(sift), commits: this.#commits };
  }

  close(): void {
    if (this.#open !== undefined) closeSync(this.#open.descriptor);
    this.#open = undefined;
  }

  #walkOver(forest: PackForest): PackWalk {
    if (this.#open?.path === forest.path) return this.#open.walk;
    this.close();
    const descriptor = openSync(forest.path, 'r');
    const walk = new PackWalk(forest, this.#search, this.#unpacker, descriptor, (object) => this.#take(forest, object));
    this.#open = { path: forest.path, descriptor, walk };
    return walk;
  }

  #take(forest: PackForest, object: UnpackedObject): number {
    const { type, start, end, mask: inherited } = object;
    const search = this.#search;
    const sift = this.#sift;
    const mask = inherited === unknownMask || search.mayHold(inherited) ? search.maskOf(start, end) : inherited;
    const mayHold = search.mayHold(mask) && holdsSigns(search, mask, start, end);
    if (mayHold || (type === entryTypes.blob && !this.#isPlain(start, end))) this.#look(forest, object, mayHold);
    if (sift.isClosed && type !== entryTypes.blob) sift.isClosed = this.#refersToKnown(object);
    sift.objects++;
    sift.bytes += end - start;
    if (type === entryTypes.commit) this.#commits++;
    return mask;
  }

  #look({ index: { ids, idBytes, names } }: PackForest, { entry, type, start, end }: UnpackedObject, mayHold: boolean): void {
    const sift = this.#sift;
    const bytes = this.#search.memory(0).subarray(start, end);
    const kind = kinds[type] ?? 'blob';
    const id = Buffer.from(ids.buffer, (names[entry] ?? 0) * idBytes, idBytes).toString('hex');
    const sight = atFirstSight(this.#engine, kind, bytes.subarray(0, headLength), mayHold);
    const info = { id, kind, size: bytes.length };
    if (sight === 'doubtful') sift.look(info, bytes);
    else if (sight === 'container') sift.containers.push(info);
    else if (sight === 'picture') sift.pictures.push(info);
    else if (sight !== undefined) sift.skipped.push({ id, reason: sight.opaque });
  }

  /** What a tree has from its base was asked for there. */
  #refersToKnown(object: UnpackedObject): boolean {
    const known = this.#known;
    const { type, start, end, isPatched } = object;
    if (known === undefined) return false;
    const memory = this.#search.memory(0);
    const ids = type === entryTypes.tree ? this.#unpacker.treeIds(object, known.idBytes, isPatched) : undefined;
    if (ids === undefined) return refersToKnown(kinds[type] ?? 'blob', memory.subarray(start, end), known);
    return ids.every((at) => knowsId(known, memory, at));
  }

  #isPlain(start: number, end: number): boolean {
    const first = this.#search.memory(0)[start];
    return start === end || (beginsPlainText(first ?? -1) && !mayBeUnsigned(first, '') && !this.#search.holdsNul(Math.min(end, start + headLength), start));
  }
}

function holdsSigns(search: BlobSearch, mask: number, start: number, end: number): boolean {
  const { candidates, suppressions, pictures } = search.signsOf(mask, start, end);
  return candidates || suppressions || pictures;
}
