import type { Way } from '../installers/way.ts';

/** Where one run of a program reads and writes; absolute paths. */
export interface Place {
  readonly target: string;
  /** File for the findings; it does not exist before the run. */
  readonly report: string;
  /** Folder that holds the `files` of the setting. */
  readonly configs: string;
  /** Folder of the installation. */
  readonly folder: string;
}

export interface Command {
  /** Run instead of the peer's own program. */
  readonly program?: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Working directory; an empty folder by default. */
  readonly cwd?: string;
  /** Whether standard output is the report. */
  readonly prints?: boolean;
}

/** One way to run a program that is measured by itself. */
export interface Setting {
  /** What it looks for. */
  readonly rules: string;
  /** Whether it has to find a Submit key; a setting that does not is not measured. */
  readonly mustFind: boolean;
  /** Configuration: names and contents. */
  readonly files?: Readonly<Record<string, string>>;
  /** Files that must stand in the folder of the installation, because they import from it. */
  readonly ownFiles?: Readonly<Record<string, string>>;
  readonly command: (place: Place) => Command;
  /** Exit statuses of runs that came to their end. */
  readonly statuses: readonly number[];
  /** Number of findings in a report. */
  readonly count: (report: string) => number;
}

export interface Peer {
  readonly name: string;
  readonly home: string;
  /** In the order to try. */
  readonly ways: readonly Way[];
  /** A slow one reads the small parts of the works only. */
  readonly isSlow: boolean;
  /** Arguments that print the version, where the way has none. */
  readonly versionArgs?: readonly string[];
  /** What one must know to read its figures fairly; sentences. */
  readonly notes: readonly string[];
  readonly settings: readonly Setting[];
}

/** Names that the tables use for the two kinds of rules. */
export const submitRule = 'Submit rule';
export const defaultRules = 'default rules';

export function linesOf(report: string): readonly string[] {
  return report.split('\n').filter((line) => line !== '');
}
