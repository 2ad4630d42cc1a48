import type { Report } from '@submit-guard/core';
import type { PageData, PageFinding, PageRule } from '@submit-guard/report';
import { ruleById } from '@submit-guard/rules';
import { pageFindings } from './page-findings.ts';
import { pageSource } from './page-sources.ts';

/** A report and what was scanned, in a word: the name of a repository or a folder. */
export interface NamedReport {
  readonly name: string;
  readonly report: Report;
}

/** What the catalogue says of the rules of some findings. A rule that it does not know has only its id. */
function rulesOf(findings: readonly PageFinding[]): Readonly<Record<string, PageRule>> {
  const entries = [...new Set(findings.map(({ rule }) => rule))].flatMap((id) => {
    const rule = ruleById(id);
    return rule === undefined ? [] : [[id, { title: rule.title, policy: rule.policy, remedy: rule.remedy, docsUrl: rule.docsUrl }] as const];
  });
  return Object.fromEntries(entries);
}

/** What a page shows of some reports, which may be of many repositories. */
export function pageData(reports: readonly NamedReport[], version: string, madeAt: Date): PageData {
  const taken = new Set<string>();
  const findings = reports.flatMap(({ report }, source) => pageFindings(report.findings, source, taken));
  return { version, madeAt: madeAt.toISOString(), rules: rulesOf(findings), sources: reports.map(({ name, report }) => pageSource(name, report)), findings };
}
