import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { Variable } from '@submit-guard/core';
import { isEnvFileName } from '@submit-guard/core';
import { readEnvFile } from '../known-keys/read-env-file.ts';

/** Configuration of tools that put values into what browsers load. */
const buildConfig = /^(?:vite|webpack|rspack|rsbuild|rollup|rolldown|next|nuxt|astro|svelte|vue|farm|esbuild|build|snowpack|gatsby|craco|quasar|remix|angular|environment)[\w.-]*\.(?:[cm]?[jt]s|json)$/;

/** A configuration is a page or two. */
const longestConfig = 262_144;

/** Folders that a bundle lies in, up to that of its project. */
const highest = 12;

/** Names of folders for what was built. They may say `"type": "module"` in a `package.json` of their own. */
export const outputFolder = /^(?:dist|build|out|output|lib|esm?|cjs|public|static|assets|client|server|browser)$/i;

/** A line of a configuration that says a name. */
export interface Mention {
  /** Absolute path. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** Whether the line, or one soon before it, says that names are replaced by values. */
  readonly defines: boolean;
}

/** The folder that something was built in, and what its configuration says. */
export interface Project {
  /** Absolute path. */
  readonly folder: string;
  /** Where a configuration of its build says one of some names first. */
  mentionOf(names: readonly string[]): Mention | undefined;
  /** The variables of its environment files. They go nowhere but into fingerprints. */
  readonly variables: readonly Variable[];
}

/**
 * The project of a built file: the nearest folder above it with the configuration of a bundler, or with a `package.json`.
 *
 * @param folder - absolute path of the folder of the file.
 * @param top - absolute path of the highest folder that counts.
 */
export function projectOf(folder: string, top: string, { cwd, readsEnvFiles }: { readonly cwd: string; readonly readsEnvFiles: boolean }): Project {
  const folders = foldersUpTo(folder, top);
  const found = folders.find((each) => configsIn(each).length > 0) ?? folders.find((each) => !outputFolder.test(basename(each)) && isFile(join(each, 'package.json')));
  const project = found ?? (folders.includes(cwd) ? cwd : top);
  let texts: readonly { readonly path: string; readonly lines: readonly string[] }[] | undefined;
  let variables: readonly Variable[] | undefined;
  return {
    folder: project,
    mentionOf(names) {
      texts ??= configsIn(project).map((path) => ({ path, lines: linesOf(path) }));
      for (const name of names) {
        const word = new RegExp(String.raw`(?<![\w$])${name.replace(/[^\w]/g, String.raw`\$&`)}(?![\w$])`);
        for (const { path, lines } of texts) {
          const at = lines.findIndex((line) => word.test(line));
          if (at !== -1) return { path, line: at + 1, defines: lines.slice(Math.max(0, at - 8), at + 1).some((line) => /\bdefine\b|\bDefinePlugin\b|\bEnvironmentPlugin\b|\benv\s*:/.test(line)) };
        }
      }
      return undefined;
    },
    get variables() {
      return (variables ??= (readsEnvFiles ? namesIn(project) : []).filter(isEnvFileName).flatMap((name) => readEnvFile(join(project, name), cwd).variables));
    },
  };
}

/** A project of which nothing is known but the folder that paths are shown from. @param folder - absolute path. */
export function unknownProject(folder: string): Project {
  return { folder, mentionOf: () => undefined, variables: [] };
}

function foldersUpTo(folder: string, top: string): readonly string[] {
  const within = top.endsWith(sep) ? top : top + sep;
  const folders: string[] = [];
  for (let each = resolve(folder); folders.length < highest; each = dirname(each)) {
    if (each !== top && !each.startsWith(within)) break;
    folders.push(each);
    if (each === top) break;
  }
  return folders;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function configsIn(folder: string): readonly string[] {
  return namesIn(folder).filter((name) => buildConfig.test(name)).map((name) => join(folder, name)).filter(isFile);
}

function isFile(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() === true && stats.size <= longestConfig;
}

function linesOf(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch {
    return [];
  }
}
