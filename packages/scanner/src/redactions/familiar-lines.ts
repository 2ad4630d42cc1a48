import type { Range } from '@submit-guard/core';
import { withoutEnd } from './line-ends.ts';
import { behindLineEnd } from './line-runs.ts';
import type { LinePart } from './line-shapes.ts';
import { LineShapes, longest } from './line-shapes.ts';
import { LineTemplate } from './line-template.ts';
import type { KnownShape, SettledShapes } from './settled-shapes.ts';

/** Lines that are alike but for their tokens. */
interface Family {
  readonly template: LineTemplate;
  /** Their shapes, by what counts of the tokens. */
  readonly shapes: Map<number, KnownShape>;
  /** What stood behind one of them the last time. */
  next: Family | undefined;
}

/** Families that a line is compared with. */
const mostCompared = 8;

/** Shapes that are remembered at most; then all are forgotten. */
const mostMet = 10_000;

/** Reads lines for their shapes; those that were met last are told by comparing. */
export class FamiliarLines {
  readonly #settled: SettledShapes;
  readonly #shapes = new LineShapes();
  readonly #recent: Family[] = [];
  /** Families of shapes that were met, by the ids of these; of those that were met once there is none, as most are never met again. */
  readonly #met = new Map<number, Family | undefined>();
  #last: Family | undefined;
  /** Which of the recent ones gives its place to the next. */
  #oldest = 0;
  #tokens: ArrayLike<number> = [];
  #end = 0;
  /** The bytes that were read last, and a view of them. */
  #viewed: Buffer = Buffer.alloc(0);
  #view: DataView = new DataView(new ArrayBuffer(0));

  constructor(settled: SettledShapes) {
    this.#settled = settled;
  }

  /** Offset behind the line that was read last, and its end; -1 where that was not found. */
  get end(): number {
    return this.#end;
  }

  /** The random tokens of the line that was read last, in order. */
  get tokens(): readonly Range[] {
    return Array.from({ length: this.#tokens.length / 2 }, (_, ordinal) => this.token(ordinal));
  }

  /** One of these. @param ordinal - from 0. */
  token(ordinal: number): Range {
    return { start: this.#tokens[2 * ordinal] ?? 0, end: this.#tokens[2 * ordinal + 1] ?? 0 };
  }

  /**
   * Reads the line that begins at an offset.
   *
   * @returns its shape; `undefined` for a line that is like no other.
   */
  read(bytes: Buffer, start: number): KnownShape | undefined {
    if (this.#viewed !== bytes) {
      this.#viewed = bytes;
      this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    }
    const family = this.#find(bytes, start);
    const known = family?.shapes.get(family.template.signature);
    if (family !== undefined && known !== undefined) {
      this.#tokens = family.template.tokens;
      this.#follow(family);
      return known;
    }
    const key = this.#shapes.read(bytes, start);
    this.#tokens = this.#shapes.tokens;
    this.#end = this.#shapes.end;
    if (key === undefined) {
      this.#last = undefined;
      return undefined;
    }
    const shape = this.#settled.of(key, () => withoutEnd(bytes.toString('latin1', start, this.#end)));
    if (family === undefined) this.#follow(beginsLine(bytes, start) ? this.#meet(shape, bytes, start) : undefined);
    else {
      family.shapes.set(family.template.signature, shape);
      this.#follow(family);
    }
    return shape;
  }

  /** Compares a line with those that it may be like. Behind what is no line end, it is read: what stands in front of it counts. */
  #find(bytes: Buffer, start: number): Family | undefined {
    if (!beginsLine(bytes, start)) return undefined;
    const expected = this.#last?.next;
    if (expected !== undefined && this.#matches(expected, bytes, start)) return expected;
    for (const recent of this.#recent) if (recent !== expected && this.#matches(recent, bytes, start)) return recent;
    return undefined;
  }

  #matches({ template }: Family, bytes: Buffer, start: number): boolean {
    const end = template.match(bytes, this.#view, start);
    if (end === -1 || end - start >= longest) return false;
    this.#end = behindLineEnd(bytes, end);
    return true;
  }

  #follow(family: Family | undefined): void {
    if (this.#last !== undefined) this.#last.next = family;
    this.#last = family;
  }

  /** Remembers the shape of the line that was read last. */
  #meet(shape: KnownShape, bytes: Buffer, start: number): Family | undefined {
    const isMet = this.#met.has(shape.id);
    const family = this.#met.get(shape.id) ?? (isMet ? this.#found(shape, bytes, start) : undefined);
    if (this.#met.size >= mostMet) this.#met.clear();
    this.#met.set(shape.id, family);
    if (family !== undefined && !this.#recent.includes(family)) {
      this.#recent[this.#oldest] = family;
      this.#oldest = (this.#oldest + 1) % mostCompared;
    }
    return family;
  }

  /** Makes a family of the line that was read last. */
  #found(shape: KnownShape, bytes: Buffer, start: number): Family {
    const parts: LinePart[] = [];
    this.#shapes.read(bytes, start, parts);
    const line = Buffer.from(withoutEnd(bytes.toString('latin1', start, this.#end)), 'latin1');
    const template = new LineTemplate(line, parts.map((part) => ({ ...part, start: part.start - start, end: part.end - start })));
    return { template, shapes: new Map([[template.signature, shape]]), next: undefined };
  }
}

function beginsLine(bytes: Buffer, start: number): boolean {
  return start === 0 || bytes[start - 1] === 0x0a || bytes[start - 1] === 0x0d;
}
