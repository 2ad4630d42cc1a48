import { Buffer } from 'node:buffer';

/** A text in another notation, and where a stretch of the plain text stands in it. Offsets are UTF-16 units. */
export interface Encoded {
  readonly text: string;
  /** The smallest stretch of {@link text} that holds the plain text from `start` to `end`. */
  readonly locate: (start: number, end: number) => { readonly start: number; readonly end: number };
}

type Encoder = (plain: string) => Encoded;

/** Encodes each UTF-16 unit by itself. */
const unitwise =
  (encode: (unit: number) => string, separator = ''): Encoder =>
  (plain) => {
    const parts = Array.from({ length: plain.length }, (_, index) => encode(plain.charCodeAt(index)));
    const width = (from: number, to: number): number =>
      parts.slice(from, to).reduce((sum, part) => sum + part.length, 0) + separator.length * Math.max(0, to - from - 1);
    return {
      text: parts.join(separator),
      locate: (start, end) => {
        const first = start === 0 ? 0 : width(0, start) + separator.length;
        return { start: first, end: first + width(start, end) };
      },
    };
  };

/** Encodes bytes in groups: `bytes` bytes become `digits` digits. */
const bytewise =
  (charset: 'utf8' | 'utf16le', notation: 'base64' | 'base64url' | 'hex', bytes: number, digits: number): Encoder =>
  (plain) => {
    const sizeTo = (end: number): number => Buffer.byteLength(plain.slice(0, end), charset);
    const text = Buffer.from(plain, charset).toString(notation);
    return {
      text,
      locate: (start, end) => ({
        start: Math.floor((sizeTo(start) * digits) / bytes),
        // The padding of base64 belongs to the last bytes.
        end: end === plain.length ? text.length : Math.ceil((sizeTo(end) * digits) / bytes),
      }),
    };
  };

const hexOf = (unit: number, width: number): string => unit.toString(16).padStart(width, '0');

const encoders = {
  base64: bytewise('utf8', 'base64', 3, 4),
  base64url: bytewise('utf8', 'base64url', 3, 4),
  hex: bytewise('utf8', 'hex', 1, 2),
  /** Base64 of UTF-16LE, as `powershell -EncodedCommand` takes it. */
  'utf16-base64': bytewise('utf16le', 'base64', 3, 4),
  'utf16-hex': bytewise('utf16le', 'hex', 1, 2),
  /** Every character escaped; ASCII only. */
  percent: unitwise((unit) => `%${hexOf(unit, 2).toUpperCase()}`),
  /** `encodeURIComponent`: letters and digits stay. */
  url: unitwise((unit) => encodeURIComponent(String.fromCharCode(unit))),
  unicode: unitwise((unit) => `\\u${hexOf(unit, 4)}`),
  'x-escape': unitwise((unit) => `\\x${hexOf(unit, 2)}`),
  html: unitwise((unit) => `&#x${hexOf(unit, 2)};`),
  'html-decimal': unitwise((unit) => `&#${unit};`),
  /** The inside of a JSON string. */
  json: unitwise((unit) => JSON.stringify(String.fromCharCode(unit)).slice(1, -1)),
  /** Numbers, as for `String.fromCharCode`. */
  codes: unitwise(String, ', '),
} satisfies Readonly<Record<string, Encoder>>;

export type EncodingName = keyof typeof encoders;

export function isEncodingName(name: string): name is EncodingName {
  return Object.hasOwn(encoders, name);
}

/**
 * Encodes a text step by step.
 *
 * @param encodings - the first is applied first, so that the last one is outermost.
 */
export function encodeText(plain: string, encodings: readonly EncodingName[]): Encoded {
  return encodings.reduce<Encoded>(
    (inner, name) => {
      const outer = encoders[name](inner.text);
      return {
        text: outer.text,
        locate: (start, end) => {
          const place = inner.locate(start, end);
          return outer.locate(place.start, place.end);
        },
      };
    },
    { text: plain, locate: (start, end) => ({ start, end }) },
  );
}
