import type { Match } from '@submit-guard/core';

/** How often one key is looked for behind its first place; recordings hold hundreds of requests. */
const mostRepeats = 1_000;
/** Different keys that are looked for: each costs a pass over the document. */
const mostKeys = 50;
/** Shorter values may stand somewhere by chance. UTF-16 units. */
const shortestKey = 16;

/**
 * The other places of the keys that requests send: they are keys where nothing uses them, too, such as in an old variable.
 *
 * @param matches - what is known already.
 * @param text - the document; a key that is encoded there is not looked for.
 */
export function repeatsOf(sent: readonly Match[], matches: readonly Match[], text: string): readonly Match[] {
  const known = new Set(matches.map(({ start }) => start));
  const repeats: Match[] = [];
  const values = new Set<string>();
  for (const match of sent) {
    const { start, end, secret } = match;
    const value = text.slice(start, end);
    if (secret?.length !== value.length || value.length < shortestKey || match.pieces !== undefined || values.has(value) || values.size === mostKeys) continue;
    values.add(value);
    for (let at = text.indexOf(value), count = 0; at !== -1 && count < mostRepeats; at = text.indexOf(value, at + value.length), count++) {
      if (known.has(at) || isPart(text, at, at + value.length) || matches.some((other) => other.start < at + value.length && at < other.end)) continue;
      known.add(at);
      repeats.push({ ...match, aspect: 'key', start: at, end: at + value.length, evidence: match.evidence.map((item) => (item.kind === 'value' ? { ...item, start: at, end: at + value.length } : item)) });
    }
  }
  return repeats;
}

/** Whether what stands at a range is a part of a longer word. */
function isPart(text: string, start: number, end: number): boolean {
  return /\w/.test(text.charAt(start - 1)) || /\w/.test(text.charAt(end));
}
