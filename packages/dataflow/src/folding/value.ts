import type { Origin } from '../origins/origin.ts';
import type { Variable } from '../scopes/scope-manager.ts';
import type { ClassNode, FunctionNode, Node } from '../syntax/node.ts';
import type { Frame } from './frame.ts';
import type { Place } from './place.ts';

/** A known stretch of text and where it was written. */
export interface Piece {
  readonly kind: 'piece';
  readonly text: string;
  readonly place: Place;
  /** The literal it comes from. */
  readonly node: Node;
  /** Decoders passed on the way, outermost first: `['base64']`. */
  readonly via: readonly string[];
  /** Parameters through which it came from a call site. */
  readonly through?: readonly Origin[];
}

/** A value that the program does not tell: a parameter, an import, an environment variable, the result of a call. */
export interface Opaque {
  readonly kind: 'opaque';
  readonly origin: Origin;
  readonly node: Node;
  /** What can still be read in it: `JSON.stringify(x)` carries `x`, a hash of `x` carries nothing. */
  readonly carries?: readonly Value[];
  /** What the program sets into it: objects of the members that are assigned. */
  readonly holds?: readonly Record[];
  /** Parameters through which the value came from a call site. */
  readonly through?: readonly Origin[];
  /** What the program calls the result of an unknown call: `const submitApiKey = await load()`. */
  readonly alias?: string;
  /** The result of an operation that is known to show nothing of what went in. */
  readonly cut?: boolean;
}

export type Part = Piece | Opaque;

/** Text of which some parts may be unknown. */
export interface Text {
  readonly kind: 'text';
  readonly parts: readonly Part[];
}

export interface Constant {
  readonly kind: 'constant';
  readonly value: number | bigint | boolean | null | undefined;
  readonly node: Node;
}

export interface Pattern {
  readonly kind: 'pattern';
  readonly source: string;
  readonly flags: string;
  readonly node: Node;
}

/** Bytes decoded from text. */
export interface Bytes {
  readonly kind: 'bytes';
  readonly bytes: Uint8Array;
  /** What they are decoded from. */
  readonly from: readonly Piece[];
  readonly node: Node;
  /** The decoder they went through. */
  readonly via: string | undefined;
}

export interface List {
  readonly kind: 'list';
  readonly items: readonly (readonly Value[])[];
  /** False where items are missing: spreads of unknown lists, later `push` calls of unknown values. */
  readonly complete: boolean;
  readonly node: Node;
}

/** One member of a record; values are folded when asked for. */
export interface Entry {
  /** `undefined` for a computed name that is not known. */
  readonly name: string | undefined;
  /** The property, assignment or call that sets it. */
  readonly node: Node;
  /** The name as written, for reports about the field. */
  readonly key: Node;
  /** Where the value is written. */
  readonly valueNode: Node;
  readonly values: () => readonly Value[];
  /** True where a branch may leave it out, so that earlier entries of the same name count too. */
  readonly possible?: boolean;
  /** True where the values are records whose entries are set into the record that is already there. */
  readonly patch?: boolean;
}

export interface Record {
  readonly kind: 'record';
  readonly entries: readonly Entry[];
  /** False where members may exist that `entries` does not tell. */
  readonly complete: boolean;
  readonly node: Node;
  /** What built it where it is not an object literal: `Headers`, `URLSearchParams`, `FormData`, `Map`. */
  readonly type?: string;
  /** Unknown values spread into it. */
  readonly spreads: readonly Opaque[];
  /** Variables that hold it: other code may reach it through them. */
  readonly holders?: readonly Variable[];
}

export interface Callable {
  readonly kind: 'function';
  readonly node: FunctionNode;
  readonly frame: Frame | undefined;
  /** What `this` is inside, for methods. */
  readonly self?: Value | undefined;
}

export interface Class {
  readonly kind: 'class';
  readonly node: ClassNode;
  readonly frame: Frame | undefined;
}

/** An object made by `new` of a class in the same program. */
export interface Instance {
  readonly kind: 'instance';
  readonly class: ClassNode;
  /** Binds the constructor's parameters; `undefined` for `this` seen from inside the class. */
  readonly frame: Frame | undefined;
  readonly node: Node;
}

export type Value = Text | Constant | Pattern | Bytes | List | Record | Callable | Class | Instance | Opaque;
