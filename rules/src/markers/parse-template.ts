import type { EncodingName } from './encodings.ts';
import { isEncodingName } from './encodings.ts';
import type { KeyFormatName } from './key-formats.ts';
import { keyFormats } from './key-formats.ts';

/** A credential of the template. */
export interface CredentialMarker {
  readonly kind: 'key' | 'other';
  /** Tells several credentials of one template apart; empty for the first. */
  readonly label: string;
  readonly format: KeyFormatName | undefined;
  readonly length: number | undefined;
  /** From 1. */
  readonly piece: { readonly index: number; readonly count: number } | undefined;
  readonly encodings: readonly EncodingName[];
}

/** A stretch of the template that has markers inside: `here` marks a place, `text` is encoded as a whole. */
export interface GroupMarker {
  readonly kind: 'here' | 'text';
  readonly parts: readonly TemplatePart[];
  readonly encodings: readonly EncodingName[];
}

export type TemplatePart = string | CredentialMarker | GroupMarker;

const credential =
  /^(key|other)(?:#([A-Za-z][\w-]*|\d+(?![\d/])))?(?:#(\d+)\/(\d+))?(?::([a-z0-9]+)(?:-(\d+))?)?((?:\|[a-z0-9-]+)*)$/;

function encodingsIn(list: string, marker: string): EncodingName[] {
  return list
    .split('|')
    .slice(1)
    .map((name) => {
      if (!isEncodingName(name))
        throw new SyntaxError(`The marker «${marker}» names the encoding "${name}", which does not exist.`);
      return name;
    });
}

function parseCredential(body: string): CredentialMarker {
  const [, kind, label = '', index, count, formatName, length, encodings = ''] = credential.exec(body) ?? [];
  if (kind === undefined)
    throw new SyntaxError(`«${body}» is no marker: expected «key», «other», «here:...» or «text:...».`);
  const format = keyFormats.find((name) => name === formatName);
  if (formatName !== undefined && format === undefined)
    throw new SyntaxError(`The marker «${body}» names the format "${formatName}", which does not exist.`);
  const piece = index === undefined ? undefined : { index: Number(index), count: Number(count) };
  if (piece && (piece.index < 1 || piece.index > piece.count))
    throw new SyntaxError(`The marker «${body}» counts its pieces wrongly.`);
  return {
    kind: kind === 'key' ? 'key' : 'other',
    label,
    format,
    length: length === undefined ? undefined : Number(length),
    piece,
    encodings: encodingsIn(encodings, body),
  };
}

/** Offset of the `»` that closes the marker opened at `open`. */
function closingOf(template: string, open: number): number {
  let depth = 0;
  for (let i = open; i < template.length; i++) {
    if (template[i] === '«') depth++;
    else if (template[i] === '»' && --depth === 0) return i;
  }
  throw new SyntaxError(`The marker at offset ${open} of the template has no closing "»".`);
}

function parseMarker(body: string): CredentialMarker | GroupMarker {
  if (body.startsWith('here:')) return { kind: 'here', parts: parseTemplate(body.slice(5)), encodings: [] };
  if (!body.startsWith('text:')) return parseCredential(body);
  const encodings = /(?:\|[a-z0-9-]+)+$/.exec(body)?.[0] ?? '';
  if (encodings === '')
    throw new SyntaxError(`The marker «${body}» has no encoding: expected «text:...|base64» or the like.`);
  return {
    kind: 'text',
    parts: parseTemplate(body.slice(5, -encodings.length)),
    encodings: encodingsIn(encodings, body),
  };
}

/**
 * Splits a template at its markers.
 *
 * @throws SyntaxError where a marker is not closed or not understood.
 */
export function parseTemplate(template: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let from = 0;
  for (let open = template.indexOf('«'); open !== -1; open = template.indexOf('«', from)) {
    if (open > from) parts.push(template.slice(from, open));
    const close = closingOf(template, open);
    parts.push(parseMarker(template.slice(open + 1, close)));
    from = close + 1;
  }
  if (from < template.length) parts.push(template.slice(from));
  return parts;
}
