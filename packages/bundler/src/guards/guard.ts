import { relative, resolve, sep } from 'node:path';
import { holdsPublicName } from '@submit-guard/core';
import type { Project } from 'submit-guard/project';
import type { Build, Module, Output } from '../builds/build.ts';
import type { Leak } from '../leaks/leak.ts';
import { joinLeaks } from '../leaks/leak.ts';
import { LeakError, messageOf } from '../leaks/message.ts';
import type { Surroundings } from '../origins/locate.ts';
import { locate } from '../origins/locate.ts';
import type { Options } from '../settings/options.ts';
import { checkedOptions } from '../settings/options.ts';
import type { Setting } from '../settings/setting.ts';
import { textOfSetting } from '../settings/setting.ts';
import { leakOf, soughtOf } from './convict.ts';
import { originOf } from './origin-of.ts';

/** Where a project is, as its bundler says. */
export interface ProjectPlace {
  /** Absolute path; the working directory where the bundler does not say. */
  readonly root?: string | undefined;
  /** Absolute paths of folders whose environment files the bundler reads. */
  readonly envFolders?: readonly string[];
}

/** What is to be done about leaks. */
export interface Verdict {
  /** Whether the build must end. */
  readonly isFatal: boolean;
  readonly error: LeakError;
}

/** Checks the builds of one project. Before each of them it is opened, as environment files may have changed. */
export class Guard {
  readonly options: Options;
  #opened: Promise<Surroundings> | undefined;
  #project: Surroundings | undefined;
  /** Settings that let a key through, by its fingerprint. */
  readonly #exposures = new Map<string, Setting[]>();

  /** @throws TypeError where an option is none. */
  constructor(options: Options | undefined) {
    this.options = checkedOptions(options);
  }

  /**
   * Whether a build is none of our business, as what it makes stays on a server.
   *
   * @param seemsServer - what the bundler says.
   */
  isServer(seemsServer: boolean): boolean {
    const { target = 'auto' } = this.options;
    return target === 'auto' ? seemsServer : target === 'server';
  }

  /**
   * Reads the configuration of the project and learns its keys.
   *
   * @throws {PolicyError} where a file of the policy is faulty.
   */
  async open({ root = process.cwd(), envFolders = [] }: ProjectPlace): Promise<void> {
    const folder = resolve(this.options.root ?? root);
    this.#exposures.clear();
    this.#opened = openIn(folder, envFolders);
    this.#project = await this.#opened;
  }

  get #surroundings(): Surroundings {
    if (this.#project === undefined) throw new Error('unplugin-submit-guard was asked about a build before it began.');
    return this.#project;
  }

  get root(): string {
    return this.#surroundings.root;
  }

  /** Files that may hold keys and could not be read, in one sentence; `undefined` without any. */
  get unread(): string | undefined {
    const { unread } = this.#surroundings.project;
    return unread.length === 0 ? undefined : `submit-guard: keys may be missed, as this could not be read: ${unread.map(({ path, reason }) => `${path} (${reason})`).join(', ')}.`;
  }

  /** Keys that a configuration hands to browsers, and variables whose names do. */
  checkSettings(settings: readonly Setting[]): readonly Leak[] {
    const { project } = this.#surroundings;
    const told = new Set<string>();
    const exposed = settings.flatMap((setting) => {
      const finding = project.scan(textOfSetting(setting), 'settings.json').find(({ secret }) => secret !== undefined);
      if (finding?.secret === undefined) return [];
      const { fingerprint } = finding.secret;
      told.add(setting.name);
      this.#exposures.set(fingerprint, [...this.#exposures.get(fingerprint) ?? [], setting]);
      return [leakOf(finding, [setting])];
    });
    // Tools load environment files into their environment: a variable may be known from both.
    const named = project.variables.filter(({ name }) => holdsPublicName(name) && !told.has(name) && told.add(name)).map(({ name, source }): Leak => ({
      ruleId: 'no-key-in-frontend',
      severity: 'error',
      confidence: 'certain',
      because: 'build tools write variables with this prefix into what browsers load',
      sources: [`${source} ${name}`],
      outputs: [],
    }));
    return joinLeaks([...exposed, ...named]);
  }

  /** Keys in what a build is about to write. */
  checkOutputs({ outputs, modulesOf }: Build): readonly Leak[] {
    const { project, root } = this.#surroundings;
    const leaks: Leak[] = [];
    for (const output of outputs) {
      for (const finding of project.scan(output.content, this.#pathOf(output.file))) {
        if (finding.secret === undefined) continue;
        const settings = this.#exposures.get(finding.secret.fingerprint) ?? [];
        const origin = originOf(finding, soughtOf(finding, settings), output, outputs, modulesOf(output), { project, root });
        leaks.push({ ...leakOf(finding, settings), ...(origin && { origin }), outputs: [{ path: finding.path, line: finding.line, column: finding.column }] });
      }
    }
    return joinLeaks(leaks);
  }

  /** Keys in modules of a build for browsers, also where the bundler would leave them out in the end. */
  checkModules(modules: Iterable<Module>): readonly Leak[] {
    const { project, root } = this.#surroundings;
    const leaks: Leak[] = [];
    for (const { file, code } of modules) {
      if (/[\\/]node_modules[\\/]/.test(file)) continue;
      const text = code?.();
      if (text === undefined) continue;
      for (const finding of project.scan(text, this.#pathOf(file))) {
        if (finding.secret === undefined) continue;
        const settings = this.#exposures.get(finding.secret.fingerprint) ?? [];
        const origin = locate(soughtOf(finding, settings), undefined, [{ file }], { project, root }) ?? { path: finding.path };
        leaks.push({ ...leakOf(finding, settings), origin, outputs: [] });
      }
    }
    return joinLeaks(leaks);
  }

  /** Keys in files that are shipped as they are. */
  checkFiles(files: readonly Output[]): readonly Leak[] {
    return files.flatMap(({ file, content }) =>
      this.#surroundings.project.scan(content, this.#pathOf(file)).filter(({ secret }) => secret !== undefined).map((finding) => (
        { ...leakOf(finding, []), origin: { path: finding.path, line: finding.line, column: finding.column }, outputs: [] }
      )));
  }

  /** `undefined` without leaks. */
  verdictOn(leaks: readonly Leak[]): Verdict | undefined {
    if (leaks.length === 0) return undefined;
    const isFatal = this.options.mode !== 'warn' && leaks.some(({ severity }) => severity === 'error');
    return { isFatal, error: new LeakError(leaks, this.#surroundings.project.redact(messageOf(leaks, isFatal))) };
  }

  /**
   * Ends a build that leaks, or tells of it.
   *
   * @param warn - takes what is only told.
   * @throws {LeakError} where the leaks end the build.
   */
  refuse(leaks: readonly Leak[], warn: (error: LeakError) => void): void {
    const verdict = this.verdictOn(leaks);
    if (verdict?.isFatal === true) throw verdict.error;
    if (verdict !== undefined) warn(verdict.error);
  }

  #pathOf(file: string): string {
    return relative(this.root, file).replaceAll(sep, '/');
  }
}

/** The scanner is loaded while the bundler is at work. */
async function openIn(root: string, envFolders: readonly string[]): Promise<Surroundings> {
  const { openProject } = await import('submit-guard/project');
  const project: Project = await openProject({ root, envFolders, surface: 'frontend' });
  return { project, root };
}

