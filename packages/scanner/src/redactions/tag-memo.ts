import { Secret } from '@submit-guard/core';
import { tagOf } from './tag.ts';

/** Tags that are remembered at most; then all are forgotten. */
const mostTags = 1000;

/** The tags of keys that were met last: the same few stand in most lines of a log. */
export class TagMemo {
  readonly #tags = new Map<string, string>();

  of(value: string): string {
    const known = this.#tags.get(value);
    if (known !== undefined) return known;
    const tag = tagOf(new Secret(value));
    if (this.#tags.size >= mostTags) this.#tags.clear();
    this.#tags.set(value, tag);
    return tag;
  }
}
