import { decoders } from '../decoders/decoders.ts';
import type { Decoding } from '../decoders/rewriting.ts';
import { Rewriting } from '../decoders/rewriting.ts';
import type { Evidence, Range } from '../evidence/evidence.ts';
import { fingerprintedIn, KnownKeySearch } from '../known-keys/known-key-search.ts';
import type { Match } from '../match.ts';
import { Secret } from '../secrets/secret.ts';
import { describeValue } from '../values/description.ts';
import type { DetectorOptions } from './detector-options.ts';
import { defaultDetectorOptions } from './detector-options.ts';
import type { CompiledFormat } from './formats.ts';
import { compileFormats, compileNames } from './formats.ts';
import { detectLiterals } from './literal-detector.ts';
import { prefilterPlan } from './prefilter.ts';
import type { PrefilterPlan } from './prefilter-plan.ts';

/** Finds keys and their evidence in a text. Knows no paths and does no I/O. */
export interface Detector {
  /** What a blob must hold to be worth calling {@link Detector.detect} on. */
  readonly prefilter: PrefilterPlan;
  /**
   * @param text - the text of one fragment, decoded, without its byte-order mark.
   * @returns matches by position, one for one occurrence; offsets in UTF-16 units.
   */
  detect(text: string): readonly Match[];
}

/**
 * @param options - what is not given has the default of {@link defaultDetectorOptions}.
 * @throws SyntaxError where a configured pattern is not RE2 syntax.
 */
export function createDetector(options: Partial<DetectorOptions> = {}): Detector {
  const all: DetectorOptions = { ...defaultDetectorOptions, ...options };
  const formats = compileFormats(all.formats);
  const isSubmitName = compileNames(all.names);
  const known = new KnownKeySearch(all.knownKeys);
  const hosts = [...all.hosts, ...all.stagingHosts].map((host) => host.toLowerCase());
  const signs = new RegExp(`atomyx|externalid|${hosts.map((host) => host.replace(/\W/g, '\\$&')).join('|')}`, 'i');
  const matchesIn = (text: string): Match[] => [
    ...knownMatches(text, known, all),
    ...formatMatches(text, formats),
    ...(all.names.length > 0 || signs.test(text) || (/submit/i.test(text) && /api[-_ .:/]?key|bearer/i.test(text))
      ? detectLiterals(text, { hosts, isSubmitName }).map(({ start, end, pieces, text: value, evidence }): Match => ({ aspect: 'key', start, end, secret: new Secret(value), evidence, via: pieces ? ['concatenation'] : [], ...(pieces ? { pieces } : {}) }))
      : []),
  ];
  return {
    prefilter: prefilterPlan(all),
    detect(text) {
      const merged = new Merging();
      const rewritings: Rewriting[] = [];
      let current = text;
      for (let depth = 0; ; depth++) {
        const decodings = depth < all.maxDecodeDepth ? decoders.flatMap((decode) => decode(current)) : [];
        const passed = [...rewritings];
        merged.add(withoutEncoded(matchesIn(current), decodings), (range) => originThrough(passed, range));
        if (decodings.length === 0) return merged.matches();
        const rewriting = new Rewriting(current, decodings);
        rewritings.unshift(rewriting);
        current = rewriting.text;
      }
    },
  };
}

/** Leaves out what the next pass reads better: values that are encoded, or pieces of a longer one. Known keys stay. */
function withoutEncoded(matches: readonly Match[], decodings: readonly Decoding[]): Match[] {
  if (decodings.length === 0) return [...matches];
  return matches.filter(
    (match) =>
      match.evidence[0]?.kind === 'known' ||
      !decodings.some(({ start, end, decoder }) =>
        decoder === 'concatenation' ? start === match.end || end === match.start : (decoder === 'base64' || decoder === 'hex') && start <= match.start && match.end <= end,
      ),
  );
}

interface Origin extends Range {
  readonly pieces?: readonly Range[];
  readonly via: readonly string[];
}

/** Maps a range back through several rewritings, the last one first. */
function originThrough(rewritings: readonly Rewriting[], range: Range): Origin {
  let pieces: readonly Range[] = [range];
  const via: string[] = [];
  for (const rewriting of rewritings) {
    const origins = pieces.map((piece) => rewriting.originOf(piece));
    via.unshift(...new Set(origins.flatMap((origin) => origin.via)));
    pieces = origins.flatMap((origin) => origin.pieces ?? [origin]);
  }
  const first = pieces[0] ?? range;
  return { start: first.start, end: first.end, via, ...(pieces.length > 1 ? { pieces: pieces.map(({ start, end }) => ({ start, end })) } : {}) };
}

/** Gathers what several passes over a text found, one match for one occurrence. */
class Merging {
  readonly #matches: Match[] = [];

  /** @param originOf - maps ranges of the pass to the text the caller knows. */
  add(matches: readonly Match[], originOf: (range: Range) => Origin): void {
    for (const match of matches) {
      const origins = (match.pieces ?? [match]).map(originOf);
      const pieces = origins.flatMap((origin) => origin.pieces ?? [rangeOf(origin)]);
      const [first = rangeOf(match), ...further] = pieces;
      const evidence: Evidence[] = [
        ...match.evidence.map((item) => ({ ...item, ...rangeOf(originOf(item)) })),
        ...further.map((piece): Evidence => ({ kind: 'piece', ...piece, detail: 'a further piece of the key' })),
      ];
      const via = [...new Set([...origins.flatMap((origin) => origin.via), ...match.via])];
      this.#join({ ...match, ...first, ...(further.length > 0 ? { pieces } : {}), evidence, via });
    }
  }

  /** Of two readings of one place the one that was decoded further holds the key; a whole key holds more than its pieces. */
  #join(match: Match): void {
    let best = match;
    for (let at = this.#matches.length - 1; at >= 0; at--) {
      const other = this.#matches[at];
      if (other === undefined || other.aspect !== match.aspect || !overlaps(other, match)) continue;
      this.#matches.splice(at, 1);
      const same = best.secret !== undefined && other.secret !== undefined && best.secret.equals(other.secret);
      const better = same || !isBetter(best, other) ? other : best;
      const worse = better === other ? best : other;
      const further = worse.evidence.filter((item) => item.kind !== 'value' && item.kind !== 'piece' && !better.evidence.some((known) => known.kind === item.kind));
      best = { ...better, evidence: [...better.evidence, ...further] };
    }
    this.#matches.push(best);
  }

  matches(): readonly Match[] {
    return this.#matches.sort((a, b) => a.start - b.start || a.end - b.end);
  }
}

const rangeOf = ({ start, end }: Range): Range => ({ start, end });

function rangesOf(match: Match): readonly Range[] {
  return match.pieces ?? [match];
}

function overlaps(a: Match, b: Match): boolean {
  return rangesOf(a).some((one) => rangesOf(b).some((two) => one.start < two.end && two.start < one.end));
}

function isBetter(match: Match, other: Match): boolean {
  const known = (item: Match): boolean => item.evidence.some((evidence) => evidence.kind === 'known');
  if (known(match) !== known(other)) return known(match);
  if ((match.pieces?.length ?? 1) !== (other.pieces?.length ?? 1)) return (match.pieces?.length ?? 1) > (other.pieces?.length ?? 1);
  if (match.via.length !== other.via.length) return match.via.length > other.via.length;
  return false;
}

function* knownMatches(text: string, search: KnownKeySearch, { knownFingerprints }: DetectorOptions): Generator<Match> {
  for (const { start, end, secret, label, via } of search.in(text)) {
    yield { aspect: 'key', start, end, secret, evidence: [{ kind: 'known', start, end, detail: label }], via };
  }
  if (knownFingerprints === undefined) return;
  for (const { start, end, label } of fingerprintedIn(text, knownFingerprints)) {
    yield { aspect: 'key', start, end, secret: new Secret(text.slice(start, end)), evidence: [{ kind: 'known', start, end, detail: label }], via: [] };
  }
}

function* formatMatches(text: string, formats: readonly CompiledFormat[]): Generator<Match> {
  for (const format of formats) {
    for (const { start, end } of format.in(text)) {
      const value = text.slice(start, end);
      yield {
        aspect: 'key',
        start,
        end,
        secret: new Secret(value),
        evidence: [
          { kind: 'format', start, end, detail: format.name },
          { kind: 'value', start, end, detail: describeValue(value) },
        ],
        via: [],
      };
    }
  }
}
