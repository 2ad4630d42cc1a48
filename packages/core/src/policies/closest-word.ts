/** Length of the words that are compared; longer ones are no slips of a finger. */
const longest = 64;

/** Number of insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`. */
function editsBetween(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let edits = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1));
      if (a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1] && row > 1 && column > 1) {
        edits = Math.min(edits, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(edits);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}

/**
 * The word that somebody probably meant.
 *
 * @param word - what was written; case, `-` and `_` do not matter.
 * @param candidates - what may be written.
 * @returns the nearest candidate that is at most a third of its length away, or `undefined`.
 */
export function closestWord(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > longest) return undefined;
  const plain = (text: string): string => text.toLowerCase().replace(/[-_]/g, '');
  const wanted = plain(word);
  let best: string | undefined;
  let fewest = Infinity;
  for (const candidate of candidates) {
    const name = plain(candidate);
    // A word that was cut short (`warn`) is as near as one with a slip in it.
    const edits = wanted.length >= 3 && name !== wanted && name.startsWith(wanted) ? 1 : editsBetween(wanted, name);
    if (edits < fewest && edits <= Math.max(1, Math.floor(name.length / 3))) {
      best = candidate;
      fewest = edits;
    }
  }
  return best;
}
