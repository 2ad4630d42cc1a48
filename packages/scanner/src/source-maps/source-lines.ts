import { lineStartsOf } from '@submit-guard/core';
import type { MappedSource } from './source-map.ts';

/** The lines of sources, found once for each source. */
export class SourceLines {
  readonly #starts = new Map<string, readonly number[]>();

  /** @param line - from 0. @returns `undefined` where the map does not bring the line along. */
  lineOf({ content }: MappedSource, line: number): string | undefined {
    if (content === undefined) return undefined;
    let starts = this.#starts.get(content);
    if (starts === undefined) this.#starts.set(content, (starts = lineStartsOf(content)));
    const start = starts[line];
    return start === undefined ? undefined : content.slice(start, starts[line + 1] ?? content.length);
  }
}
