import { isWordlike } from '../values/words.ts';

/** Characters that a run must have; a percent escape counts as one separator. */
const shortest = 16;

const separators = /[/_~+-]|%[0-9A-Fa-f]{2}/g;

/** Runs of letters of one case; `Word` counts as one run. */
const letterRuns = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g;

/**
 * Share of the letters and digits of a text that belong to something that reads like a word, from 0 to 1. Between
 * separators three letters make a word; inside denser text, where three letters read like one by chance, four do.
 */
export function wordShare(text: string): number {
  let inWords = 0;
  let all = 0;
  for (const part of text.split(separators)) {
    all += part.length;
    const shortestWord = /^(?:[A-Z]?[a-z]+|[A-Z]+)$/.test(part) ? 3 : 4;
    for (const [run] of part.matchAll(letterRuns)) {
      if (run.length >= shortestWord && isWordlike(run)) inWords += run.length;
    }
  }
  return all === 0 ? 1 : inWords / all;
}

/**
 * Whether a run of letters, digits and the separators of base64, base64url and UUIDs looks drawn at random. Errs
 * towards yes: it decides what a code frame hides, not what is found.
 *
 * @param run - without `=` padding.
 */
function looksRandom(run: string): boolean {
  const plain = run.replace(separators, '');
  if (run.length < shortest || plain.length < shortest - 4) return false;
  if (/^\d+$/.test(plain)) return plain.length === run.length;
  if (/^[0-9a-f]+$/i.test(plain) && /\d/.test(plain)) return true;
  if (/\d/.test(plain)) return wordShare(run) < 0.7;
  const mixedCase = /[a-z]/.test(plain) && /[A-Z]/.test(plain);
  return wordShare(run) < (mixedCase ? 0.5 : 0.25);
}

interface Part {
  readonly start: number;
  readonly end: number;
  /** `word` ends a span of random parts, `neutral` only when it stands at its edge. */
  readonly kind: 'word' | 'neutral' | 'odd';
}

function kindOf(part: string): Part['kind'] {
  if (/^(?:[A-Za-z]{0,2}|\d{1,4}|v\d+)$/.test(part)) return 'neutral';
  return wordShare(part) >= 0.5 ? 'word' : 'odd';
}

function partsOf(run: string): readonly Part[] {
  const parts: Part[] = [];
  let start = 0;
  for (const separator of run.matchAll(separators)) {
    parts.push({ start, end: separator.index, kind: kindOf(run.slice(start, separator.index)) });
    start = separator.index + separator[0].length;
  }
  parts.push({ start, end: run.length, kind: kindOf(run.slice(start)) });
  return parts;
}

/**
 * The random-looking stretches of a run: the whole run, or what stands between the words of a path or a name in it.
 *
 * @param inAddress - the run stands in a URL, where one word tells a path; elsewhere random text holds one by chance.
 * @returns offsets in `run`, ascending and disjoint.
 */
export function randomStretches(
  run: string,
  inAddress: boolean,
): readonly { readonly start: number; readonly end: number }[] {
  const parts = partsOf(run);
  const isPath =
    inAddress && parts.some((part) => part.kind === 'word' && /^[A-Za-z]+$/.test(run.slice(part.start, part.end)));
  if (!isPath && looksRandom(run)) return [{ start: 0, end: run.length }];
  const stretches: { start: number; end: number }[] = [];
  let open: { start: number; end: number } | undefined;
  const close = (): void => {
    if (open !== undefined && looksRandom(run.slice(open.start, open.end))) stretches.push(open);
    open = undefined;
  };
  for (const part of parts) {
    if (part.kind === 'word') close();
    else if (part.kind === 'odd') open = { start: open?.start ?? part.start, end: part.end };
  }
  close();
  return stretches;
}
