import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ruleIds, rules } from '@submit-guard/rules';
import { scanText } from 'submit-guard';
import { JsxEmit, transpileModule } from 'typescript';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';

const repository = fileURLToPath(new URL('..', import.meta.url));
const docs = join(repository, 'docs');

interface CodeBlock {
  readonly language: string;
  readonly code: string;
  /** Of the fence, from 1. */
  readonly line: number;
}

/** The fenced code blocks of a page (CommonMark 4.5), and what is left of the page without them. */
function readPage(text: string): { readonly blocks: readonly CodeBlock[]; readonly prose: string } {
  const blocks: CodeBlock[] = [];
  const prose: string[] = [];
  let open: { fence: string; language: string; line: number; code: string[] } | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    const [, fence, info = ''] = /^ {0,3}(`{3,}|~{3,})\s*(\S*)/.exec(line) ?? [];
    if (open !== undefined) {
      if (fence?.startsWith(open.fence) === true && info === '') {
        blocks.push({ language: open.language, code: open.code.join('\n'), line: open.line });
        open = undefined;
      } else open.code.push(line);
    } else if (fence === undefined) prose.push(line);
    else open = { fence, language: info, line: index + 1, code: [] };
  }
  if (open !== undefined) throw new SyntaxError(`The code block of line ${open.line} has no end.`);
  return { blocks, prose: prose.join('\n') };
}

/** Faults of a code block whose language can be checked here. */
function faultsOf({ language, code }: CodeBlock): readonly string[] {
  if (language === 'json') {
    try {
      JSON.parse(code);
      return [];
    } catch (error) {
      return [String(error)];
    }
  }
  if (language === 'yaml')
    return parseAllDocuments(code).flatMap((document) => ('errors' in document ? document.errors.map(String) : []));
  if (!/^(?:js|ts|jsx|tsx)$/.test(language)) return [];
  const { diagnostics = [] } = transpileModule(code, {
    fileName: `block.${language}`,
    reportDiagnostics: true,
    compilerOptions: { jsx: JsxEmit.Preserve },
  });
  return diagnostics.map(({ messageText }) => JSON.stringify(messageText));
}

const pages = readdirSync(docs, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => join(docs, name));

describe.each(pages.map((path) => ({ path, name: relative(repository, path) })))('$name', ({ path }) => {
  const text = readFileSync(path, 'utf8');
  const { blocks, prose } = readPage(text);

  it('has code blocks that parse', () => {
    expect(blocks.flatMap((block) => faultsOf(block).map((fault) => `${path}:${block.line} ${fault}`))).toEqual([]);
  });

  it('has links that lead somewhere', () => {
    const targets = [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
      .map((match) => match[1] ?? '')
      .filter((target) => !/^\w+:|^#/.test(target));
    const broken = targets.filter((target) => !existsSync(join(dirname(path), decodeURI(target.replace(/#.*/, '')))));
    expect(broken).toEqual([]);
  });
});

describe('the pages of the rules', () => {
  it('are one for each rule, and an index', () => {
    expect(readdirSync(join(docs, 'rules')).sort()).toEqual([...ruleIds.map((id) => `${id}.md`), 'README.md'].sort());
    const index = readFileSync(join(docs, 'rules', 'README.md'), 'utf8');
    for (const id of ruleIds) expect(index).toContain(`(${id}.md)`);
  });

  it.each(rules)('$id: stands where the rule says that it stands', ({ id, docsUrl }) => {
    const path = docsUrl.replace('https://github.com/submit-guard/submit-guard/blob/main/', '');
    expect(readFileSync(join(repository, path), 'utf8')).toContain(`\n# ${id}\n`);
  });

  it.each(rules)('$id: holds nothing that could be a key, and shows no fault but its own', ({ id }) => {
    const path = `docs/rules/${id}.md`;
    const { findings } = scanText(readFileSync(join(repository, path)), path, { minConfidence: 'low' });
    expect(findings.filter(({ secret, ruleId }) => secret !== undefined || ruleId !== id)).toEqual([]);
  });
});
