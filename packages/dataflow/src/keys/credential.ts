import { cutText, leadingText, textOf } from '../folding/text.ts';
import type { Part, Value } from '../folding/value.ts';

/** An `Authorization` header value taken apart. */
export interface Credential {
  /** As written; `undefined` where the text does not begin with a scheme. */
  readonly scheme: string | undefined;
  /** What stands between the scheme and the credential. */
  readonly gap: string;
  /** White space in front of everything. */
  readonly indent: string;
  /** The credential: all that follows. */
  readonly parts: readonly Part[];
}

const schemes = /^(\s*)(Bearer|Token|Basic|Digest|ApiKey|Api-Key|Key|Negotiate|OAuth|JWT|AWS4-HMAC-SHA256|HMAC)(\s+|:\s*|$)/i;

/** Takes a header value apart; `undefined` for values that are no text. */
export function credentialOf(value: Value): Credential | undefined {
  if (value.kind === 'opaque') return { scheme: undefined, gap: '', indent: '', parts: [value] };
  if (value.kind !== 'text') return undefined;
  const leading = leadingText(value.parts);
  const match = schemes.exec(leading);
  const glued = match ? null : /^(\s*)(Bearer)(?=\W?)(?![a-z])/i.exec(leading);
  if (!match && glued && value.parts.length > 1 && leading.trim().length === glued[2]?.length) {
    return { scheme: glued[2], gap: '', indent: glued[1] ?? '', parts: cutText(value, glued[0].length)?.parts ?? [] };
  }
  if (!match) {
    const indent = /^\s*/.exec(leading)?.[0] ?? '';
    return { scheme: undefined, gap: '', indent, parts: (cutText(value, indent.length) ?? value).parts };
  }
  const [all, indent = '', scheme, gap = ''] = match;
  return { scheme, gap, indent, parts: (cutText(value, all.length) ?? textOf()).parts };
}
