import type { Range } from '../evidence/evidence.ts';

/** An encoded stretch of a text and what it stands for. */
export interface Decoding extends Range {
  readonly decoded: string;
  /** Name of the decoder, for `via`. */
  readonly decoder: string;
  /** UTF-16 units of encoded text for one byte of decoded text, in UTF-8, where they are proportional (hex 2, base64 4/3). */
  readonly ratio?: number;
}

interface Segment {
  readonly outStart: number;
  readonly outEnd: number;
  readonly start: number;
  readonly end: number;
  readonly decoding?: Decoding;
}

/** Where a stretch of rewritten text stands in the text before. */
export interface Origin extends Range {
  /** The pieces, where something between them was taken out. */
  readonly pieces?: readonly Range[];
  readonly via: readonly string[];
}

/** A text in which encoded stretches are replaced by what they stand for, and the way back. */
export class Rewriting {
  readonly text: string;
  readonly #segments: readonly Segment[];

  /**
   * @param source - the text before.
   * @param decodings - in any order; of overlapping ones the longer counts.
   */
  constructor(source: string, decodings: readonly Decoding[]) {
    const segments: Segment[] = [];
    const parts: string[] = [];
    let at = 0;
    let out = 0;
    const push = (text: string, start: number, end: number, decoding?: Decoding): void => {
      segments.push({ outStart: out, outEnd: out + text.length, start, end, ...(decoding ? { decoding } : {}) });
      parts.push(text);
      out += text.length;
    };
    for (const decoding of withoutOverlaps(decodings)) {
      if (decoding.start > at) push(source.slice(at, decoding.start), at, decoding.start);
      push(decoding.decoded, decoding.start, decoding.end, decoding);
      at = decoding.end;
    }
    push(source.slice(at), at, source.length);
    this.text = parts.join('');
    this.#segments = segments;
  }

  /** Whether a stretch of the new text touches a decoded one. */
  touches(range: Range): boolean {
    return this.originOf(range).via.length > 0;
  }

  /** Maps a stretch of the new text back. An encoded stretch maps to its encoded text, whole units only. */
  originOf(range: Range): Origin {
    let low = 0;
    let high = this.#segments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#segments[middle]?.outEnd ?? 0) <= range.start) low = middle + 1;
      else high = middle;
    }
    const via = new Set<string>();
    const pieces: { start: number; end: number }[] = [];
    let apart = false;
    for (let i = low; i < this.#segments.length; i++) {
      const segment = this.#segments[i];
      if (segment === undefined || segment.outStart >= range.end) break;
      const { decoding } = segment;
      if (decoding) via.add(decoding.decoder);
      if (segment.outStart === segment.outEnd) {
        if (segment.outStart > range.start) apart = true;
        continue;
      }
      const from = Math.max(range.start, segment.outStart) - segment.outStart;
      const to = Math.min(range.end, segment.outEnd) - segment.outStart;
      const piece = decoding ? encodedPart(segment, decoding, from, to) : { start: segment.start + from, end: segment.start + to };
      const last = pieces[pieces.length - 1];
      if (last && !apart) last.end = piece.end;
      else pieces.push(piece);
      apart = false;
    }
    const first = pieces[0] ?? { start: this.#segments[low]?.start ?? 0, end: this.#segments[low]?.start ?? 0 };
    return { start: first.start, end: first.end, via: [...via], ...(pieces.length > 1 ? { pieces } : {}) };
  }
}

function encodedPart(segment: Segment, decoding: Decoding, from: number, to: number): { start: number; end: number } {
  const length = segment.outEnd - segment.outStart;
  if (decoding.ratio === undefined || (from === 0 && to === length)) return { start: segment.start, end: segment.end };
  const bytesTo = (unit: number): number => Buffer.byteLength(decoding.decoded.slice(0, unit));
  return {
    start: segment.start + Math.floor(bytesTo(from) * decoding.ratio),
    end: to === length ? segment.end : Math.min(segment.end, segment.start + Math.ceil(bytesTo(to) * decoding.ratio)),
  };
}

function withoutOverlaps(decodings: readonly Decoding[]): Decoding[] {
  const sorted = [...decodings].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Decoding[] = [];
  for (const decoding of sorted) {
    const last = kept[kept.length - 1];
    if (last === undefined || decoding.start >= last.end) kept.push(decoding);
  }
  return kept;
}
