import type { Detector, Match, Range } from '@submit-guard/core';
import { contractMatches, mayBeContract } from './contracts/read-contract.ts';
import type { Text } from './documents/text.ts';
import { formatOf } from './formats/index.ts';
import { MalformedError } from './documents/malformed-error.ts';
import { environmentKeys } from './environment-keys.ts';
import { placeFinder } from './place-finder.ts';
import { repeatsOf } from './repeats.ts';
import { requestProblems } from './request-problems.ts';
import type { RequestOptions } from './sent-keys.ts';
import { sendingsOf, sentElsewhere, sentKeys } from './sent-keys.ts';
import type { Structure } from './structure.ts';

export interface StructureReading {
  readonly matches: readonly Match[];
  /** Why a file was read as mere text, for people. */
  readonly malformed?: string;
}

/**
 * What the structure of a test tool's file shows, together with what the detector found in its text.
 *
 * @param literal - what the detector found in the text.
 */
export function analyzeStructure(text: string, path: string, literal: readonly Match[], options: RequestOptions, detector: Pick<Detector, 'detect'>): StructureReading {
  const place = path.toLowerCase();
  const format = formatOf(place, text);
  const isContract = mayBeContract(place, text);
  try {
    const contract = isContract ? contractMatches(text, place) : [];
    const structure = format?.read(text, place) ?? noStructure;
    return { matches: format === undefined && contract.length === 0 ? literal : matchesIn(text, structure, contract, literal, options, detector) };
  } catch (error) {
    const name = format?.name ?? 'contract';
    if (error instanceof MalformedError) return { matches: literal, malformed: `${name}: ${error.message}` };
    // Parsers go down one call for each level of a document.
    if (error instanceof RangeError) return { matches: literal, malformed: `${name}: it is nested too deeply` };
    throw error;
  }
}

const noStructure: Structure = { places: [], requests: [], environments: [], passages: [], handedDown: [], identifiers: [] };

function matchesIn(text: string, structure: Structure, contract: readonly Match[], literal: readonly Match[], options: RequestOptions, detector: Pick<Detector, 'detect'>): readonly Match[] {
  const sendings = sendingsOf(structure, options);
  const elsewhere = [...sentElsewhere(sendings), ...structure.identifiers];
  const kept = literal.filter((match) => !isGuess(match) || !elsewhere.some((range) => overlaps(range, match)));
  const matches = [...kept];
  const sent = [...sentKeys(sendings)];
  for (const match of [...sent, ...structure.passages.flatMap((passage) => passageMatches(passage, detector)), ...environmentKeys(structure, options), ...requestProblems(sendings, options), ...contract]) {
    if (match.secret !== undefined && elsewhere.some((range) => overlaps(range, match)) && isGuess(match)) continue;
    const same = matches.findIndex((known) => (known.secret === undefined) === (match.secret === undefined) && isSameAspect(known, match) && overlaps(known, match));
    const known = matches[same];
    if (known === undefined) matches.push(match);
    else matches[same] = { ...known, evidence: [...match.evidence.filter(({ kind }) => !known.evidence.some((item) => item.kind === kind)), ...known.evidence] };
  }
  matches.push(...repeatsOf(sent, matches, text));
  const placeAt = placeFinder(structure.places);
  return matches.map((match) => withPlace(match, placeAt(match.start)?.words)).sort((a, b) => a.start - b.start || a.end - b.end);
}

/** A key in a field of a job is a key, too. */
function isSameAspect(a: Match, b: Match): boolean {
  return a.aspect === b.aspect || (a.secret !== undefined && b.secret !== undefined);
}

/** Whether a match rests on nothing but a host somewhere near it. */
function isGuess({ aspect, evidence }: Match): boolean {
  return aspect === 'key' && evidence.every(({ kind }) => kind === 'vicinity' || kind === 'destination' || kind === 'value' || kind === 'piece');
}

const overlaps = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;

/** What the detector finds in a text that it has not seen as one: lines in a list, escaped scripts. */
function passageMatches(passage: Text, detector: Pick<Detector, 'detect'>): readonly Match[] {
  const moved = ({ start, end }: Range): Range => passage.locate(start, end);
  return detector.detect(passage.value).map((match) => ({
    ...match,
    ...moved(match),
    evidence: match.evidence.map((item) => ({ ...item, ...moved(item) })),
    ...(match.pieces !== undefined && { pieces: match.pieces.map(moved) }),
  }));
}

function withPlace(match: Match, words: string | undefined): Match {
  return words === undefined || match.aspect !== 'key' ? match : { ...match, data: { ...match.data, place: words } };
}
