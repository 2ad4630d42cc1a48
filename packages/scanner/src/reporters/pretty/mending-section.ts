import type { Finding } from '@submit-guard/core';
import { printable } from '@submit-guard/core';
import { ruleById } from '@submit-guard/rules';
import type { Paint } from './paint.ts';
import { wrapped } from './text-layout.ts';

/** All the steps of each rule that found something, once, with the page that says more. */
export function mendingSection(findings: readonly Finding[], columns: number, paint: Paint): readonly string[] {
  const rows: string[] = [];
  for (const ruleId of new Set(findings.map((finding) => finding.ruleId))) {
    const rule = ruleById(ruleId);
    if (rule === undefined) continue;
    rows.push('', `  ${paint('rule', rule.id)}  ${paint('strong', rule.title)}`);
    rule.remedy.forEach((step, index) => {
      wrapped(printable(step), columns - 7).forEach((line, row) => {
        rows.push(`  ${row === 0 ? paint('faint', `${index + 1}.`) : '  '} ${line}`);
      });
    });
    rows.push(`  ${paint('faint', `→  ${rule.docsUrl}`)}`);
  }
  return rows.length === 0 ? [] : [paint('strong', 'How to mend it'), ...rows];
}
