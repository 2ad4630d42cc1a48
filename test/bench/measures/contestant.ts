import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, emptyFolder, withoutMachine } from '../cache.ts';
import type { Command, Setting } from '../peers/peer.ts';
import type { Execution } from './run-once.ts';

/** A program in one of its settings. */
export interface Contestant {
  readonly name: string;
  readonly version: string;
  readonly setting: Setting;
  readonly program: string;
  /** Of the installation. */
  readonly folder: string;
}

const reportFile = join(cacheFolder, 'report');

/** Reports that are larger are not counted. Bytes. */
const largestReport = 300_000_000;

const configsOf = ({ name, setting }: Contestant): string => join(cacheFolder, 'configs', `${name}-${setting.rules.replaceAll(/\W+/g, '-')}`);

/** Writes the configuration of a contestant. */
export function configure(contestant: Contestant): void {
  const configs = configsOf(contestant);
  mkdirSync(configs, { recursive: true });
  mkdirSync(emptyFolder, { recursive: true });
  for (const [name, text] of Object.entries(contestant.setting.files ?? {})) writeFileSync(join(configs, name), text);
  for (const [name, text] of Object.entries(contestant.setting.ownFiles ?? {})) writeFileSync(join(contestant.folder, name), text);
}

function commandOf(contestant: Contestant, target: string): Command {
  return contestant.setting.command({ target, report: reportFile, configs: configsOf(contestant), folder: contestant.folder });
}

/** No variable of the machine tells anybody a key or a configuration. */
function environment(command: Command): Readonly<Record<string, string>> {
  const { PATH = '', HOME = '' } = process.env;
  return { PATH, HOME, LANG: 'C.UTF-8', ...command.env };
}

/** What to run, and whether a shell would run the same. */
export function executionOf(contestant: Contestant, target: string, limit: number): Execution {
  for (const ending of ['', '.jsonl']) rmSync(`${reportFile}${ending}`, { force: true });
  const command = commandOf(contestant, target);
  return {
    program: contestant.program,
    args: command.args,
    env: environment(command),
    cwd: command.cwd ?? emptyFolder,
    output: command.prints === true ? reportFile : undefined,
    limit,
  };
}

/** The command as a person would type it, without the folders of this machine. */
export function describeCommand(contestant: Contestant, target: string): string {
  const { args, cwd } = commandOf(contestant, target);
  const quoted = args.map((arg) => (/^[\w@%+=:,./*-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", `'\\''`)}'`));
  const line = [contestant.program.split('/').at(-1) ?? '', ...quoted].join(' ');
  return withoutMachine(cwd === undefined ? line : `cd ${cwd} && ${line}`);
}

/** Findings of the last run; `undefined` where there are too many to count. */
export function countFindings({ setting }: Contestant): number | undefined {
  const path = [reportFile, `${reportFile}.jsonl`].find((file) => existsSync(file));
  if (path === undefined) return 0;
  return statSync(path).size > largestReport ? undefined : setting.count(readFileSync(path, 'utf8'));
}
