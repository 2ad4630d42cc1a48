import type { EncodingName } from './markers/encodings.ts';
import { encodeText } from './markers/encodings.ts';
import type { KeyFormatName } from './markers/key-formats.ts';
import { makeKey } from './markers/key-formats.ts';
import type { CredentialMarker, TemplatePart } from './markers/parse-template.ts';
import { parseTemplate } from './markers/parse-template.ts';
import type { Randomness } from './markers/randomness.ts';
import { freshSeed, seededRandomness } from './markers/randomness.ts';

export type { EncodingName } from './markers/encodings.ts';
export type { KeyFormatName } from './markers/key-formats.ts';
export { keyFormats } from './markers/key-formats.ts';

/** A place in a rendered text: UTF-16 offsets, `end` exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** A credential in a rendered text. */
export interface RenderedCredential extends Place {
  /** The whole credential, decoded. */
  readonly value: string;
  readonly label: string;
  readonly encoded: boolean;
  /** The first was applied first; the last one is outermost. */
  readonly encodings: readonly EncodingName[];
  /** The whole encoded text, where a `text` marker encodes more than the credential; else `start` and `end` again. */
  readonly carrier: Place;
  /** Where only a part of the credential stands here. Counted from 1. */
  readonly piece?: { readonly index: number; readonly count: number };
}

export interface RenderedTemplate {
  readonly text: string;
  /** Submit keys, in the order of the text. */
  readonly keys: readonly RenderedCredential[];
  /** Other services' credentials and other random values, in the order of the text. */
  readonly others: readonly RenderedCredential[];
  /** What `here` markers mark, in the order of the text. */
  readonly places: readonly Place[];
  /** Give it to `renderMarkers` again to get the same text. */
  readonly seed: number;
}

export interface RenderOptions {
  /** Any integer. By default one that nobody chose. */
  readonly seed?: number;
  /** Format of the keys whose marker names none. Default `hex`. */
  readonly format?: KeyFormatName;
}

interface Rendering {
  readonly random: Randomness;
  readonly options: RenderOptions;
  readonly values: Map<string, string>;
}

interface Piece {
  readonly text: string;
  readonly credentials: readonly (RenderedCredential & { readonly kind: 'key' | 'other' })[];
  readonly places: readonly Place[];
}

function valueOf(marker: CredentialMarker, { random, options, values }: Rendering): string {
  const format = marker.format ?? options.format ?? 'hex';
  const name = `${marker.kind}#${marker.label}:${format}-${marker.length ?? ''}`;
  const known = values.get(name);
  if (known !== undefined) return known;
  const value = makeKey(random, format, marker.length);
  values.set(name, value);
  return value;
}

/** The piece of `value` that a marker asks for: `count` pieces of about the same length. */
function pieceOf(value: string, piece: CredentialMarker['piece']): string {
  if (piece === undefined) return value;
  const cut = (index: number): number => Math.round((value.length * index) / piece.count);
  return value.slice(cut(piece.index - 1), cut(piece.index));
}

const moved = ({ start, end }: Place, by: number): Place => ({ start: start + by, end: end + by });

function renderCredential(marker: CredentialMarker, rendering: Rendering): Piece {
  const value = valueOf(marker, rendering);
  const { text } = encodeText(pieceOf(value, marker.piece), marker.encodings);
  const place = { start: 0, end: text.length };
  const { kind, label, encodings, piece } = marker;
  const credential = {
    kind,
    value,
    label,
    encoded: encodings.length > 0,
    encodings,
    ...place,
    carrier: place,
    ...(piece && { piece }),
  };
  return { text, credentials: [credential], places: [] };
}

function renderParts(parts: readonly TemplatePart[], rendering: Rendering): Piece {
  let text = '';
  const credentials: Piece['credentials'][number][] = [];
  const places: Place[] = [];
  for (const part of parts) {
    const piece = renderPart(part, rendering);
    const by = text.length;
    credentials.push(
      ...piece.credentials.map((item) => ({ ...item, ...moved(item, by), carrier: moved(item.carrier, by) })),
    );
    places.push(...piece.places.map((place) => moved(place, by)));
    text += piece.text;
  }
  return { text, credentials, places };
}

function renderPart(part: TemplatePart, rendering: Rendering): Piece {
  if (typeof part === 'string') return { text: part, credentials: [], places: [] };
  if (!('parts' in part)) return renderCredential(part, rendering);
  const inner = renderParts(part.parts, rendering);
  if (part.kind === 'here') return { ...inner, places: [{ start: 0, end: inner.text.length }, ...inner.places] };
  const { text, locate } = encodeText(inner.text, part.encodings);
  const carrier = { start: 0, end: text.length };
  return {
    text,
    credentials: inner.credentials.map((item) => ({
      ...item,
      ...locate(item.start, item.end),
      carrier,
      encoded: true,
      encodings: [...item.encodings, ...part.encodings],
    })),
    places: inner.places.map((place) => locate(place.start, place.end)),
  };
}

/**
 * Replaces the markers of a template by credentials that are made at run time, so that no file of a repository holds
 * anything that could be a key.
 *
 * | marker                       | stands for                                                                  |
 * | ---------------------------- | --------------------------------------------------------------------------- |
 * | `«key»`                      | a Submit key that must be found here                                        |
 * | `«key:uuid»`                 | one in that format: `hex base64url base62 uuid jwt prefixed`                |
 * | `«key:hex-64»`               | one whose random part has 64 characters                                     |
 * | `«key#2»`, `«key#old:hex»`   | a second key; the same label and format are the same key in all of the text |
 * | `«key#1/2»`, `«key#old#1/2»` | the first of two pieces of a key, of about the same length                  |
 * | `«key\|base64»`              | its encoding; `«key\|percent\|base64»` is percent-encoded, then base64      |
 * | `«text:user:«key»\|base64»`  | a text with markers in it, encoded as a whole                               |
 * | `«other»`, `«other#id:uuid»` | another service's credential, or a random value that must not be found      |
 * | `«here:text»`                | `text`, with or without markers in it, where a finding without a secret is  |
 *
 * Encodings: `base64`, `base64url`, `hex`, `utf16-base64`, `utf16-hex`, `percent` (every character), `url` (like
 * `encodeURIComponent`), `unicode` (`\u0041`), `x-escape` (`\x41`), `html` (`&#x41;`), `html-decimal` (`&#65;`), `json`
 * (the inside of a JSON string), `codes` (`65, 66`).
 *
 * @throws SyntaxError where a marker is not closed or not understood.
 */
export function renderMarkers(template: string, options: RenderOptions = {}): RenderedTemplate {
  const seed = options.seed ?? freshSeed();
  const { text, credentials, places } = renderParts(parseTemplate(template), {
    random: seededRandomness(seed),
    options,
    values: new Map(),
  });
  const ofKind = (wanted: 'key' | 'other'): RenderedCredential[] =>
    credentials.filter(({ kind }) => kind === wanted).map(({ kind: _kind, ...item }) => item);
  return { text, keys: ofKind('key'), others: ofKind('other'), places, seed };
}
