import type { ExcerptLine, Finding } from '@submit-guard/core';
import { ruleById } from '@submit-guard/rules';
import { circumstancesOf, evidenceInOrder, evidenceInWords, keyInWords, placeOf } from '../finding-words.ts';
import { titleOf } from '../rule-metadata.ts';
import { asCode, codeBlock, codeElement, withoutMarkup } from './markup.ts';

const isKey = (kind: string): boolean => kind === 'key' || kind === 'piece';

/** The lines around a finding, those of the key pointed at. */
function frame(excerpt: readonly ExcerptLine[]): readonly string[] {
  const digits = String(excerpt.at(-1)?.line ?? 1).length;
  const rows: string[] = [];
  let previous: number | undefined;
  for (const { line, text, marks } of excerpt) {
    if (previous !== undefined && line > previous + 1) rows.push('  ⋮');
    rows.push(`${marks.some((mark) => isKey(mark.kind)) ? '>' : ' '} ${String(line).padStart(digits)} | ${text}`);
    previous = line;
  }
  return codeBlock(rows);
}

/** One finding, folded: the code around it, what convicted it and how to mend it. */
export function findingDetails(finding: Finding): readonly string[] {
  const rule = ruleById(finding.ruleId);
  const key = keyInWords(finding);
  return [
    `<details><summary>${codeElement(placeOf(finding))} ${withoutMarkup(titleOf(finding.ruleId))}</summary>`,
    '',
    withoutMarkup(finding.message),
    '',
    ...(finding.excerpt === undefined || finding.excerpt.length === 0 ? [] : [...frame(finding.excerpt), '']),
    ...evidenceInOrder(finding).map((item) => `- ${withoutMarkup(evidenceInWords(item))} (line ${item.line})`),
    ...(key === undefined ? [] : [`- key: ${asCode(key)}`]),
    ...circumstancesOf(finding).map(([label, words]) => `- ${label}: ${asCode(words)}`),
    ...(rule === undefined
      ? []
      : [
          '',
          '**How to mend it**',
          '',
          ...rule.remedy.map((step, index) => `${index + 1}. ${step}`),
          '',
          `[${rule.id}](${rule.docsUrl})`,
        ]),
    '',
    '</details>',
    '',
  ];
}
