import { decodedPercent } from './percent.ts';

/** A map that stands in the file which it describes, as a data URL (RFC 2397). */
export interface InlineMap {
  /** Text of the map. */
  readonly text: string;
  /** UTF-16 offset in the map's text of what stands at an offset of the payload; in base64 off by two at most. */
  offsetOf(offset: number): number;
  /** UTF-16 offset of the payload in the address. */
  readonly payload: number;
}

const head = /^data:(?:application|text)\/json[^,]{0,200},/i;

/** Decodes the data URL of a map. @returns `undefined` where it is none. */
export function inlineMapOf(url: string): InlineMap | undefined {
  const [prefix] = head.exec(url) ?? [];
  if (prefix === undefined) return undefined;
  const payload = url.slice(prefix.length);
  return /;base64,$/i.test(prefix) ? fromBase64(payload, prefix.length) : fromPercent(payload, prefix.length);
}

function fromBase64(payload: string, start: number): InlineMap {
  const bytes = Buffer.from(payload, 'base64');
  const text = bytes.toString('utf8');
  const isAscii = text.length === bytes.length;
  return {
    text,
    payload: start,
    offsetOf(offset) {
      const byte = Math.min(bytes.length, Math.ceil((offset * 3) / 4));
      return isAscii ? byte : bytes.toString('utf8', 0, byte).length;
    },
  };
}

function fromPercent(payload: string, start: number): InlineMap | undefined {
  const text = decodedPercent(payload);
  return text === undefined ? undefined : { text, payload: start, offsetOf: (offset) => decodedPercent(payload.slice(0, offset))?.length ?? 0 };
}
