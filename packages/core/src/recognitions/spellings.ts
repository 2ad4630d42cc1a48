import type { Decoding } from '../decoders/rewriting.ts';

/** How a recogniser may read a character of a host or a header, as a class of a regular expression. Others are read as they are. */
const readings: Readonly<Record<string, string>> = {
  a: '[aeo@4]', b: '[b6hB8]', c: '[ceo(]', d: '[dcol]', e: '[eco]', f: '[ft]', g: '[gq9y]', h: '[hbn]', i: '[il1|!jíìït]', j: '[ji;]', k: '[kK]', l: '[l1I|!]', m: '(?:m|rn|nn|rm|in)', n: '[nrh]',
  o: '[o0OQ@ec]', r: '[rn]', s: '[s5S$]', t: '[tlf1+]', u: '[uvo]', v: '[vyu]', x: '[xX%×k]', y: '[yvg]', z: '[z2Z]', '.': '(?:\\s?[.,·:•]\\s?|\\s)',
};

function tolerant(word: string): string {
  return [...word].map((character) => readings[character] ?? character.replace(/[^\w]/, '\\$&')).join('');
}

interface Spelling {
  readonly pattern: RegExp;
  /** What was meant, as far as it can be told from what was read. */
  readonly mended: (read: string) => string;
}

/** Names of environment variables in which underlines were read as blanks, or not at all. */
const brokenName = /\b(?:[A-Z][A-Z0-9]{0,30}[ _-]{1,2}){0,4}ATOMYX[ _-]{1,2}(?:[A-Z][A-Z0-9]{0,30}[ _-]{1,2}){0,4}(?:KEY|TOKEN|SECRET|BEARER)(?=\s?[=:])/g;

/** Long words with a digit and with characters that no key has and recognisers see: a `c` or an `f` with a line through it, a bracket for a `J`, an accent. */
const strange = /(?<![\w.\-[(])(?=[\w.-]{0,80}[\]¢€£|!À-ɏ])(?=\D{0,40}\d)[\w.-]{1,80}(?:[\]¢€£|!À-ɏ]{1,2}[\w.-]{0,80}){1,4}/g;

/** The same with a parenthesis for a `J`, which nothing has opened. */
const closed = /(?<![\w.\-[(])(?=[\w)-]{16})(?=\D{0,40}\d)[\w-]{1,80}(?:\)[\w-]{1,80}){1,4}/g;

const meanings: Readonly<Record<string, string>> = { '¢': 'c', '€': 'e', '£': 'f', ']': 'J', ')': 'J', '|': 'l', '!': 'l' };

function withoutStrange(read: string): string {
  return read.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[^\w.-]/g, (character) => meanings[character] ?? '');
}

/** Characters of a host that stand in front of a wrap at the least. */
const leastOfHost = 6;

/** A host, longer than {@link leastOfHost}, that a narrow column has wrapped: its beginning, what stands beside that, and its end below. */
function wrapped(host: string): RegExp {
  const cuts = Array.from({ length: host.length - leastOfHost }, (_, number) => number + leastOfHost);
  const halves = cuts.map((cut) => `(${tolerant(host.slice(0, cut))})(?=\\s)([^\\n]{0,200}\\n[ \\t|]*)(${tolerant(host.slice(cut))})(?![\\w.])`);
  return new RegExp(`(?<![\\w.])(?:${halves.join('|')})`, 'gi');
}

/** Puts a wrapped host together where it begins. */
function unwrapped(host: string, found: RegExpMatchArray): readonly Decoding[] {
  const [head = '', between = '', tail = ''] = found.slice(1).filter((group) => typeof group === 'string');
  const start = found.index ?? 0;
  const below = start + head.length + between.length;
  return [
    { start, end: start + head.length, decoded: host, decoder: 'spelling' },
    { start: below, end: below + tail.length, decoded: '', decoder: 'spelling' },
  ];
}

/** Mends how words are spelled that tell of Submit or of a key; values stay as they were read. */
export class Spellings {
  readonly #spellings: readonly Spelling[];
  readonly #wrapped: readonly { readonly host: string; readonly pattern: RegExp }[];

  /** @param hosts - of the Submit API, lower case. */
  constructor(hosts: readonly string[]) {
    this.#wrapped = hosts.filter(({ length }) => length > leastOfHost).map((host) => ({ host, pattern: wrapped(host) }));
    const word = (meant: string, behind = ''): Spelling => ({ pattern: new RegExp(`(?<![\\w.])${tolerant(meant.toLowerCase())}${behind}`, 'gi'), mended: () => meant });
    this.#spellings = [
      // Trade marks are what a closing quote at the edge of a word looks like.
      { pattern: /[“”„]|(?<=[\w'])[™®](?=\s|$)/g, mended: () => '"' },
      { pattern: /\bh[tilf1]{2}p(?=s?:)/g, mended: () => 'http' },
      ...hosts.map((host) => word(host, '(?=\\W|_|$)')),
      ...hosts.map((host) => ({ ...word(host, '[fl1I|](?=api|jobs)'), mended: () => `${host}/` })),
      { pattern: /(?<![\w.])[¢€£](?=[\w-]{7})/g, mended: withoutStrange },
      { pattern: strange, mended: withoutStrange },
      { pattern: closed, mended: withoutStrange },
      { pattern: /\bAP[|l1!] ?(?=key\b)/gi, mended: () => 'API ' },
      { ...word('Authorization', '["\']?\\s?[:;=.](?=\\s)'), mended: (read) => (/["']/.test(read) ? 'Authorization":' : 'Authorization:') },
      word('Bearer', '(?=\\s)'),
      { pattern: brokenName, mended: (read) => read.replaceAll(/[ _-]+/g, '_') },
    ];
  }

  /** The places of a text that read differently from what was meant. */
  in(text: string): readonly Decoding[] {
    const hosts = this.#wrapped.flatMap(({ host, pattern }) => [...text.matchAll(pattern)].flatMap((found) => unwrapped(host, found)));
    return [...hosts, ...this.#spellings.flatMap(({ pattern, mended }) =>
      [...text.matchAll(pattern)].flatMap((found) => {
        const [read] = found;
        const decoded = mended(read);
        return decoded === read ? [] : [{ start: found.index, end: found.index + read.length, decoded, decoder: 'spelling' as const }];
      }),
    )];
  }
}
