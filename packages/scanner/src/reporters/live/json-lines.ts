import { coverageItem, findingItem, noteItem, printableJson } from '../json.ts';
import type { CreateLiveReporter } from './live-reporter.ts';

/**
 * For other programs: an object a line. Findings are as in the document of `--format json`; the last line has its `tool` and `coverage`, and how
 * many findings there were.
 */
export const createReporter: CreateLiveReporter = ({ version }) => ({
  finding: (finding) => printableJson(findingItem(finding), 'line'),
  note: (note) => printableJson({ note: noteItem(note) }, 'line'),
  summary: ({ findings, coverage }) => printableJson({ tool: { name: 'submit-guard', version }, findingCount: findings, coverage: coverageItem(coverage) }, 'line'),
});
