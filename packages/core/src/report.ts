import type { Finding } from './finding.ts';

export interface PlaceNote {
  readonly path: string;
  readonly reason: string;
}

/** What was looked at, and what was not. Always part of a report: a scan that read nothing must not look clean. */
export interface Coverage {
  /** Files read. */
  readonly files: number;
  /** Blobs that were read in archives and compressed files; where there were any. */
  readonly members?: number;
  /** Commits that were looked at; where history was scanned. */
  readonly commits?: number;
  /** Git objects that were not read because an earlier run has shown that nothing can be found in them. */
  readonly knownClean?: number;
  /** Git objects read: blobs, and the trees, commits and tags that were looked at besides. */
  readonly blobs: number;
  /** Bytes read. */
  readonly bytes: number;
  /** Left out on purpose, with the reason. */
  readonly skipped: readonly PlaceNote[];
  /** Should have been read and was not; makes exit status 2. */
  readonly unread: readonly PlaceNote[];
}

/**
 * Something about the policy that a person should mend or decide: a stale or faulty suppression, an expired baseline entry, a
 * suppression that a change brings along and that nobody has approved.
 */
export interface PolicyNote {
  readonly kind: 'stale-suppression' | 'invalid-suppression' | 'expired-suppression' | 'untrusted-suppression';
  readonly path: string;
  readonly line?: number;
  readonly message: string;
}

/** Everything a reporter needs. */
export interface Report {
  readonly findings: readonly Finding[];
  readonly coverage: Coverage;
  /** Findings that a suppression or the baseline covers. */
  readonly suppressed: number;
  readonly notes: readonly PolicyNote[];
}
