import { pathToFileURL } from 'node:url';
import type { PlaceNote, PolicyNote, Report } from '@submit-guard/core';
import type { Rule } from '@submit-guard/rules';
import { ruleById } from '@submit-guard/rules';
import { occurrenceIds } from './occurrences.ts';
import { printableJson } from './json.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';
import { scannerRules } from './rule-metadata.ts';
import { physicalLocation, plainMessage, sourceRoot } from './sarif/locations.ts';
import { resultOf } from './sarif/results.ts';
import { ruleDescriptor } from './sarif/rule-descriptors.ts';

/** Places that are named one by one; the run says how many there are. Services refuse logs that are too big. */
const mostNotifications = 1000;

const notificationKinds = {
  unread: 'Something that should have been read and was not.',
  skipped: 'Something that was left out on purpose.',
  policy: 'A suppression that needs a look.',
} as const;

function notification(
  kind: keyof typeof notificationKinds,
  level: string,
  words: string,
  path: string,
  line?: number,
): object {
  return {
    descriptor: { id: kind },
    level,
    message: plainMessage(words),
    locations: [{ physicalLocation: physicalLocation(path, line === undefined ? undefined : { startLine: line }) }],
  };
}

const placeNotifications = (
  kind: 'unread' | 'skipped',
  level: string,
  verb: string,
  places: readonly PlaceNote[],
): readonly object[] =>
  places
    .slice(0, mostNotifications)
    .map(({ path, reason }) => notification(kind, level, `${path} was ${verb}: ${reason}.`, path));

const policyNotification = ({ kind, path, line, message }: PolicyNote): object =>
  notification('policy', kind === 'invalid-suppression' ? 'error' : 'warning', message, path, line);

function invocation({ coverage, notes }: Report, options: ReporterOptions): object {
  const { startedAt, finishedAt } = options;
  return {
    executionSuccessful: coverage.unread.length === 0,
    startTimeUtc: startedAt?.toISOString(),
    endTimeUtc: finishedAt?.toISOString(),
    toolExecutionNotifications: [
      ...placeNotifications('unread', 'error', 'not read', coverage.unread),
      ...placeNotifications('skipped', 'note', 'skipped', coverage.skipped),
    ],
    toolConfigurationNotifications: notes.map(policyNotification),
  };
}

/** The catalogue's rules, and a bare descriptor for each other id that the findings have. */
function descriptors(report: Report): readonly { readonly id: string; readonly descriptor: object }[] {
  const known = new Map<string, Rule | undefined>(scannerRules.map((rule) => [rule.id, rule]));
  for (const { ruleId } of report.findings) if (!known.has(ruleId)) known.set(ruleId, ruleById(ruleId));
  return [...known].map(([id, rule]) => ({ id, descriptor: rule === undefined ? { id } : ruleDescriptor(rule) }));
}

/** A SARIF 2.1.0 log (OASIS), as GitHub code scanning and other services take it in. */
export const report: Reporter = (data, options) => {
  const rules = descriptors(data);
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const occurrences = occurrenceIds(data.findings);
  const { workingDirectory, version } = options;
  const root =
    workingDirectory === undefined ? {} : { uri: `${pathToFileURL(workingDirectory).href.replace(/\/*$/, '')}/` };
  return printableJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'submit-guard',
            version,
            semanticVersion: version,
            shortDescription: { text: 'Finds Atomyx Submit API keys by evidence, not by shape.' },
            rules: rules.map(({ descriptor }) => descriptor),
            notifications: Object.entries(notificationKinds).map(([id, text]) => ({ id, shortDescription: { text } })),
          },
        },
        automationDetails: { id: 'submit-guard/' },
        originalUriBaseIds: { [sourceRoot]: { ...root, description: { text: 'The working directory of the scan.' } } },
        columnKind: 'utf16CodeUnits',
        invocations: [invocation(data, options)],
        results: data.findings.map((finding, index) =>
          resultOf(finding, indexes.get(finding.ruleId) ?? -1, occurrences[index] ?? ''),
        ),
        properties: {
          coverage: {
            files: data.coverage.files,
            ...(data.coverage.members !== undefined && { members: data.coverage.members }),
            blobs: data.coverage.blobs,
            bytes: data.coverage.bytes,
            skipped: data.coverage.skipped.length,
            unread: data.coverage.unread.length,
          },
          suppressed: data.suppressed,
        },
      },
    ],
  });
};
