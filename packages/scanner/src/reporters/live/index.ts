import type { CreateLiveReporter } from './live-reporter.ts';

interface LiveReporterModule {
  readonly createReporter: CreateLiveReporter;
}

/** The formats in which findings can be told one by one. Each is loaded when it is asked for. */
const modules: Readonly<Record<string, () => Promise<LiveReporterModule>>> = {
  pretty: () => import('./pretty.ts'),
  json: () => import('./json-lines.ts'),
};

export const liveReporterNames = Object.keys(modules);

/** What makes the reporter for a format; `undefined` where findings cannot be told one by one in it. */
export async function loadLiveReporter(format: string): Promise<CreateLiveReporter | undefined> {
  return Object.hasOwn(modules, format) ? (await modules[format]?.())?.createReporter : undefined;
}
