import type { Coverage, Finding, PolicyNote } from '@submit-guard/core';
import type { ReporterOptions } from '../reporter.ts';

/** What is left to say at the end of a scan that has told its findings one by one. */
export interface LiveSummary {
  readonly findings: number;
  /** Places in which something was found. */
  readonly places: number;
  readonly coverage: Coverage;
}

/** Turns findings into text one by one, each ending with a line feed. It sees no key, as no reporter does. */
export interface LiveReporter {
  finding(finding: Finding): string;
  note(note: PolicyNote): string;
  summary(summary: LiveSummary): string;
}

export type CreateLiveReporter = (options: ReporterOptions) => LiveReporter;
