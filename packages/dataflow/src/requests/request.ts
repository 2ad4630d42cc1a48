import type { Frame } from '../folding/frame.ts';
import type { Value } from '../folding/value.ts';
import type { Variable } from '../scopes/scope-manager.ts';
import type { CallLike, Node } from '../syntax/node.ts';

/** A header or query parameter and where it is written. */
export interface Field {
  /** Lower case for headers. */
  readonly name: string;
  readonly values: readonly Value[];
  /** Where the value is written. */
  readonly node: Node;
  /** Where the name is written. */
  readonly key: Node;
}

export interface FieldSet {
  readonly fields: readonly Field[];
  /** False where other fields may exist that the program does not tell. */
  readonly complete: boolean;
  /** The object that holds them, where there is one. */
  readonly node?: Node;
  /** Variables through which other code may add to them. */
  readonly holders?: readonly Variable[];
}

/** A URL and where it is written: the argument or option itself, not where its value was folded from. */
export interface Address {
  readonly values: readonly Value[];
  readonly node: Node;
}

/** A request that the program makes, or the defaults of a client instance. */
export interface HttpRequest {
  readonly client: string;
  readonly node: CallLike;
  /** Binds the parameters of the wrapper around the call, for one call of that wrapper. */
  readonly frame: Frame | undefined;
  readonly kind: 'request' | 'instance';
  /** Calls that made the instance that it is sent with. */
  readonly instances?: readonly CallLike[];
  /** The scheme of its URL where the URL names none. */
  readonly protocol?: string | undefined;
  readonly url: Address | undefined;
  readonly headers: FieldSet;
  readonly query: FieldSet;
  readonly body: Address | undefined;
}

export const noFields: FieldSet = { fields: [], complete: true };
