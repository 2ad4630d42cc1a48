import type { Finding, PlaceNote, PolicyNote, Report } from '@submit-guard/core';
import { contentIdOf } from '@submit-guard/core';

const empty: Report = { findings: [], suppressed: 0, notes: [], coverage: { files: 0, blobs: 0, bytes: 0, skipped: [], unread: [] } };

/**
 * One report of history and work tree. What is found at the same place in both is one finding, with its commit.
 *
 * @param unseen - history that is not here.
 */
export function joinReports(history: Report = empty, workTree: Report = empty, unseen: readonly PlaceNote[] = []): Report {
  const inHistory = new Map(history.findings.map((finding) => [keyOf(finding), finding]));
  const onDisk = new Set(workTree.findings.map(keyOf));
  const { commits, knownClean } = history.coverage;
  const members = (history.coverage.members ?? 0) + (workTree.coverage.members ?? 0);
  return {
    findings: [
      ...workTree.findings.map((finding) => withCommit(finding, inHistory.get(keyOf(finding)))),
      ...history.findings.filter((finding) => !onDisk.has(keyOf(finding))),
    ],
    suppressed: history.suppressed + workTree.suppressed,
    notes: unique<PolicyNote>([...history.notes, ...workTree.notes]),
    coverage: {
      files: workTree.coverage.files,
      blobs: history.coverage.blobs,
      bytes: history.coverage.bytes + workTree.coverage.bytes,
      ...(members > 0 && { members }),
      ...(commits !== undefined && { commits }),
      ...(knownClean !== undefined && { knownClean }),
      skipped: unique<PlaceNote>([...history.coverage.skipped, ...workTree.coverage.skipped]),
      unread: unique<PlaceNote>([...history.coverage.unread, ...workTree.coverage.unread, ...unseen]),
    },
  };
}

function keyOf(finding: Finding): string {
  const { ruleId, path, line, column } = finding;
  return JSON.stringify([ruleId, path, line, column, contentIdOf(finding)]);
}

function withCommit(finding: Finding, earlier: Finding | undefined): Finding {
  if (earlier === undefined) return finding;
  const { commit, blob, history } = earlier;
  return { ...finding, ...(commit !== undefined && { commit }), ...(blob !== undefined && { blob }), ...(history !== undefined && { history }) };
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
