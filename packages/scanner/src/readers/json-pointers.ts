import type { Range } from '@submit-guard/core';
import { visit } from 'jsonc-parser';
import type { JSONPath } from 'jsonc-parser';

/** A JSON pointer (RFC 6901, section 3). */
function pointerOf(path: JSONPath): string {
  return path.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Takes, in ascending order, the offsets that lie in ranges that come in ascending order. */
class OffsetQueue {
  readonly #offsets: readonly number[];
  #next = 0;

  constructor(offsets: Iterable<number>) {
    this.#offsets = [...new Set(offsets)].sort((a, b) => a - b);
  }

  takeWithin(start: number, end: number): readonly number[] {
    const taken: number[] = [];
    for (let offset = this.#offsets[this.#next]; offset !== undefined && offset < end; offset = this.#offsets[++this.#next]) {
      if (offset >= start) taken.push(offset);
    }
    return taken;
  }
}

/** What keeps a document from being run as a script; source maps may begin with it (ECMA-426, section 10.3). */
const guard = /^\)\]\}[^\n]{0,100}/;

/**
 * The JSON pointers of the values at UTF-16 offsets, in one pass over the document. Comments and trailing commas are
 * allowed. An offset in a property name stands for the object that has the property.
 *
 * @param masks - ranges that hold keys. A pointer through a property name in one of them would spell a key: none is given.
 * @param strict - no pointers at all where the text is not JSON throughout; otherwise those before the first error.
 */
export function jsonPointersAt(text: string, offsets: readonly number[], masks: readonly Range[], strict: boolean): ReadonlyMap<number, string> {
  const wanted = new OffsetQueue(offsets);
  const starts = [...masks].sort((a, b) => a.start - b.start);
  const paths = new Map<number, JSONPath>();
  const unsafe = new Set<string | number>();
  let nextMask = 0;
  let failed = false;
  const isMasked = (start: number, end: number): boolean => {
    while (nextMask < starts.length && (starts[nextMask]?.end ?? 0) <= start) nextMask++;
    return (starts[nextMask]?.start ?? Infinity) < end;
  };
  const note = (start: number, length: number, path: () => JSONPath): void => {
    if (failed) return;
    for (const offset of wanted.takeWithin(start, start + length)) paths.set(offset, path());
  };
  try {
    visit(text.replace(guard, (line) => ' '.repeat(line.length)), {
      onObjectProperty: (property, start, length, _line, _character, path) => {
        if (isMasked(start, start + length)) unsafe.add(property);
        note(start, length, path);
      },
      onLiteralValue: (_value, start, length, _line, _character, path) => note(start, length, path),
      onError: () => {
        failed = true;
      },
    }, { allowTrailingComma: true });
  } catch (error) {
    // The parser goes down one call for each level, and a hostile document has more levels than the stack.
    if (!(error instanceof RangeError)) throw error;
    failed = true;
  }
  if (strict && failed) return new Map();
  const safe = [...paths].filter(([, path]) => !path.some((segment) => unsafe.has(segment)));
  return new Map(safe.map(([offset, path]) => [offset, pointerOf(path)]));
}
