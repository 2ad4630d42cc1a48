import type { Range } from '@submit-guard/core';
import type { Text } from './documents/text.ts';
import { partOf, rangeOfText } from './documents/text.ts';
import type { Credential, Environment, Place, Request, Scope, Structure, Variable } from './structure.ts';

/** Gathers what a format finds in a document. */
export class StructureBuilder implements Structure {
  readonly places: Place[] = [];
  readonly requests: Request[] = [];
  readonly environments: Environment[] = [];
  readonly passages: Text[] = [];
  readonly handedDown: Credential[] = [];
  readonly identifiers: Range[] = [];

  /** Says in the tool's words where something stands. */
  place(range: Range, words: string): void {
    this.places.push({ start: range.start, end: range.end, words });
  }

  variable(name: string, place: Range, text: Text, words: string): Variable {
    this.place(rangeOfText(text), words);
    return { name, place, text };
  }

  /** @param credentials - absent ones are those the tool can have and this request has not. */
  request(url: Text | undefined, scope: Scope, credentials: readonly (Credential | undefined)[], isElsewhere = false): void {
    if (url === undefined) return;
    this.requests.push({ url, scope, credentials: credentials.filter((credential) => credential !== undefined), isElsewhere });
  }
}

/** Whether a header is the one that carries the key. */
export function isAuthorization(name: string): boolean {
  return /^(?:proxy-)?authori[sz]ation$/i.test(name.trim());
}

/** The credential in a header, where it is the one for credentials. */
export function headerCredential(name: string, text: Text | undefined): Credential | undefined {
  return text !== undefined && isAuthorization(name) ? { text, scheme: 'header' } : undefined;
}

/** The credential in headers that stand as lines of one text. */
export function credentialInLines(text: Text | undefined): Credential | undefined {
  const match = text && /^[ \t]*authori[sz]ation[ \t]*:(.*)$/im.exec(text.value);
  if (text === undefined || !match) return undefined;
  const end = match.index + match[0].trimEnd().length;
  return { text: partOf(text, end - (match[1] ?? '').trim().length, end), scheme: 'header' };
}
