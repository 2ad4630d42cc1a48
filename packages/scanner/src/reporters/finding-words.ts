import type { ChainStep, Confidence, Coverage, EvidenceKind, Finding, FindingEvidence } from '@submit-guard/core';
import { bytesInWords, counted, inDigits } from './amounts.ts';

/** What each kind of evidence says of the key, before its detail; the most convincing kind first. */
const sayings: Readonly<Record<EvidenceKind, string>> = {
  known: 'known from ',
  destination: 'sent to ',
  name: 'named ',
  format: 'has the format ',
  vicinity: 'next to ',
  value: 'looks like a key: ',
  piece: '',
};

/** A piece of evidence in words: `sent to submit.atomyx.io`. */
export function evidenceInWords(evidence: Pick<FindingEvidence, 'kind' | 'detail'>): string {
  return `${sayings[evidence.kind]}${evidence.detail}`;
}

/** Evidence in the order in which it convinces: where the value goes and what it is called come first. */
export function evidenceInOrder(finding: Finding): readonly FindingEvidence[] {
  const order = Object.keys(sayings);
  return [...finding.evidence].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.line - b.line);
}

/** Evidence in words with the lines that it stands in, in the order in which it convinces; the same words stand once. */
export function evidenceByWords(finding: Finding): ReadonlyMap<string, readonly number[]> {
  const linesByWords = new Map<string, number[]>();
  for (const item of evidenceInOrder(finding)) {
    const words = evidenceInWords(item);
    const lines = linesByWords.get(words) ?? [];
    if (!lines.includes(item.line)) lines.push(item.line);
    linesByWords.set(words, lines);
  }
  return linesByWords;
}

/** `certain`, `high confidence`. */
export function confidenceInWords(confidence: Confidence): string {
  return confidence === 'certain' ? confidence : `${confidence} confidence`;
}

/** The key in words: `3f9a..., 40 characters, sg1:...`; `undefined` for a finding without a key. */
export function keyInWords({ secret }: Finding): string | undefined {
  if (secret === undefined) return undefined;
  return `${secret.redacted}, ${counted(secret.length, 'character')}, ${secret.fingerprint}`;
}

/** Where a person can open a finding: `src/api.py:3:17`. */
export function placeOf(finding: Pick<Finding, 'path' | 'line' | 'column'>): string {
  return `${finding.path}:${finding.line}:${finding.column}`;
}

/** Where else the finding leads: how it was decoded, the document's field, the commit, the source it was built from. */
export function circumstancesOf(finding: Finding): readonly (readonly [label: string, words: string])[] {
  const { via, pointer, box, commit, blob, history, original, chain } = finding;
  const rows: (readonly [string, string])[] = [];
  if (via !== undefined && via.length > 0) rows.push(['decoded', via.join(' → ')]);
  if (pointer !== undefined) rows.push(['field', pointer]);
  if (box !== undefined) rows.push(['image', `${box.width} x ${box.height} pixels at ${box.x}, ${box.y}`]);
  if (commit !== undefined) rows.push(['commit', history?.authored === undefined ? commit : `${commit}, ${history.authored}`]);
  if (blob !== undefined) rows.push(['object', blob]);
  if (history?.paths !== undefined) rows.push(['paths', someOf(history.paths)]);
  if (history?.tips !== undefined) rows.push(['still in', history.tips.length === 0 ? 'no ref; it is in the history only' : someOf(history.tips)]);
  if (history?.refs !== undefined) rows.push(['refs', history.refs.length === 0 ? 'none leads to it' : someOf(history.refs)]);
  if (original !== undefined) rows.push(['source', placeOf(original)]);
  if (chain !== undefined) rows.push(['chain', chain.map(stepInWords).join(' → ')]);
  return rows;
}

/** A step of a chain in words: `src/api.ts:12:9 reads import.meta.env.VITE_KEY`. */
export function stepInWords({ path, line, column, what }: ChainStep): string {
  return path === undefined ? what : `${[path, line, column].filter((part) => part !== undefined).join(':')} ${what}`;
}

/** Names that are listed one by one; the rest is counted. */
const mostNames = 8;

function someOf(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).join(', ');
  return names.length > mostNames ? `${shown} and ${inDigits(names.length - mostNames)} more` : shown;
}

/** How many files and objects a scan says something about. */
export function placesRead({ files, blobs, knownClean = 0 }: Coverage): number {
  return files + blobs + knownClean;
}

/** What a scan read: `12 files, 48.2 kB`, `3 commits, 17 git objects, 4.1 kB`. */
export function coverageInWords({ files, members, commits, blobs, bytes, knownClean }: Coverage): string {
  const read = commits === undefined || files > 0 ? [counted(files, 'file')] : [];
  if (commits !== undefined && commits > 0) read.push(counted(commits, 'commit'));
  if (commits !== undefined || blobs > 0) read.push(counted(blobs, 'git object'));
  if (members !== undefined) read.push(`${counted(members, 'member')} of archives`);
  const known = knownClean === undefined ? '' : `; ${counted(knownClean, 'object')} known to be clean`;
  return `${read.join(', ')}, ${bytesInWords(bytes)}${known}`;
}
