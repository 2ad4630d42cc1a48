import type { Confidence, Finding, Severity } from '@submit-guard/core';
import { printable } from '@submit-guard/core';
import { evidenceInOrder, evidenceInWords, keyInWords, placeOf, stepInWords } from '../finding-words.ts';
import { physicalLocation, plainMessage } from './locations.ts';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

const ranks: Readonly<Record<Confidence, number>> = { certain: 100, high: 90, medium: 60, low: 30 };

/** The masked lines next to the finding that follow each other without a gap, around its own line. */
function contextRegion({ excerpt = [], line }: Finding): object | undefined {
  const own = excerpt.findIndex((each) => each.line === line);
  if (own === -1) return undefined;
  let from = own;
  let to = own;
  while (excerpt[from - 1]?.line === (excerpt[from]?.line ?? 0) - 1) from--;
  while (excerpt[to + 1]?.line === (excerpt[to]?.line ?? 0) + 1) to++;
  const shown = excerpt.slice(from, to + 1);
  return {
    startLine: shown[0]?.line,
    endLine: shown.at(-1)?.line,
    snippet: { text: shown.map((each) => printable(each.text)).join('\n') },
  };
}

/** Evidence and the original source, each at its place. */
function relatedLocations(finding: Finding): readonly object[] {
  const places = evidenceInOrder(finding).map((item) => ({
    path: finding.path,
    region: { startLine: item.line, startColumn: item.column, endLine: item.endLine, endColumn: item.endColumn },
    words: evidenceInWords(item),
  }));
  const { original } = finding;
  const source = original && {
    path: original.path,
    region: { startLine: original.line, startColumn: original.column },
    words: `built from ${placeOf(original)}`,
  };
  return [...places, ...(source === undefined ? [] : [source])].map(({ path, region, words }, index) => ({
    id: index + 1,
    physicalLocation: physicalLocation(path, region),
    message: plainMessage(words),
  }));
}

/** The way of the key to the finding, as a flow of one thread (3.36, 3.37). */
function codeFlows({ chain }: Finding): readonly object[] | undefined {
  const locations = chain?.map((step) => ({
    location: {
      ...(step.path === undefined ? {} : { physicalLocation: physicalLocation(step.path, step.line === undefined ? undefined : { startLine: step.line, startColumn: step.column }) }),
      message: plainMessage(stepInWords(step)),
    },
  }));
  return locations && [{ threadFlows: [{ locations }] }];
}

/**
 * A finding as a SARIF result (3.27).
 *
 * @param ruleIndex - index of the rule's descriptor.
 * @param occurrence - see `occurrenceIds`.
 */
export function resultOf(finding: Finding, ruleIndex: number, occurrence: string): object {
  const { line, column, endLine, endColumn, pointer, secret } = finding;
  const key = keyInWords(finding);
  const because = evidenceInOrder(finding).map((item) => `${evidenceInWords(item)} (line ${item.line})`);
  const words = [
    finding.message,
    ...(key === undefined ? [] : [`Key: ${key}.`]),
    ...(because.length === 0 ? [] : [`Because: ${because.join('; ')}.`]),
  ];
  return {
    ruleId: finding.ruleId,
    ruleIndex,
    level: levels[finding.severity],
    rank: ranks[finding.confidence],
    message: plainMessage(words.join(' ')),
    locations: [
      {
        physicalLocation: {
          ...physicalLocation(finding.path, { startLine: line, startColumn: column, endLine, endColumn }),
          contextRegion: contextRegion(finding),
        },
        ...(pointer === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: pointer, kind: 'member' }] }),
      },
    ],
    relatedLocations: relatedLocations(finding),
    codeFlows: codeFlows(finding),
    partialFingerprints: { 'submitGuardFingerprint/v1': occurrence },
    properties: {
      clause: finding.clause,
      confidence: finding.confidence,
      secret: secret && { redacted: secret.redacted, length: secret.length, fingerprint: secret.fingerprint },
      via: finding.via,
      box: finding.box,
      commit: finding.commit,
      blob: finding.blob,
    },
  };
}
