import type { Finding, Report } from '@submit-guard/core';
import { printable } from '@submit-guard/core';
import type { Rule } from '@submit-guard/rules';
import { ruleById } from '@submit-guard/rules';
import { circumstancesOf, evidenceInOrder, evidenceInWords, keyInWords } from './finding-words.ts';
import { printableJson } from './json.ts';
import { withoutMarkup } from './markdown/markup.ts';
import { occurrenceIds } from './occurrences.ts';
import type { Reporter } from './reporter.ts';
import { scannerRules, titleOf } from './rule-metadata.ts';

/**
 * Version of GitLab's secret-detection report schema that this follows (gitlab-org/security-products/
 * security-report-schemas). GitLab checks against the newest patch of the same minor version that it has.
 */
const schemaVersion = '15.2.0';

/** GitLab asks for a commit and takes this for "none", as its own analyzer writes it outside of git. */
const noCommit = '0000000';

const product = { id: 'submit-guard', name: 'submit-guard', vendor: { name: 'submit-guard' } };

/** 32 hexadecimal digits written as a UUID of version 8 (RFC 9562: its content is the maker's own). */
function asUuid(digits: string): string {
  const variant = '89ab'.charAt(parseInt(digits.charAt(16), 16) & 3);
  const plain = `${digits.slice(0, 12)}8${digits.slice(13, 16)}${variant}${digits.slice(17, 32)}`;
  return [plain.slice(0, 8), plain.slice(8, 12), plain.slice(12, 16), plain.slice(16, 20), plain.slice(20)].join('-');
}

function severityOf({ severity, confidence }: Finding): string {
  if (severity === 'info') return 'Info';
  if (severity === 'warning') return 'Medium';
  return confidence === 'certain' || confidence === 'high' ? 'Critical' : 'High';
}

const identifier = (id: string, docsUrl?: string): object => ({
  type: 'submit_guard_rule_id',
  name: `submit-guard rule ${printable(id)}`,
  value: printable(id),
  url: docsUrl,
});

const primaryIdentifier = ({ id, docsUrl }: Rule): object => identifier(id, docsUrl);

/** Fields that GitLab shows under a vulnerability. */
function details(finding: Finding): object {
  const text = (name: string, value: string): object => ({ name, type: 'text', value: printable(value) });
  const key = keyInWords(finding);
  return {
    confidence: text('Confidence', finding.confidence),
    ...(key === undefined ? {} : { key: text('Key', key) }),
    evidence: {
      name: 'Evidence',
      type: 'list',
      items: evidenceInOrder(finding).map((item) => ({
        type: 'text',
        value: printable(`${evidenceInWords(item)} (line ${item.line})`),
      })),
    },
    ...Object.fromEntries(circumstancesOf(finding).map(([label, words]) => [label, text(label, words)])),
  };
}

function vulnerability(finding: Finding, occurrence: string): object {
  const rule = ruleById(finding.ruleId);
  const because = evidenceInOrder(finding).map(
    (item) => `- ${withoutMarkup(evidenceInWords(item))} (line ${item.line})`,
  );
  return {
    id: asUuid(occurrence),
    category: 'secret_detection',
    name: printable(titleOf(finding.ruleId)).slice(0, 255),
    description: [withoutMarkup(finding.message), ...(because.length === 0 ? [] : ['', ...because])].join('\n'),
    severity: severityOf(finding),
    solution: rule?.remedy.join(' '),
    identifiers: [identifier(finding.ruleId, rule?.docsUrl)],
    links: rule === undefined ? undefined : [{ name: rule.title, url: rule.docsUrl }],
    location: {
      file: printable(finding.path),
      start_line: finding.line,
      end_line: finding.endLine,
      commit: { sha: printable(finding.commit ?? '') || noCommit },
    },
    tracking: {
      type: 'source',
      items: [
        {
          file: printable(finding.path),
          start_line: finding.line,
          end_line: finding.endLine,
          signatures: [{ algorithm: 'hash', value: occurrence }],
        },
      ],
    },
    details: details(finding),
  };
}

const toTheSecond = (time: Date): string => time.toISOString().slice(0, 19);

function messages({ coverage, notes }: Report): readonly object[] {
  const message = (level: string, value: string): object => ({ level, value: printable(value) });
  return [
    ...coverage.unread.map(({ path, reason }) =>
      message('fatal', `${path} could not be read: ${reason}. This scan is not complete.`),
    ),
    ...notes.map(({ kind, path, line, message: words }) =>
      message(
        kind === 'invalid-suppression' ? 'fatal' : 'warn',
        `${path}${line === undefined ? '' : `:${line}`}: ${words}`,
      ),
    ),
    ...coverage.skipped.map(({ path, reason }) => message('info', `${path} was skipped: ${reason}.`)),
  ];
}

/** A GitLab secret-detection report, for `artifacts:reports:secret_detection`. */
export const report: Reporter = (data, options) => {
  const now = new Date();
  const tool = { ...product, version: options.version };
  const occurrences = occurrenceIds(data.findings);
  return printableJson({
    version: schemaVersion,
    scan: {
      type: 'secret_detection',
      status: data.coverage.unread.length === 0 ? 'success' : 'failure',
      start_time: toTheSecond(options.startedAt ?? options.finishedAt ?? now),
      end_time: toTheSecond(options.finishedAt ?? now),
      analyzer: tool,
      scanner: tool,
      primary_identifiers: scannerRules.map(primaryIdentifier),
      messages: messages(data),
    },
    vulnerabilities: data.findings.map((finding, index) => vulnerability(finding, occurrences[index] ?? '')),
  });
};
