/** What shows that a value is not a plain literal: a template, or a word for a key. */
const refersToKey = /[{$<%]|key|token|secret/gi;

/** Tells where the next sign of a reference behind an offset ends. Each answer serves all offsets up to that sign; they must ascend. */
export function nextReferenceEnd(text: string): (offset: number) => number {
  let start = -1;
  let end = -1;
  return (offset) => {
    if (offset <= start) return end;
    refersToKey.lastIndex = offset;
    const match = refersToKey.exec(text);
    start = match?.index ?? Infinity;
    end = match === null ? Infinity : refersToKey.lastIndex;
    return end;
  };
}
