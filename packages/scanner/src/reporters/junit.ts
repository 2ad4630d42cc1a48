import type { Finding, PolicyNote, Report } from '@submit-guard/core';
import { printable } from '@submit-guard/core';
import { ruleById } from '@submit-guard/rules';
import { counted } from './amounts.ts';
import {
  circumstancesOf,
  confidenceInWords,
  coverageInWords,
  evidenceInOrder,
  evidenceInWords,
  keyInWords,
  placeOf,
} from './finding-words.ts';
import type { Reporter } from './reporter.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text for an element or an attribute; what XML 1.0 allows in no form (section 2.2) is shown as an escape. */
const xml = (text: string): string =>
  printable(text)
    .replace(/[\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`)
    .replace(/[&<>"']/g, (character) => entities[character] ?? '')
    .replace(/#(?=#[a-z]*\[)/gi, '&#35;');

const attributes = (values: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${xml(String(value))}"`)
    .join('');

interface TestCase {
  readonly name: string;
  readonly classname: string;
  readonly file?: string;
  readonly line?: number;
  readonly outcome?: {
    readonly element: 'failure' | 'error';
    readonly type: string;
    readonly message: string;
    readonly lines: readonly string[];
  };
  /** What a test case that passes has to say. */
  readonly output?: string;
}

function findingCase(finding: Finding): TestCase {
  const key = keyInWords(finding);
  const rule = ruleById(finding.ruleId);
  const lines = [
    `${placeOf(finding)}  ${finding.severity}, ${confidenceInWords(finding.confidence)}`,
    ...evidenceInOrder(finding).map((item) => `because: ${evidenceInWords(item)} (line ${item.line})`),
    ...(key === undefined ? [] : [`key: ${key}`]),
    ...circumstancesOf(finding).map(([label, words]) => `${label}: ${words}`),
    ...(finding.excerpt ?? []).map((line) => `${String(line.line).padStart(6)} | ${line.text}`),
    ...(rule?.remedy ?? []).map((step, index) => `mend ${index + 1}: ${step}`),
    ...(rule === undefined ? [] : [rule.docsUrl]),
  ];
  return {
    name: `${finding.ruleId} at line ${finding.line}, column ${finding.column}`,
    classname: finding.path,
    file: finding.path,
    line: finding.line,
    outcome: { element: 'failure', type: finding.ruleId, message: finding.message, lines },
  };
}

/** A suppression that cannot be read is an error; a stale or expired one is worth a look: what it hid shows by itself. */
function noteCase({ kind, path, line, message }: PolicyNote): TestCase {
  return {
    name: `${kind.replaceAll('-', ' ')}${line === undefined ? '' : ` at line ${line}`}`,
    classname: path,
    file: path,
    ...(line === undefined ? {} : { line }),
    ...(kind === 'invalid-suppression'
      ? { outcome: { element: 'error', type: kind, message, lines: [message] } }
      : { output: message }),
  };
}

function testCase({ name, classname, file, line, outcome, output }: TestCase): string {
  const head = `    <testcase${attributes({ name, classname, file, line, time: 0 })}`;
  if (outcome === undefined) {
    return output === undefined
      ? `${head}/>\n`
      : `${head}>\n      <system-out>${xml(output)}</system-out>\n    </testcase>\n`;
  }
  const { element, type, message, lines } = outcome;
  const body = lines.map(xml).join('\n');
  return `${head}>\n      <${element}${attributes({ message, type })}>${body}</${element}>\n    </testcase>\n`;
}

function suite(name: string, cases: readonly TestCase[], timestamp: string): string {
  const of = (element: 'failure' | 'error'): number => cases.filter((each) => each.outcome?.element === element).length;
  const counts = { tests: cases.length, failures: of('failure'), errors: of('error'), skipped: 0, time: 0, timestamp };
  return `  <testsuite${attributes({ name, ...counts })}>\n${cases.map(testCase).join('')}  </testsuite>\n`;
}

/** What says that the scan was done, so that a clean report is not an empty one. It passes where all was read. */
function coverageCase({ coverage, findings }: Report): TestCase {
  const missed = coverage.unread.length === 0 ? '' : `, ${counted(coverage.unread.length, 'place')} not read`;
  return {
    name: `${counted(findings.length, 'finding')}; read ${coverageInWords(coverage)}${missed}`,
    classname: 'coverage',
  };
}

/**
 * JUnit XML: a suite for each file with a failure for each finding, and one of what was read with an error for each
 * place that was not.
 */
export const report: Reporter = (data, options) => {
  const timestamp = (options.startedAt ?? new Date()).toISOString().slice(0, 19);
  const byPath = new Map<string, TestCase[]>();
  for (const finding of data.findings) {
    const cases = byPath.get(finding.path) ?? [];
    cases.push(findingCase(finding));
    byPath.set(finding.path, cases);
  }
  const unread = data.coverage.unread.map(({ path, reason }): TestCase => ({
    name: `read ${path}`,
    classname: 'coverage',
    file: path,
    outcome: {
      element: 'error',
      type: 'unread',
      message: `Could not be read: ${reason}`,
      lines: [`${path}: ${reason}`],
    },
  }));
  const notes = data.notes.map(noteCase);
  const suites = [
    ...[...byPath].map(([path, cases]) => suite(path, cases, timestamp)),
    ...(notes.length > 0 ? [suite('suppressions', notes, timestamp)] : []),
    suite('coverage', [coverageCase(data), ...unread], timestamp),
  ];
  const tests = data.findings.length + notes.length + unread.length + 1;
  const errors = unread.length + notes.filter((note) => note.outcome !== undefined).length;
  const totals = { name: 'submit-guard', tests, failures: data.findings.length, errors, time: 0 };
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes(totals)}>\n${suites.join('')}</testsuites>\n`;
};
