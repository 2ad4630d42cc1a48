import { resolve } from 'node:path';
import type { Finding } from '@submit-guard/core';
import { holdsPublicName } from '@submit-guard/core';
import type { Project } from 'submit-guard/project';
import type { Build, Module, Output } from '../builds/build.ts';
import type { Leak } from '../leaks/leak.ts';
import { joinLeaks } from '../leaks/leak.ts';
import { LeakError } from '../leaks/leak-error.ts';
import type { Surroundings } from '../origins/locate.ts';
import { nameOfFile } from '../origins/source-file.ts';
import type { Options } from '../settings/options.ts';
import { checkedOptions } from '../settings/options.ts';
import type { Setting } from '../settings/setting.ts';
import { textOfSetting } from '../settings/setting.ts';
import { leakOf, soughtOf } from './convict.ts';

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

/**
 * Checks the builds of one project. When each of them begins the project is opened, as environment files may have changed; checks wait for that, so that
 * a bundler that works in threads of its own need not. What finds out where a key is from, and puts it into words, is loaded when there is one.
 */
export class Guard {
  readonly options: Options;
  #root: string | undefined;
  #opening: Promise<Surroundings> | undefined;
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

  /** Goes on to read the configuration of the project and to learn its keys. Where a file of the policy is faulty, whatever asks next is told. */
  begin({ root = process.cwd(), envFolders = [] }: ProjectPlace): void {
    this.#root = resolve(this.options.root ?? root);
    this.#exposures.clear();
    this.#opening = openIn(this.#root, envFolders);
    // A build that fails before asks nothing.
    this.#opening.catch(() => undefined);
  }

  get root(): string {
    if (this.#root === undefined) throw notBegun();
    return this.#root;
  }

  /**
   * Files that may hold keys and could not be read, in one sentence; `undefined` without any.
   *
   * @throws {PolicyError} where a file of the policy is faulty.
   */
  async unread(): Promise<string | undefined> {
    const { project: { unread } } = await this.#opened();
    return unread.length === 0 ? undefined : `submit-guard: keys may be missed, as this could not be read: ${unread.map(({ path, reason }) => `${path} (${reason})`).join(', ')}.`;
  }

  #opened(): Promise<Surroundings> {
    return this.#opening ?? Promise.reject(notBegun());
  }

  /** Keys that a configuration hands to browsers, and variables whose names do. */
  async checkSettings(settings: readonly Setting[]): Promise<readonly Leak[]> {
    const { project } = await this.#opened();
    const told = new Set<string>();
    const exposed: Leak[] = [];
    for (const setting of settings) {
      const [key] = keysAmong(await project.scan(textOfSetting(setting), 'settings.json'));
      if (key === undefined) continue;
      const { finding, fingerprint } = key;
      told.add(setting.name);
      this.#exposures.set(fingerprint, [...this.#exposures.get(fingerprint) ?? [], setting]);
      exposed.push(leakOf(finding, [setting]));
    }
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
  async checkOutputs({ outputs, modulesOf }: Build): Promise<readonly Leak[]> {
    const leaks: Leak[] = [];
    for (const output of outputs) {
      for (const { finding, settings } of await this.#keysIn(output.content, output.file)) {
        const { originOf } = await import('./origin-of.ts');
        const origin = await originOf(finding, soughtOf(finding, settings), output, outputs, modulesOf(output), await this.#opened());
        leaks.push({ ...leakOf(finding, settings), ...(origin && { origin }), outputs: [{ path: finding.path, line: finding.line, column: finding.column }] });
      }
    }
    return joinLeaks(leaks);
  }

  /** Keys in modules of a build for browsers, also where the bundler would leave them out in the end. */
  async checkModules(modules: Iterable<Module>): Promise<readonly Leak[]> {
    const leaks: Leak[] = [];
    for (const { file, code } of modules) {
      if (/[\\/]node_modules[\\/]/.test(file)) continue;
      const text = code?.();
      if (text === undefined) continue;
      for (const { finding, settings } of await this.#keysIn(text, file)) {
        const { locate } = await import('../origins/locate.ts');
        const origin = await locate(soughtOf(finding, settings), undefined, [{ file }], await this.#opened()) ?? { path: finding.path };
        leaks.push({ ...leakOf(finding, settings), origin, outputs: [] });
      }
    }
    return joinLeaks(leaks);
  }

  /** Keys in files that are shipped as they are. */
  async checkFiles(files: readonly Output[]): Promise<readonly Leak[]> {
    const leaks: Leak[] = [];
    for (const { file, content } of files) {
      for (const { finding } of await this.#keysIn(content, file)) {
        leaks.push({ ...leakOf(finding, []), origin: { path: finding.path, line: finding.line, column: finding.column }, outputs: [] });
      }
    }
    return leaks;
  }

  /** `undefined` without leaks. */
  async verdictOn(leaks: readonly Leak[]): Promise<Verdict | undefined> {
    if (leaks.length === 0) return undefined;
    const [{ project }, { messageOf }] = await Promise.all([this.#opened(), import('../leaks/message.ts')]);
    const isFatal = this.options.mode !== 'warn' && leaks.some(({ severity }) => severity === 'error');
    return { isFatal, error: new LeakError(leaks, project.redact(messageOf(leaks, isFatal))) };
  }

  /**
   * Ends a build that leaks, or tells of it.
   *
   * @param warn - takes what is only told.
   * @throws {LeakError} where the leaks end the build.
   */
  async refuse(leaks: readonly Leak[], warn: (error: LeakError) => void): Promise<void> {
    const verdict = await this.verdictOn(leaks);
    if (verdict?.isFatal === true) throw verdict.error;
    if (verdict !== undefined) warn(verdict.error);
  }

  /** Keys in what a file would hold, with the settings that let each through. */
  async #keysIn(content: string | Uint8Array, file: string): Promise<readonly ExposedKey[]> {
    const { project, root } = await this.#opened();
    const keys = keysAmong(await project.scan(content, nameOfFile(file, root)));
    return keys.map(({ finding, fingerprint }) => ({ finding, settings: this.#exposures.get(fingerprint) ?? [] }));
  }
}

/** Somebody asks about a build that nobody has told of. */
export function notBegun(): Error {
  return new Error('unplugin-submit-guard was asked about a build before it began.');
}

/** A key that was found, and the settings that let it through. */
interface ExposedKey {
  readonly finding: Finding;
  readonly settings: readonly Setting[];
}

/** Findings of keys; others are about names and schemas, which no build is ended for. */
function keysAmong(findings: readonly Finding[]): readonly { readonly finding: Finding; readonly fingerprint: string }[] {
  return findings.flatMap((finding) => (finding.secret === undefined ? [] : [{ finding, fingerprint: finding.secret.fingerprint }]));
}

async function openIn(root: string, envFolders: readonly string[]): Promise<Surroundings> {
  const { openProject } = await import('submit-guard/project');
  const project: Project = await openProject({ root, envFolders, surface: 'frontend' });
  return { project, root };
}

