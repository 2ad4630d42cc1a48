import { readdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTextFragment } from '@submit-guard/core';
import type { RuleId } from '@submit-guard/rules';
import { ruleIds } from '@submit-guard/rules';
import { examplesOf } from '@submit-guard/rules/examples';
import { renderMarkers } from '@submit-guard/rules/markers';
import type { Rule } from 'eslint';
import { createTextScanner } from 'submit-guard';
import { afterAll, describe, expect, it } from 'vitest';
import { sourceFileOf } from '../src/files/source-file.ts';
import { isSupported, lint } from './lint.ts';

const corpus = fileURLToPath(new URL('../../../test/corpora/labelled', import.meta.url));
const program = /\.(?:[cm]?[jt]s|[jt]sx|vue|svelte)$/;

/**
 * What ESLint reports in programs and the scanner does not, and why. Keys that are written in a file are no part of it: both
 * engines find the same ones. The scanner parses a program only where a key may be written in it; everything else
 * would make it parse all code that has to do with Submit.
 */
const onlyInEslint: Readonly<Partial<Record<RuleId, string>>> = {
  'no-key-in-frontend': 'Browser code that reads a key from the environment: the build writes it into the bundle, and there the scanner finds it.',
  'no-key-in-logs': 'A variable that is passed to a logger: the scanner reads the log.',
  'no-key-in-callback-payload': 'A field of a type, a validation schema or an object that is sent: the scanner reads contracts and payloads.',
  'no-key-in-job-fields': 'A variable that is put into a job or a URL.',
  'no-key-as-callback-secret': 'A rule about code alone.',
  'require-callback-signature': 'A rule about code alone.',
  'require-bearer-scheme': 'A request in code whose key is a variable: the scanner reads exports of test tools.',
  'require-submit-origin': 'A request in code whose key is a variable: the scanner reads exports of test tools.',
};

/**
 * Folders of the corpus in which the scanner says what ESLint cannot, and why: exports of test tools whose variables, inherited credentials and
 * bytes have to be followed. An editor shows their text; the scanner reads them as the tool does.
 */
const onlyInScanner: ReadonlySet<string> = new Set(['structures']);

interface Found {
  readonly rule: string;
  readonly place: string;
  /** Of the key; findings about fields and headers have none. */
  readonly fingerprint?: string;
}

const placeOf = (line: number, column: number, endLine: number, endColumn: number): string => `${line}:${column}-${endLine}:${endColumn}`;
const ordered = (found: readonly Found[]): readonly Found[] => [...found].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
const isSame = (a: Found, b: Found): boolean => a.rule === b.rule && a.place === b.place;

function byScanner(path: string, text: string, config: object): readonly Found[] {
  const { findings } = createTextScanner({ config })(text, path);
  return findings.map(({ ruleId, line, column, endLine, endColumn, secret }) => ({
    rule: ruleId,
    place: placeOf(line, column, endLine, endColumn),
    ...(secret && { fingerprint: secret.fingerprint }),
  }));
}

/** What ESLint reports, and the keys that its rules find, with the fingerprints that a message does not tell. */
function byEslint(path: string, text: string, settings: object): { readonly reported: readonly Found[]; readonly keys: readonly Found[] } {
  const keys: Found[] = [];
  const probe: Rule.RuleModule = {
    create(context) {
      const file = sourceFileOf(context as unknown as Parameters<typeof sourceFileOf>[0]);
      for (const rule of ruleIds) {
        for (const match of file?.matchesFor(rule) ?? []) {
          // Columns of ESLint's languages begin at 0 or at 1.
          const { line, column, endLine, endColumn } = createTextFragment(context.sourceCode.text).positionOf(match);
          if (match.secret) keys.push({ rule, place: placeOf(line, column, endLine, endColumn), fingerprint: match.secret.fingerprint });
        }
      }
      return {};
    },
  };
  const messages = lint(path, text, settings, { probe: { rules: { keys: probe } } });
  const reported = messages.map(({ ruleId, message, line, column, endLine = line, endColumn = column }) => ({
    rule: ruleId?.replace('submit-guard/', '') ?? message,
    place: placeOf(line, column, endLine, endColumn),
  }));
  return { reported, keys };
}

const met = new Set<string>();

function expectSame(path: string, text: string, config: object = {}): void {
  const scanner = byScanner(path, text, config);
  const { reported, keys } = byEslint(path, text, config);
  expect(ordered(keys)).toEqual(ordered(scanner.filter(({ fingerprint }) => fingerprint !== undefined)));
  // What the scanner says is reported, with and without a key.
  for (const found of scanner) expect(reported.some((report) => isSame(report, found)), JSON.stringify(found)).toBe(true);
  const more = reported.filter((report) => !scanner.some((found) => isSame(report, found)));
  if (!program.test(path)) expect(more).toEqual([]);
  for (const { rule } of more) {
    expect(Object.keys(onlyInEslint)).toContain(rule);
    met.add(rule);
  }
}

describe('ESLint and the scanner find the same', () => {
  const examples = ruleIds.flatMap((id) => {
    const { found, notFound } = examplesOf(id);
    return [...found, ...notFound].filter((example) => isSupported(example.path)).map((example) => [id, example.title, example] as const);
  });
  it.each(examples)('%s: %s', (_id, _title, example) => {
    expectSame(example.path, renderMarkers(example.code).text, { ...example.settings });
  });

  const files = readdirSync(corpus, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isSupported(entry.name))
    .map((entry) => relative(corpus, `${entry.parentPath}/${entry.name}`))
    .filter((file) => !onlyInScanner.has(file.split('/', 1)[0] ?? ''));
  it.each(files)('%s', (file) => {
    const text = readFileSync(`${corpus}/${file}`, 'utf8');
    if (text.includes('\r') || text.startsWith('\uFEFF')) return;
    const path = file.split('/').slice(3).join('/');
    expectSame(path, renderMarkers(text).text);
  });

  afterAll(() => {
    expect([...met].sort(), 'every difference that is declared is one').toEqual(Object.keys(onlyInEslint).sort());
  });
});
