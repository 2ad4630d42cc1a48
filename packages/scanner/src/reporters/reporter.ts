import type { Report } from '@submit-guard/core';

export interface ReporterOptions {
  readonly color: boolean;
  /** Version of the tool. */
  readonly version: string;
}

/** Turns a report into text. It sees no key: a {@link Report} cannot render one. */
export type Reporter = (report: Report, options: ReporterOptions) => string;
