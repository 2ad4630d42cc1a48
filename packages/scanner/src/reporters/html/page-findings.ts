import type { Finding } from '@submit-guard/core';
import { printable } from '@submit-guard/core';
import type { PageFinding } from '@submit-guard/report';
import { evidenceByWords, placeOf } from '../finding-words.ts';
import { occurrenceIds } from '../occurrences.ts';

/** Hexadecimal digits of the id of a finding in a page: enough for millions, and short enough for an address. */
const idLength = 16;

const printableAll = (texts: readonly string[]): readonly string[] => texts.map(printable);

/** The excerpt of a finding, as it is: it was masked and made printable where it was cut out. */
function linesOf({ excerpt }: Finding): Pick<PageFinding, 'excerpt'> {
  if (excerpt === undefined || excerpt.length === 0) return {};
  return { excerpt: excerpt.map(({ line, text, marks }) => ({ line, text: printable(text), marks: marks.map(({ column, endColumn, kind }) => ({ column, endColumn, kind })) })) };
}

function historyOf({ history }: Finding): Pick<PageFinding, 'history'> {
  if (history === undefined) return {};
  const { authored, paths, tips, refs } = history;
  return {
    history: {
      ...(authored !== undefined && { authored: printable(authored) }),
      ...(paths !== undefined && { paths: printableAll(paths) }),
      ...(tips !== undefined && { tips: printableAll(tips) }),
      ...(refs !== undefined && { refs: printableAll(refs) }),
    },
  };
}

function pageFinding(finding: Finding, id: string, source: number): PageFinding {
  const { ruleId, clause, surface, severity, confidence, message, path, line, column, secret, via, pointer, box, image, commit, blob, original, chain } = finding;
  return {
    id,
    source,
    rule: printable(ruleId),
    clause: printable(clause),
    ...(surface !== undefined && { surface }),
    severity,
    confidence,
    message: printable(message),
    path: printable(path),
    line,
    column,
    ...(secret !== undefined && { key: { redacted: printable(secret.redacted), length: secret.length, fingerprint: secret.fingerprint } }),
    evidence: [...evidenceByWords(finding)].map(([words, lines]) => ({ words: printable(words), lines })),
    ...linesOf(finding),
    ...(via !== undefined && via.length > 0 && { via: printableAll(via) }),
    ...(pointer !== undefined && { pointer: printable(pointer) }),
    ...(box !== undefined && { box: { x: box.x, y: box.y, width: box.width, height: box.height } }),
    ...(image !== undefined && { image: { width: image.width, height: image.height } }),
    ...(commit !== undefined && { commit: printable(commit) }),
    ...(blob !== undefined && { blob: printable(blob) }),
    ...historyOf(finding),
    ...(original !== undefined && { original: printable(placeOf(original)) }),
    ...(chain !== undefined && { chain: chain.map(({ path: at, line: row, column: unit, what }) => ({ ...(at !== undefined && { place: printable([at, row, unit].filter((part) => part !== undefined).join(':')) }), what: printable(what) })) }),
  };
}

/**
 * The findings of one source as a page shows them.
 *
 * @param source - its index in the page.
 * @param taken - ids that are taken in the page; those of these findings are added.
 */
export function pageFindings(findings: readonly Finding[], source: number, taken: Set<string>): readonly PageFinding[] {
  return occurrenceIds(findings).map((occurrence, index) => {
    const short = occurrence.slice(0, idLength);
    let id = short;
    for (let more = 2; taken.has(id); more++) id = `${short}-${more}`;
    taken.add(id);
    return pageFinding(findings[index] as Finding, id, source);
  });
}
