import { ContainerError } from '../container-error.ts';
import { beginsPropertyList, PropertyList } from './objects.ts';

/** How deep objects are followed. */
const deepest = 200;

/** Objects that are written, all in all: lists may hold one object any number of times. */
const mostObjects = 4_000_000;

interface Budget {
  left: number;
}

/**
 * Writes a property list as JSON, one property a line.
 *
 * An object of a keyed archive is written where it is referred to first, and is its number elsewhere: archives are graphs with rings.
 *
 * @throws ContainerError where it is damaged, or holds too much.
 */
export function* jsonOf(list: PropertyList, budget: Budget = { left: mostObjects }): Generator<string> {
  const writer = new Writer(list, budget);
  yield* writer.write(list.top, 0);
  yield '\n';
}

class Writer {
  readonly #list: PropertyList;
  /** Numbers of the objects of a keyed archive, by their place in its `$objects`. */
  readonly #archived: readonly number[];
  readonly #written = new Set<number>();
  readonly #budget: Budget;

  constructor(list: PropertyList, budget: Budget) {
    this.#list = list;
    this.#budget = budget;
    this.#archived = archivedIn(list);
  }

  *write(number: number, depth: number): Generator<string> {
    const object = this.#list.objectAt(number);
    if (depth > deepest) throw new ContainerError(`is nested more than ${deepest} deep`);
    if (this.#budget.left-- <= 0) throw new ContainerError(`comes to more than ${mostObjects} objects`);
    if (object.kind === 'text') yield JSON.stringify(object.value);
    else if (object.kind === 'plain') yield object.value;
    else if (object.kind === 'data') yield* this.#data(object.value, depth);
    else if (object.kind === 'uid') yield* this.#referred(object.value, depth);
    else if (object.kind === 'list') yield* this.#entries('[', object.items.map((item) => ({ item })), ']', depth);
    else yield* this.#object(object.keys, object.values, depth);
  }

  *#referred(uid: number, depth: number): Generator<string> {
    const number = this.#archived[uid];
    const kind = number === undefined ? undefined : this.#list.objectAt(number).kind;
    // Texts are written wherever they are used.
    if (number === undefined || (kind !== 'text' && this.#written.has(number))) {
      yield String(uid);
      return;
    }
    this.#written.add(number);
    yield* this.write(number, depth + 1);
  }

  *#object(keys: readonly number[], values: readonly number[], depth: number): Generator<string> {
    const entries = keys.map((key, index) => ({ key: this.#textAt(key), item: values[index] ?? 0 }));
    // A list or a dictionary of a keyed archive is an object with its items, or its keys and its objects, in lists.
    const own = new Map(entries.map(({ key, item }) => [key, item]));
    const [archivedKeys, archivedItems] = [this.#itemsAt(own.get('NS.keys')), this.#itemsAt(own.get('NS.objects'))];
    if (archivedItems !== undefined && archivedKeys?.length === archivedItems.length) yield* this.#entries('{', archivedItems.map((item, index) => ({ key: this.#textAt(archivedKeys[index] ?? 0), item })), '}', depth);
    else if (archivedItems !== undefined) yield* this.#entries('[', archivedItems.map((item) => ({ item })), ']', depth);
    // What an archive holds is written where its top refers to it.
    else yield* this.#entries('{', entries.filter(({ key, item }) => key !== '$class' && !(key === '$objects' && depth === 0 && this.#itemsAt(item) === this.#archived)), '}', depth);
  }

  *#entries(open: string, entries: readonly { readonly key?: string; readonly item: number }[], close: string, depth: number): Generator<string> {
    yield open;
    for (const [index, { key, item }] of entries.entries()) {
      yield `${index === 0 ? '' : ','}\n${' '.repeat(depth + 1)}${key === undefined ? '' : `${JSON.stringify(key)}: `}`;
      yield* this.write(item, depth + 1);
    }
    yield close;
  }

  /** Data is text, or another property list, or nothing that can be read. */
  *#data(bytes: Buffer, depth: number): Generator<string> {
    if (beginsPropertyList(bytes) && depth < deepest) {
      yield* jsonOf(new PropertyList(bytes), this.#budget);
      return;
    }
    const text = bytes.toString('utf8');
    yield text.includes('\uFFFD') || text.includes('\0') ? `"${bytes.length} bytes"` : JSON.stringify(text);
  }

  #itemsAt(number: number | undefined): readonly number[] | undefined {
    const object = number === undefined ? undefined : this.#list.objectAt(number);
    return object?.kind === 'list' ? (object.items.length === this.#archived.length && object.items.every((item, index) => item === this.#archived[index]) ? this.#archived : object.items) : undefined;
  }

  #textAt(number: number): string {
    const object = this.#list.objectAt(number);
    const archived = object.kind === 'uid' ? this.#archived[object.value] : undefined;
    const named = archived === undefined ? object : this.#list.objectAt(archived);
    return named.kind === 'text' || named.kind === 'plain' ? named.value : String(number);
  }
}

/** The objects of a keyed archive; none where the list is no archive. */
function archivedIn(list: PropertyList): readonly number[] {
  const top = list.objectAt(list.top);
  if (top.kind !== 'object') return [];
  const textAt = (number: number): string => {
    const object = list.objectAt(number);
    return object.kind === 'text' ? object.value : '';
  };
  const index = top.keys.findIndex((key) => textAt(key) === '$objects');
  const isArchive = top.keys.some((key) => textAt(key) === '$archiver');
  const objects = isArchive ? list.objectAt(top.values[index] ?? list.count) : undefined;
  return objects?.kind === 'list' ? objects.items : [];
}
