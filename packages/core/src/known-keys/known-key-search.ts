import type { KnownKey } from '../detectors/detector-options.ts';
import type { Range } from '../evidence/evidence.ts';
import { revealTo } from '../secrets/secret.ts';
import type { Secret } from '../secrets/secret.ts';
import { headHash, headHashes, headLength } from './head-hash.ts';

/** A known key that stands in a text. */
export interface KnownOccurrence extends Range {
  readonly secret: Secret;
  readonly label: string;
  readonly via: readonly string[];
}

interface Needle {
  readonly text: string;
  readonly key: KnownKey;
  readonly via: readonly string[];
}

/** Finds known keys by their values, in all the encodings that have a fixed form, in one pass over a text. */
export class KnownKeySearch {
  readonly #keys: readonly KnownKey[];
  /** Made when the first text comes: most threads of most scans never see one. */
  #needles: Map<string, Needle[]> | undefined;
  /** One bit for each hash of the first characters of a needle. */
  readonly #filter = new Uint8Array(headHashes);

  constructor(keys: readonly KnownKey[]) {
    this.#keys = keys;
  }

  #prepared(): ReadonlyMap<string, readonly Needle[]> {
    if (this.#needles !== undefined) return this.#needles;
    const needles = (this.#needles = new Map<string, Needle[]>());
    for (const key of this.#keys) revealTo(key.secret, (value) => this.#add(needles, key, value));
    return needles;
  }

  #add(needles: Map<string, Needle[]>, key: KnownKey, value: string): void {
    for (const [via, text] of encodingsOf(value)) {
      if (text.length < headLength) continue;
      const head = text.slice(0, headLength);
      const list = needles.get(head);
      const needle: Needle = { text, key, via: via === '' ? [] : [via] };
      if (list) list.push(needle);
      else needles.set(head, [needle]);
      this.#filter[headHash(text, 0)] = 1;
    }
  }

  /** Occurrences by position; of those that start at one place the longest. */
  *in(text: string): Generator<KnownOccurrence> {
    if (this.#keys.length === 0) return;
    const prepared = this.#prepared();
    for (let at = 0; at + headLength <= text.length; at++) {
      if (this.#filter[headHash(text, at)] === 0) continue;
      const needles = prepared.get(text.slice(at, at + headLength));
      let best: Needle | undefined;
      for (const needle of needles ?? []) if (text.startsWith(needle.text, at) && needle.text.length > (best?.text.length ?? 0)) best = needle;
      if (best === undefined) continue;
      yield { start: at, end: at + best.text.length, secret: best.key.secret, label: best.key.label, via: best.via };
      at += best.text.length - 1;
    }
  }
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
