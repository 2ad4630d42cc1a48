import type { Outcome, Tally } from '../outcome.ts';
import type { BlobOutcome } from '../scan-bytes.ts';

/**
 * Counts a container: what it holds, and what was found in its own bytes and not in its members, which stand there as they are where they are
 * not compressed.
 *
 * @param path - of the container, as it is reported.
 * @param size - bytes of the container.
 * @param outer - what its own bytes come to; `undefined` where they were not looked at.
 */
export function addContainer(tally: Tally, path: string, size: number, outer: BlobOutcome | undefined, members: Outcome): void {
  const known = new Set(members.findings.map(({ secret }) => secret?.fingerprint));
  for (const finding of outer?.findings ?? []) if (finding.secret !== undefined && !known.has(finding.secret.fingerprint)) tally.findings.push(finding);
  tally.bytes += size;
  if (!members.unread.some((note) => note.path === path)) tally.files++;
  tally.add({ ...members, files: 0, members: members.files });
}
