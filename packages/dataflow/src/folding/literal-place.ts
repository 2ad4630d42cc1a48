import type { Node } from '../syntax/node.ts';
import type { Place } from './place.ts';
import { coarse } from './place.ts';

/**
 * Places every UTF-16 unit of a string literal or template chunk.
 *
 * @param source - the text of the file.
 * @param start - offset of the first unit of the content, behind the quote.
 * @param end - offset of the end of the content.
 * @param cooked - the value that the parser gave.
 * @returns an exact place where the content holds no escapes, one with `units` where it does, and the bare range
 *   where the content cannot be followed (HTML entities in JSX).
 */
export function placeContent(source: string, start: number, end: number, cooked: string): Place {
  if (end - start === cooked.length && source.startsWith(cooked, start)) return { start, end, exact: true };
  const units: number[] = [];
  let text = '';
  for (let at = start; at < end; ) {
    const [decoded, length] = decodeAt(source, at, end);
    units.push(...Array<number>(decoded.length).fill(at));
    text += decoded;
    at += length;
  }
  units.push(end);
  return text === cooked ? { start, end, units } : coarse({ start, end });
}

/** Reads one unit or escape (ECMA-262, section 12.9.4) at `at`: its value and its length in the source. */
function decodeAt(source: string, at: number, end: number): readonly [string, number] {
  const char = source[at] ?? '';
  if (char === '\r' && source[at + 1] === '\n') return ['\n', 2];
  if (char !== '\\') return [char, 1];
  const next = source[at + 1] ?? '';
  const rest = source.slice(at + 1, Math.min(end, at + 12));
  const hex = /^x([0-9a-f]{2})|^u([0-9a-f]{4})/i.exec(rest);
  if (hex) return [String.fromCharCode(parseInt(hex[1] ?? hex[2] ?? '', 16)), 1 + hex[0].length];
  const point = /^u\{0*([0-9a-f]{1,6})\}/i.exec(rest);
  if (point) {
    const code = parseInt(point[1] ?? '', 16);
    return [code <= 0x10ffff ? String.fromCodePoint(code) : '', 1 + point[0].length];
  }
  const octal = /^(?:[0-3][0-7]{0,2}|[4-7][0-7]?)/.exec(rest);
  if (octal) return [String.fromCharCode(parseInt(octal[0], 8)), 1 + octal[0].length];
  if (next === '\r' && source[at + 2] === '\n') return ['', 3];
  if (next === '\n' || next === '\r' || next === '\u2028' || next === '\u2029') return ['', 2];
  return [{ n: '\n', t: '\t', r: '\r', b: '\b', v: '\v', f: '\f' }[next] ?? next, 2];
}

/** The content of a template chunk: parsers differ in whether its range holds the delimiters. */
export function placeTemplateChunk(source: string, node: Node, cooked: string, raw: string): Place {
  const [from, to] = node.range;
  const inner = source.slice(from, to);
  if (inner === raw || inner.replaceAll('\r\n', '\n') === raw) return placeContent(source, from, to, cooked);
  return placeContent(source, from + 1, to - (source[to - 1] === '`' ? 1 : 2), cooked);
}
