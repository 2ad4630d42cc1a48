import type { KnownKey } from '../detectors/detector-options.ts';
import type { Range } from '../evidence/evidence.ts';
import { revealTo } from '../secrets/secret.ts';
import type { Secret } from '../secrets/secret.ts';
import { headHash, headHashes, headLength, wholeHeadHash } from './head-hash.ts';

/** A known key that stands in a text. */
export interface KnownOccurrence extends Range {
  readonly secret: Secret;
  readonly label: string;
  readonly via: readonly string[];
}

interface Form {
  readonly text: string;
  readonly via: readonly string[];
}

/** Finds known keys by their values, in all the encodings that have a fixed form, in one pass over a text. */
export class KnownKeySearch {
  readonly #keys: readonly KnownKey[];
  /** Made when the first text comes: most threads of most scans never see one. */
  #needles: Needles | undefined;

  constructor(keys: readonly KnownKey[]) {
    this.#keys = keys;
  }

  /** Occurrences by position; of those that start at one place the longest. */
  *in(text: string): Generator<KnownOccurrence> {
    if (this.#keys.length === 0) return;
    const needles = (this.#needles ??= new Needles(this.#keys));
    for (let at = 0; at + headLength <= text.length; at++) {
      if (!needles.mayBegin(text, at)) continue;
      const best = needles.longestAt(text, at);
      if (best === undefined) continue;
      const { key, form } = best;
      yield { start: at, end: at + form.text.length, secret: key.secret, label: key.label, via: form.via };
      at += form.text.length - 1;
    }
  }
}

/** All forms of all keys. Ten thousand keys have a hundred thousand: of each are kept some numbers only, and its text is made anew where it may stand. */
class Needles {
  readonly #keys: readonly KnownKey[];
  /** One bit for each hash of the first characters. */
  readonly #filter = new Uint8Array(headHashes);
  /** Number of the last needle by the hash of its whole head, and of the one before it with the same head, or -1. */
  readonly #last = new Map<number, number>();
  readonly #before: number[] = [];
  readonly #keyOf: number[] = [];
  readonly #formOf: number[] = [];
  #shown: { readonly key: KnownKey; readonly forms: readonly Form[] } | undefined;

  constructor(keys: readonly KnownKey[]) {
    this.#keys = keys;
    for (const [keyNumber, key] of keys.entries()) {
      for (const [formNumber, { text }] of formsOf(key).entries()) {
        if (text.length < headLength) continue;
        const head = wholeHeadHash(text, 0);
        this.#before.push(this.#last.get(head) ?? -1);
        this.#last.set(head, this.#keyOf.push(keyNumber) - 1);
        this.#formOf.push(formNumber);
        this.#filter[headHash(text, 0)] = 1;
      }
    }
  }

  mayBegin(text: string, at: number): boolean {
    return this.#filter[headHash(text, at)] === 1;
  }

  /** Of equally long ones, the first that was given. */
  longestAt(text: string, at: number): { readonly key: KnownKey; readonly form: Form } | undefined {
    let best: { readonly key: KnownKey; readonly form: Form } | undefined;
    for (let number = this.#last.get(wholeHeadHash(text, at)) ?? -1; number !== -1; number = this.#before[number] ?? -1) {
      const key = this.#keys[this.#keyOf[number] ?? 0];
      const form = key && this.#formsOf(key)[this.#formOf[number] ?? 0];
      if (key !== undefined && form !== undefined && form.text.length >= (best?.form.text.length ?? 0) && text.startsWith(form.text, at)) best = { key, form };
    }
    return best;
  }

  /** Where a key stands once, it often stands again. */
  #formsOf(key: KnownKey): readonly Form[] {
    if (this.#shown?.key !== key) this.#shown = { key, forms: formsOf(key) };
    return this.#shown.forms;
  }
}

function formsOf(key: KnownKey): readonly Form[] {
  let forms: readonly Form[] = [];
  revealTo(key.secret, (value) => {
    forms = encodingsOf(value).map(([via, text]) => ({ text, via: via === '' ? [] : [via] }));
  });
  return forms;
}

/** The forms in which a value can stand in a text, by decoder; the plain value first. */
function encodingsOf(value: string): [via: string, text: string][] {
  const bytes = Buffer.from(value, 'utf8');
  const forms: [string, string][] = [['', value]];
  const hex = bytes.toString('hex');
  forms.push(['hex', hex], ['hex', hex.toUpperCase()]);
  for (const core of base64Cores(bytes)) {
    forms.push(['base64', core]);
    const urlSafe = core.replaceAll('+', '-').replaceAll('/', '_');
    if (urlSafe !== core) forms.push(['base64', urlSafe]);
  }
  const percent = encodeURIComponent(value);
  if (percent !== value) forms.push(['percent', percent]);
  const json = JSON.stringify(value).slice(1, -1);
  if (json !== value) forms.push(['escape', json]);
  return forms;
}

/** What base64 makes of the bytes at each of the three alignments, without the characters that depend on the neighbours. */
export function base64Cores(bytes: Uint8Array): string[] {
  const cores: string[] = [];
  for (let shift = 0; shift < 3; shift++) {
    const padded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64').replace(/=+$/, '');
    const first = Math.ceil((shift * 8) / 6);
    const last = Math.floor(((shift + bytes.length) * 8) / 6);
    cores.push(padded.slice(first, last));
  }
  return cores;
}
