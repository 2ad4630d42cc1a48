import { closestWord, printable } from '@submit-guard/core';
import type { Reporter } from './reporter.ts';

interface ReporterModule {
  readonly report: Reporter;
}

/** The formats. Each is loaded when it is asked for. */
const modules = {
  pretty: (): Promise<ReporterModule> => import('./pretty.ts'),
  json: (): Promise<ReporterModule> => import('./json.ts'),
  sarif: (): Promise<ReporterModule> => import('./sarif.ts'),
  github: (): Promise<ReporterModule> => import('./github.ts'),
  gitlab: (): Promise<ReporterModule> => import('./gitlab.ts'),
  junit: (): Promise<ReporterModule> => import('./junit.ts'),
  csv: (): Promise<ReporterModule> => import('./csv.ts'),
  markdown: (): Promise<ReporterModule> => import('./markdown.ts'),
  html: (): Promise<ReporterModule> => import('./html.ts'),
} as const;

export type ReporterName = keyof typeof modules;

export const reporterNames = Object.keys(modules) as readonly ReporterName[];

const isReporterName = (name: string): name is ReporterName => Object.hasOwn(modules, name);

/** A format that does not exist. The message is a sentence for the person who asked for it. */
export class UnknownReporterError extends Error {
  override readonly name = 'UnknownReporterError';

  constructor(format: string) {
    const meant = closestWord(format, reporterNames);
    const hint = meant === undefined ? `Choose one of ${reporterNames.join(', ')}.` : `Did you mean "${meant}"?`;
    super(`There is no format "${printable(format)}". ${hint}`);
  }
}

/**
 * The reporter for a format.
 *
 * @throws {UnknownReporterError} when there is none.
 */
export async function loadReporter(format: string): Promise<Reporter> {
  if (!isReporterName(format)) throw new UnknownReporterError(format);
  return (await modules[format]()).report;
}
