import { overriding } from './field-sets.ts';
import type { Address, FieldSet } from './request.ts';
import { noFields } from './request.ts';

/** What one call says of a request, before the defaults of its client are added. */
export interface CallReading {
  readonly url: Address | undefined;
  /** What relative URLs are joined to. */
  readonly base: Address | undefined;
  readonly headers: FieldSet;
  readonly query: FieldSet;
  readonly body: Address | undefined;
}

/** A call that says nothing. */
export const nothing: CallReading = { url: undefined, base: undefined, headers: noFields, query: noFields, body: undefined };

/** Joins what two arguments say; the second decides. */
export function merge(first: CallReading, second: CallReading): CallReading {
  return {
    url: second.url ?? first.url,
    base: second.base ?? first.base,
    headers: overriding(second.headers, first.headers),
    query: overriding(second.query, first.query),
    body: second.body ?? first.body,
  };
}
