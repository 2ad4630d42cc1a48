import { readdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ruleById, ruleIds } from '@submit-guard/rules';
import { examplesOf } from '@submit-guard/rules/examples';
import { renderMarkers } from '@submit-guard/rules/markers';
import { createTextScanner } from 'submit-guard';
import { describe, expect, it } from 'vitest';
import { isSupported, lint } from './lint.ts';

const corpus = fileURLToPath(new URL('../../../test/corpora/labelled', import.meta.url));

/** Rules that both engines decide from a literal key. */
const shared: ReadonlySet<string> = new Set(ruleIds.filter((id) => ruleById(id).engines.includes('scanner')));

interface Found {
  readonly rule: string;
  readonly place: string;
}

function byScanner(path: string, text: string, config: object): readonly Found[] {
  const { findings } = createTextScanner({ config })(text, path);
  return findings.filter((finding) => finding.secret).map((finding) => ({ rule: finding.ruleId, place: `${finding.line}:${finding.column}-${finding.endLine}:${finding.endColumn}` }));
}

function byEslint(path: string, text: string, settings: object): readonly Found[] {
  return lint(path, text, settings).map((message) => ({ rule: message.ruleId?.replace('submit-guard/', '') ?? message.message, place: `${message.line}:${message.column}-${message.endLine ?? 0}:${message.endColumn ?? 0}` }));
}

/** Whatever the scanner finds in a text, ESLint finds with the same rule at the same place. */
function expectSame(path: string, text: string, config: object = {}): void {
  const eslint = byEslint(path, text, config).filter(({ rule }) => shared.has(rule));
  for (const found of byScanner(path, text, config)) expect(eslint).toContainEqual(found);
}

describe('ESLint finds what the scanner finds', () => {
  const examples = ruleIds.flatMap((id) => {
    const { found, notFound } = examplesOf(id);
    return [...found, ...notFound].filter((example) => isSupported(example.path)).map((example) => [id, example.title, example] as const);
  });
  it.each(examples)('%s: %s', (_id, _title, example) => {
    expectSame(example.path, renderMarkers(example.code).text, { ...example.settings });
  });

  const files = readdirSync(corpus, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isSupported(entry.name))
    .map((entry) => relative(corpus, `${entry.parentPath}/${entry.name}`));
  it.each(files)('%s', (file) => {
    const text = readFileSync(`${corpus}/${file}`, 'utf8');
    if (text.includes('\r') || text.startsWith('\uFEFF')) return;
    const path = file.split('/').slice(3).join('/');
    expectSame(path, renderMarkers(text).text);
  });
});
