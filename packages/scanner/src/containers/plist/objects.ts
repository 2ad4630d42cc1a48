import { ContainerError } from '../container-error.ts';

const signature = Buffer.from('bplist00');
const trailerLength = 32;

/** Whether bytes are the first of a binary property list. */
export function beginsPropertyList(head: Buffer): boolean {
  return head.subarray(0, signature.length).equals(signature);
}

/** An object of a list; those within it are numbers of objects. */
export type PlistObject =
  | { readonly kind: 'text'; readonly value: string }
  /** Numbers, dates, booleans: what is no text and holds none. */
  | { readonly kind: 'plain'; readonly value: string }
  | { readonly kind: 'data'; readonly value: Buffer }
  /** Refers to an object of a keyed archive. */
  | { readonly kind: 'uid'; readonly value: number }
  | { readonly kind: 'list'; readonly items: readonly number[] }
  | { readonly kind: 'object'; readonly keys: readonly number[]; readonly values: readonly number[] };

/** The objects of a binary property list, each read when it is asked for. */
export class PropertyList {
  readonly count: number;
  /** Number of the outermost object. */
  readonly top: number;
  readonly #bytes: Buffer;
  readonly #offsetSize: number;
  readonly #referenceSize: number;
  readonly #table: number;

  /** @throws ContainerError where the trailer cannot be one. */
  constructor(bytes: Buffer) {
    if (bytes.length < signature.length + trailerLength) throw new ContainerError('is cut short');
    const trailer = bytes.subarray(bytes.length - trailerLength);
    this.#bytes = bytes;
    this.#offsetSize = trailer.readUInt8(6);
    this.#referenceSize = trailer.readUInt8(7);
    this.count = Number(trailer.readBigUInt64BE(8));
    this.top = Number(trailer.readBigUInt64BE(16));
    this.#table = Number(trailer.readBigUInt64BE(24));
    const end = bytes.length - trailerLength;
    const isSound = [this.#offsetSize, this.#referenceSize].every((size) => size >= 1 && size <= 8) && this.top < this.count && this.#table >= signature.length && this.#table + this.count * this.#offsetSize <= end;
    if (!isSound) throw new ContainerError('is cut short or damaged: it does not end with the table of a binary property list');
  }

  /** @throws ContainerError where there is no such object. */
  objectAt(number: number): PlistObject {
    if (number >= this.count) throw damaged();
    const at = this.#number(this.#table + number * this.#offsetSize, this.#offsetSize);
    const marker = this.#byte(at);
    const [kind, low] = [marker >> 4, marker & 0x0f];
    if (kind === 0x8) return { kind: 'uid', value: this.#number(at + 1, low + 1) };
    if (kind < 0x4) return { kind: 'plain', value: this.#plain(at, kind, low) };
    const { count, start } = this.#length(at, low);
    switch (kind) {
      case 0x4: return { kind: 'data', value: this.#slice(start, count) };
      case 0x5: return { kind: 'text', value: this.#slice(start, count).toString('latin1') };
      case 0x6: return { kind: 'text', value: Buffer.from(this.#slice(start, count * 2)).swap16().toString('utf16le') };
      case 0x7: return { kind: 'text', value: this.#slice(start, count).toString('utf8') };
      case 0xa: case 0xb: case 0xc: return { kind: 'list', items: this.#references(start, count) };
      case 0xd: return { kind: 'object', keys: this.#references(start, count), values: this.#references(start + count * this.#referenceSize, count) };
      default: throw damaged();
    }
  }

  #plain(at: number, kind: number, low: number): string {
    if (kind === 0) return low === 8 ? 'false' : low === 9 ? 'true' : 'null';
    const size = 2 ** low;
    if (kind === 1) return String(size > 8 ? 0 : this.#number(at + 1, size));
    const bytes = this.#slice(at + 1, size);
    return String(size === 8 ? bytes.readDoubleBE(0) : size === 4 ? bytes.readFloatBE(0) : 0);
  }

  /** How many elements an object has, and where they begin: a count that is no nibble stands as a number behind the marker. */
  #length(at: number, low: number): { readonly count: number; readonly start: number } {
    if (low !== 0x0f) return { count: low, start: at + 1 };
    const size = 2 ** (this.#byte(at + 1) & 0x0f);
    if (this.#byte(at + 1) >> 4 !== 1 || size > 8) throw damaged();
    return { count: this.#number(at + 2, size), start: at + 2 + size };
  }

  #references(start: number, count: number): readonly number[] {
    const bytes = this.#slice(start, count * this.#referenceSize);
    return Array.from({ length: count }, (_, index) => this.#number(start + index * this.#referenceSize, this.#referenceSize, bytes));
  }

  #slice(start: number, length: number): Buffer {
    if (start + length > this.#bytes.length) throw damaged();
    return this.#bytes.subarray(start, start + length);
  }

  #byte(at: number): number {
    return this.#slice(at, 1).readUInt8(0);
  }

  /** A number without a sign; what does not fit is larger than any offset. */
  #number(at: number, size: number, known = this.#slice(at, size)): number {
    const bytes = known.length === size ? known : this.#slice(at, size);
    return size <= 6 ? bytes.readUIntBE(0, size) : bytes.reduce((value, byte) => value * 256 + byte, 0);
  }
}

function damaged(): ContainerError {
  return new ContainerError('is damaged: an object of the property list is not where it should be');
}
