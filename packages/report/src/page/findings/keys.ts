import type { PageData, PageFinding } from '../../model/page-data.ts';

/** A key and where it was found. */
export interface FoundKey {
  readonly redacted: string;
  /** In UTF-16 units. */
  readonly length: number;
  readonly fingerprint: string;
  readonly findings: number;
  readonly files: number;
  readonly sources: number;
}

/** The distinct keys of a report, those in the most places first. */
export function keysOf({ findings }: PageData): readonly FoundKey[] {
  const byKey = new Map<string, PageFinding[]>();
  for (const finding of findings) {
    if (finding.key === undefined) continue;
    const own = byKey.get(finding.key.fingerprint);
    if (own === undefined) byKey.set(finding.key.fingerprint, [finding]);
    else own.push(finding);
  }
  return [...byKey]
    .map(([fingerprint, own]) => ({
      fingerprint,
      redacted: own[0]?.key?.redacted ?? '',
      length: own[0]?.key?.length ?? 0,
      findings: own.length,
      files: filesOf(own),
      sources: new Set(own.map(({ source }) => source)).size,
    }))
    .sort((a, b) => b.findings - a.findings || (a.fingerprint < b.fingerprint ? -1 : 1));
}

/** In how many files findings stand. */
export const filesOf = (findings: readonly PageFinding[]): number => new Set(findings.map(({ source, path }) => `${source} ${path}`)).size;
