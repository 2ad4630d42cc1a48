import { decoders, holdsEncoded } from '../decoders/decoders.ts';
import type { Decoding } from '../decoders/rewriting.ts';
import { Rewriting } from '../decoders/rewriting.ts';
import type { Range } from '../evidence/evidence.ts';
import { fingerprintedIn } from '../known-keys/fingerprinted-in.ts';
import { KnownKeySearch } from '../known-keys/known-key-search.ts';
import { lastAtMost } from '../layouts/brackets.ts';
import { Layout } from '../layouts/layout.ts';
import type { Match } from '../match.ts';
import { Condenser, mayCondense } from '../quiet-records/condenser.ts';
import { Secret } from '../secrets/secret.ts';
import { describeValue } from '../values/description.ts';
import type { DetectorOptions } from './detector-options.ts';
import { defaultDetectorOptions } from './detector-options.ts';
import type { CompiledFormat } from './formats.ts';
import { compileFormats, compileNames } from './formats.ts';
import { detectLiterals } from './literal-detector.ts';
import type { Origin } from './merging.ts';
import { Merging } from './merging.ts';
import { prefilterPlan } from './prefilter.ts';
import type { PrefilterPlan } from './prefilter-plan.ts';
import { hostTest, signTest } from './sign-test.ts';
import { stretchesOf } from './stretches.ts';

/** Finds keys and their evidence in a text. Knows no paths and does no I/O. */
export interface Detector {
  /** What a blob must hold to be worth calling {@link Detector.detect} on. */
  readonly prefilter: PrefilterPlan;
  /**
   * @param text - the text of one fragment, decoded, without its byte-order mark.
   * @param known - what the caller knows of the text from its bytes.
   * @returns matches by position, one for one occurrence; offsets in UTF-16 units.
   */
  detect(text: string, known?: KnownStretches): readonly Match[];
}

/** What is known of the stretches of a text, in UTF-16 offsets. */
export interface KnownStretches {
  /** Whether a stretch can hold a match. */
  readonly mayMatch: (stretch: Range) => boolean;
  /** What is to be read, each by itself; ascending. All of the text where absent. */
  readonly stretches?: readonly Range[] | undefined;
}

/**
 * @param options - what is not given has the default of {@link defaultDetectorOptions}.
 * @throws SyntaxError where a configured pattern is not RE2 syntax; TypeError where there is no engine for patterns.
 */
export function createDetector(options: Partial<DetectorOptions> = {}): Detector {
  const all: DetectorOptions = { ...defaultDetectorOptions, ...options };
  const formats = compileFormats(all.formats, all.patternEngine);
  const known = new KnownKeySearch(all.knownKeys);
  const needsNoSign = all.names.length > 0;
  const literalOptions = {
    hosts: [...all.hosts, ...all.stagingHosts].map((host) => host.toLowerCase()),
    stagingHosts: all.stagingHosts.map((host) => host.toLowerCase()),
    isSubmitName: needsNoSign ? compileNames(all.names, all.patternEngine) : undefined,
    mayNameHost: hostTest(all.hosts),
  };
  const hasSign = signTest(all);
  const searchesValues = all.knownKeys.length > 0 || all.knownFingerprints !== undefined || formats.length > 0;
  const condenser = mayCondense(all) ? new Condenser(literalOptions) : undefined;
  const ownMatches = ({ text }: Layout): Match[] => [...knownMatches(text, known, all), ...formatMatches(text, formats)];
  const matchesIn = (layout: Layout, isSigned: boolean): Match[] => [
    ...ownMatches(layout),
    ...(isSigned || needsNoSign || hasSign(layout.text) ? detectLiterals(layout, literalOptions) : []),
  ];
  /** What is found in a log without its quiet records; `undefined` where that does not do. */
  const condensedMatches = (layout: Layout): Match[] | undefined => {
    const condensed = condenser?.condense(layout);
    if (condensed === undefined) return undefined;
    const isEncoded = all.maxDecodeDepth > 0 && holdsEncoded(condensed.layout);
    const matches = isEncoded ? [] : detectLiterals(condensed.layout, literalOptions);
    const isUseful = !isEncoded && condensed.isTrue;
    condenser?.learn(isUseful);
    return isUseful ? [...ownMatches(layout), ...matches.map((match) => condensed.inLog(match))] : undefined;
  };
  return {
    prefilter: prefilterPlan(all),
    detect(original, given) {
      // A lone carriage return ends a line, too; replacing it moves nothing.
      const text = original.includes('\r') ? original.replace(/\r(?!\n)/g, '\n') : original;
      const merging = new Merging();
      for (const { start, end } of given?.stretches ?? stretchesOf(text)) {
        const place = start === 0 && end === text.length ? text : text.slice(start, end);
        if (given?.mayMatch({ start, end }) === false) continue;
        // What passed by its bytes has a sign, unless a value of its own may have let it pass.
        const isSigned = (given !== undefined && !searchesValues) || needsNoSign || hasSign(place);
        if (!isSigned && !searchesValues) continue;
        const whole = new Layout(place);
        const condensed = isSigned ? condensedMatches(whole) : undefined;
        if (condensed !== undefined) addMatches(merging, condensed, [], start);
        else readPlace(whole, start, (layout) => matchesIn(layout, isSigned), all.maxDecodeDepth, merging);
      }
      return merging.matches();
    },
  };
}

/** Reads a place as it stands, and as it reads with one more layer of encoding taken off, up to `depth` layers. */
function readPlace(whole: Layout, offset: number, matchesIn: (layout: Layout) => Match[], depth: number, merging: Merging): void {
  const rewritings: Rewriting[] = [];
  let layout = whole;
  for (let level = 0; ; level++) {
    const decodings = level < depth ? decoders.flatMap((decode) => decode(layout)) : [];
    const passed = [...rewritings];
    const found = withoutEncoded(matchesIn(layout), decodings);
    addMatches(merging, found, passed, offset);
    if (decodings.length === 0) return;
    const rewriting = new Rewriting(layout.text, decodings);
    rewritings.unshift(rewriting);
    layout = new Layout(rewriting.text);
  }
}

/** @param passed - what a text was rewritten by, the last one first. @param offset - of the place that it was in the beginning. */
function addMatches(merging: Merging, found: readonly Match[], passed: readonly Rewriting[], offset: number): void {
  if (passed.length === 0 && offset === 0) merging.addPlain(found);
  else merging.add(found, (range) => shifted(originThrough(passed, range), offset));
}

function shifted(origin: Origin, offset: number): Origin {
  const shift = ({ start, end }: Range): Range => ({ start: start + offset, end: end + offset });
  return offset === 0 ? origin : { ...origin, ...shift(origin), ...(origin.pieces ? { pieces: origin.pieces.map(shift) } : {}) };
}

/** Leaves out what the next pass reads better: values that are encoded, or pieces of a longer one. Known keys stay. */
function withoutEncoded(matches: readonly Match[], decodings: readonly Decoding[]): readonly Match[] {
  if (decodings.length === 0 || matches.length === 0) return matches;
  const joints = new Set(decodings.filter(({ decoder }) => decoder === 'concatenation').flatMap(({ start, end }) => [start, end]));
  const encoded = decodings.filter(({ decoder }) => decoder === 'base64' || decoder === 'hex').sort((a, b) => a.start - b.start);
  const starts = encoded.map(({ start }) => start);
  return matches.filter((match) => {
    if (match.evidence[0]?.kind === 'known') return true;
    const around = encoded[lastAtMost(starts, match.start)];
    return !joints.has(match.start) && !joints.has(match.end) && !(around && match.end <= around.end);
  });
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
