import type { Finding, FindingEvidence } from '@submit-guard/core';
import { contentIdOf, lineStartsOf } from '@submit-guard/core';
import { hasByteOrderMark } from '../../encodings/text-encoding.ts';
import { readerFor } from '../../readers/index.ts';
import { headLength } from '../../readers/reader.ts';

/** A version of a file: what it says, and what is found in it. */
export interface FileVersion {
  /** `undefined` where its bytes are no text, or too many to be in memory. */
  readonly text: string | undefined;
  readonly findings: readonly Finding[];
}

/** What bytes read as, lines and columns counted as in findings; `undefined` where they are no text. */
export function textOf(bytes: Buffer, path: string): string | undefined {
  const { encoding, opaque } = readerFor({ bytes: bytes.subarray(0, headLength), path });
  if (opaque !== undefined) return undefined;
  return encoding.decode(bytes.subarray(hasByteOrderMark(encoding, bytes) ? encoding.byteOrderMark.length : 0));
}

/**
 * The findings that are not in any earlier version of the file: those whose value stands in none. The evidence may be older. A value counts
 * as older, too, where it stands in an earlier version in another encoding.
 *
 * @param text - of the version with the findings.
 */
export function newFindings(findings: readonly Finding[], text: string | undefined, earlier: readonly FileVersion[]): readonly Finding[] {
  if (earlier.length === 0) return findings;
  const lineStarts = text === undefined ? undefined : lineStartsOf(text);
  return findings.filter((finding) => {
    // Lines of what was read in an image are none of the text.
    const isOfText = finding.box === undefined && finding.via?.includes('metadata') !== true;
    const values = text === undefined || lineStarts === undefined || finding.secret === undefined || !isOfText ? undefined : valuesOf(finding, text, lineStarts);
    return !earlier.some((version) => (
      version.findings.some((older) => contentIdOf(older) === contentIdOf(finding))
      || (values !== undefined && version.text !== undefined && values.every((value) => version.text?.includes(value) === true))
    ));
  });
}

/** The text of a finding, and of the further pieces of its key. These are keys: they stay in this module. */
function valuesOf(finding: Finding, text: string, lineStarts: ArrayLike<number>): readonly string[] {
  const offset = (line: number, column: number): number => (lineStarts[line - 1] ?? 0) + column - 1;
  const sliceOf = ({ line, column, endLine, endColumn }: Pick<FindingEvidence, 'line' | 'column' | 'endLine' | 'endColumn'>): string =>
    column === undefined || endColumn === undefined ? '' : text.slice(offset(line, column), offset(endLine ?? line, endColumn));
  const slices = [finding, ...finding.evidence.filter(({ kind }) => kind === 'piece')].map(sliceOf).filter((slice) => slice !== '');
  return slices.length === 0 ? [text] : slices;
}
