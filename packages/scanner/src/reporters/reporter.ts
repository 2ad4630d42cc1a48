import type { Report } from '@submit-guard/core';

export interface ReporterOptions {
  readonly color: boolean;
  /** Version of the tool. */
  readonly version: string;
  /** Columns of the terminal, for reporters that lay text out. Default 80. */
  readonly columns?: number;
  /** Absolute path of the working directory, which paths are relative to, for reporters that name it. */
  readonly workingDirectory?: string;
  /** When the scan started and ended, for reporters that say so. Default: now. */
  readonly startedAt?: Date;
  readonly finishedAt?: Date;
}

/** Turns a report into text that ends with a line feed. It sees no key: a {@link Report} cannot render one. */
export type Reporter = (report: Report, options: ReporterOptions) => string;
