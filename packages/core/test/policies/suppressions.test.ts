import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applySuppressions, fingerprintOf, parseSuppressions } from '@submit-guard/core';
import type { Suppressible } from '@submit-guard/core';

// Put together here, so that a scan of this repository does not take the texts below for suppressions of its own.
const next = ['submit-guard', 'ignore-next-line'].join('-');
const same = ['submit-guard', 'ignore'].join('-');

const ruleIds = ['no-hardcoded-key', 'no-key-in-logs'];
const today = '2026-06-15';

function findingOn(line: number, ruleId = 'no-hardcoded-key', value = 'value of a test'): Suppressible {
  return { ruleId, line, endLine: line, secret: { redacted: '', length: value.length, fingerprint: fingerprintOf(value) } };
}

/** Kinds of the notes, and how many of the findings are suppressed. */
function outcomeOf(text: string, findings: readonly Suppressible[], path = 'a.ts') {
  const outcome = applySuppressions(findings, parseSuppressions(text, { path, ruleIds }), { path, today });
  return { suppressed: outcome.suppressed.length, kept: outcome.kept.length, notes: outcome.notes.map(({ kind }) => kind) };
}

describe('comment syntaxes', () => {
  it.each([
    ['C++', `// ${next} -- reason`],
    ['a doc comment', `/// ${next} -- reason`],
    ['C', `/* ${next} -- reason */`],
    ['JSX', `  {/* ${next} -- reason */}`],
    ['shell', `# ${next} -- reason`],
    ['SQL', `-- ${next} -- reason`],
    ['Lua', `--[[ ${next} -- reason ]]`],
    ['HTML', `<!-- ${next} -- reason -->`],
    ['XML, which forbids two hyphens', `<!-- ${next} reason=why it stands here -->`],
    ['INI', `; ${next} -- reason`],
    ['Lisp', `;; ${next} -- reason`],
    ['TeX', `% ${next} -- reason`],
    ['a batch file', `REM ${next} -- reason`],
    ['a silent batch file', `@rem ${next} -- reason`],
    ['a batch label', `:: ${next} -- reason`],
    ['Visual Basic', `' ${next} -- reason`],
    ['Jinja', `{# ${next} -- reason #}`],
    ['Jinja that trims', `{#- ${next} -- reason -#}`],
    ['Handlebars', `{{!-- ${next} -- reason --}}`],
    ['Blade', `{{-- ${next} -- reason --}}`],
    ['JSP', `<%-- ${next} -- reason --%>`],
    ['ERB', `<%# ${next} -- reason %>`],
    ['Razor', `@* ${next} -- reason *@`],
    ['OCaml', `(* ${next} -- reason *)`],
    ['Haskell', `{- ${next} -- reason -}`],
    ['PowerShell', `<# ${next} -- reason #>`],
    ['Fortran', `! ${next} -- reason`],
    ['m4', `dnl ${next} -- reason`],
    ['no blank after the opener', `//${next} -- reason`],
  ])('%s', (_, line) => {
    expect(parseSuppressions(`one\n${line}\nthree`, { ruleIds })).toMatchObject([{ line: 2, lines: [3], deliberate: true }]);
    expect(parseSuppressions(line, { ruleIds })[0]?.problem).toBeUndefined();
    expect(outcomeOf(`${line}\nkey`, [findingOn(2)])).toEqual({ suppressed: 1, kept: 0, notes: [] });
  });

  it.each([
    ['after code', `key = 1; // ${same} -- reason`],
    ['with the longer name', `key = 1 # ${same}-line -- reason`],
    ['right after code', `call(key);//${same} -- reason`],
    ['after another directive', `key = 1  # noqa: S105  # ${same} -- reason`],
    ['after a string that holds a comment opener', `fetch('https://host//x') // ${same} -- reason`],
    ['after a quote in quotes', `key = '"' + "'"; // ${same} -- reason`],
    ['after an apostrophe', `don't = key // ${same} -- reason`],
    ['after an escaped quote', `key = "a \\" b" // ${same} -- reason`],
    ['after a string on its own', `- "key" # ${same} -- reason`],
  ])('on the line of the key, %s', (_, line) => {
    expect(outcomeOf(line, [findingOn(1)])).toEqual({ suppressed: 1, kept: 0, notes: [] });
  });
});

describe('texts that only speak of the directive', () => {
  it.each([
    ['in prose', `Write ${same} -- reason next to it.`],
    ['in backticks', `Use \`// ${same} -- reason\` on the line.`],
    ['in a string', `const text = "// ${same} -- reason";`],
    ['in a string, after blanks', `const text = "see   // ${same} -- reason";`],
    ['in a template literal', `const text = \`a // ${same} -- reason\`;`],
    ['in a URL', `https://${same} -- reason`],
    ['as a longer word', `// ${same}d -- reason`],
    ['in the middle of a comment', `// the comment ${same} -- reason`],
  ])('%s', (_, line) => {
    expect(outcomeOf(line, [findingOn(1)])).toEqual({ suppressed: 0, kept: 1, notes: [] });
  });

  it('are no faults where they stand inside of another comment', () => {
    expect(outcomeOf(`// write // ${same} behind it`, [])).toEqual({ suppressed: 0, kept: 0, notes: [] });
  });

  it('are no faults in prose, but its own comments are', () => {
    expect(outcomeOf(`    // ${next}\n`, [], 'docs/a.md').notes).toEqual([]);
    expect(outcomeOf(`<!-- ${next} -->\n`, [], 'docs/a.md').notes).toEqual(['invalid-suppression']);
  });
});

describe('what a directive says', () => {
  it('names rules, a day and keys', () => {
    const fingerprint = fingerprintOf('value of a test');
    const [suppression] = parseSuppressions(`# ${next} no-hardcoded-key, no-key-in-logs until=2026-12-31 ${fingerprint} -- it -- is old`, { ruleIds });
    expect(suppression).toMatchObject({ ruleIds: ['no-hardcoded-key', 'no-key-in-logs'], until: '2026-12-31', fingerprints: [fingerprint], reason: 'it -- is old' });
  });

  it('covers only the rules that it names', () => {
    const text = `# ${next} no-key-in-logs -- reason\nkey`;
    expect(outcomeOf(text, [findingOn(2, 'no-hardcoded-key'), findingOn(2, 'no-key-in-logs')])).toEqual({ suppressed: 1, kept: 1, notes: [] });
  });

  it('covers only the keys that it names', () => {
    const text = `# ${next} ${fingerprintOf('old')} -- reason\nkey`;
    expect(outcomeOf(text, [findingOn(2, 'no-hardcoded-key', 'old'), findingOn(2, 'no-hardcoded-key', 'new')])).toEqual({ suppressed: 1, kept: 1, notes: [] });
  });

  it.each([
    ['no reason', `# ${next}`, 'it has no reason; write one after `--`'],
    ['an empty reason', `# ${next} --`, 'it has no reason; write one after `--`'],
    ['a reason of punctuation', `# ${next} -- ...`, 'it has no reason; write one after `--`'],
    ['a reason without its sign', `# ${next} because it is a test`, 'it has no reason; write one after `--`'],
    ['no reason before the end of the comment', `<!-- ${next} --> -- reason`, 'it has no reason; write one after `--`'],
    ['an unknown rule', `# ${next} no-hardcoded-keys -- reason`, '`no-hardcoded-keys` is no rule; did you mean `no-hardcoded-key`?'],
    ['a day that is none', `# ${next} until=2026-02-30 -- reason`, 'its `until=` is no date of the form YYYY-MM-DD'],
    ['an unknown form', `# ${same}-file -- reason`, `there is no \`${same}-file\`; write \`${same}\` or \`${next}\``],
  ])('is faulty with %s', (_, line, problem) => {
    expect(parseSuppressions(line, { ruleIds })).toMatchObject([{ problem }]);
    expect(outcomeOf(`${line}\nkey`, [findingOn(2)])).toEqual({ suppressed: 0, kept: 1, notes: ['invalid-suppression'] });
  });

  it('does not repeat what could be a key', () => {
    const value = 'Zx9'.repeat(8);
    expect(JSON.stringify(parseSuppressions(`# ${next} ${value} -- reason`, { ruleIds }))).not.toContain(value);
  });
});

describe('what a suppression covers', () => {
  it('passes over comments without findings, up to the next line of code', () => {
    const text = `// ${next} -- reason\n// eslint-disable-next-line\n# more\nkey`;
    expect(outcomeOf(text, [findingOn(4)]).suppressed).toBe(1);
    expect(outcomeOf(text, [findingOn(2), findingOn(4)])).toMatchObject({ suppressed: 1, kept: 1 });
  });

  it('does not reach beyond the next line of code', () => {
    expect(outcomeOf(`// ${next} -- reason\ncode\nkey`, [findingOn(3)])).toEqual({ suppressed: 0, kept: 1, notes: ['stale-suppression'] });
  });

  it('covers a key in pieces by its first and by its last line', () => {
    const pieces = { ...findingOn(2), endLine: 4 };
    expect(outcomeOf(`// ${next} -- reason\n"a" +\n"b" +\n"c"`, [pieces]).suppressed).toBe(1);
    expect(outcomeOf(`\n"a" +\n"b" +\n"c" // ${same} -- reason`, [pieces]).suppressed).toBe(1);
  });

  it.each(['\n', '\r\n', '\r'])('counts lines that end with %j', (end) => {
    expect(outcomeOf(['a', `# ${next} -- reason`, 'key'].join(end), [findingOn(3)]).suppressed).toBe(1);
  });

  it('counts lines from where a window starts', () => {
    expect(parseSuppressions(`a\n# ${next} -- reason\nkey`, { firstLine: 100 })).toMatchObject([{ line: 101, lines: [102], column: 3 }]);
  });

  it('tells of one that ended, also on its last day not before', () => {
    expect(outcomeOf(`# ${next} until=2026-06-14 -- reason\nkey`, [findingOn(2)])).toEqual({ suppressed: 0, kept: 1, notes: ['expired-suppression'] });
    expect(outcomeOf(`# ${next} until=2026-06-15 -- reason\nkey`, [findingOn(2)])).toEqual({ suppressed: 1, kept: 0, notes: [] });
  });

  it('tells of one that suppresses nothing', () => {
    expect(outcomeOf(`# ${next} -- reason\ncode`, [])).toEqual({ suppressed: 0, kept: 0, notes: ['stale-suppression'] });
  });
});

describe('hostile texts', () => {
  it('never break it, and lines stay inside of the text', () => {
    const unit = fc.constantFrom(next, same, ` ${same} -- reason`, '// ', '# ', '/*', '*/', '<!-- ', ' -->', '--', '"', "'", '`', '\\', ' ', '\n', '\r', 'no-key-in-logs', 'until=2026-01-01', ',', 'a', '\u2028', '😀');
    fc.assert(fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
      const count = text.split(/\r\n|\n|\r/).length;
      for (const { line, lines, column } of parseSuppressions(text, { ruleIds })) {
        expect(line).toBeLessThanOrEqual(count);
        expect(lines.every((covered) => covered >= line && covered <= count)).toBe(true);
        expect(text.split(/\r\n|\n|\r/)[line - 1]?.slice(column - 1).startsWith(same)).toBe(true);
      }
      outcomeOf(text, [findingOn(1), findingOn(2)]);
    }), { numRuns: 3_000 });
  });

  it.each([
    ['one long line of directives', `// ${same} -- r `.repeat(20_000)],
    ['many lines of directives', `// ${next} -- r\n`.repeat(20_000)],
    ['quotes without an end', `${'"\'`'.repeat(200_000)} // ${same} -- r`],
    ['backslashes', `${'"\\'.repeat(300_000)} // ${same} -- r`],
    ['openers', `${'/* <!-- {# '.repeat(100_000)}${same} -- r`],
    ['white space', `//${' '.repeat(1_000_000)}${same} -- r`],
    ['words before the reason', `// ${same} ${'a-'.repeat(400_000)} -- r`],
  ])('take linear time: %s', (_, text) => {
    const findings = Array.from({ length: 20_000 }, (_unused, line) => findingOn(line + 1));
    outcomeOf(text, findings);
  });
});
