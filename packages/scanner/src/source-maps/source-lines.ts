import { LineIndex } from '@submit-guard/core';
import type { Origin } from '@submit-guard/core';
import type { MappedSource } from './source-map.ts';

/** The lines of sources, found once for each source. */
export class SourceLines {
  readonly #indexes = new Map<string, LineIndex>();

  /** @param line - from 0. @returns `undefined` where the map does not bring the line along. */
  lineOf({ content }: MappedSource, line: number): string | undefined {
    if (content === undefined) return undefined;
    const { starts } = this.#indexOf(content);
    const start = starts[line];
    return start === undefined ? undefined : content.slice(start, starts[line + 1] ?? content.length);
  }

  /** Where a text stands first in a source, from 1; `undefined` where it does not. */
  placeOf({ content }: MappedSource, text: string): Origin | undefined {
    const at = content?.indexOf(text) ?? -1;
    return content === undefined || at === -1 ? undefined : this.#indexOf(content).originAt(at);
  }

  #indexOf(content: string): LineIndex {
    let index = this.#indexes.get(content);
    if (index === undefined) this.#indexes.set(content, (index = new LineIndex(content)));
    return index;
  }
}
