import { lstatSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isEnvFileName, isPrivateEnvFileName } from '@submit-guard/core';
import { failureOf } from '../git/git-failure.ts';
import { runGit } from '../git/run-git.ts';
import { splitRecords } from '../git/split-records.ts';
import { findWorkTree } from '../sources/worktree/find-work-tree.ts';

/** Folders that hold other people's code; their environment files are not ours. */
const foreignFolders: ReadonlySet<string> = new Set(['node_modules', 'bower_components', 'vendor', '.git', '.venv', 'venv', 'site-packages', '.tox', '.cache']);

/** How far a folder outside of any work tree is searched: deep enough for a workspace of packages, and soon done. */
const deepest = 2;
const mostFolders = 400;

/**
 * Finds the environment files whose keys are known: in a work tree those that git ignores, because nothing else says
 * that they stay where they are; outside of any those that are private by convention. One that git tracks is a leak
 * and no source.
 *
 * @param near - absolute paths of the working directory and of the folders of single files; outside of any work tree only such a folder
 *   itself is looked into.
 * @param folders - absolute paths of folders that are scanned.
 * @returns absolute paths, each once, in a stable order.
 */
export async function findEnvFiles(near: readonly string[], folders: readonly string[]): Promise<readonly string[]> {
  const tops = new Set<string>();
  const loose = new Map<string, number>();
  for (const [folder, depth] of [...near.map((path) => [path, 0] as const), ...folders.map((path) => [path, deepest] as const)]) {
    const top = findWorkTree(folder);
    if (top === undefined) loose.set(folder, depth);
    else tops.add(top);
  }
  const inTrees = await Promise.all([...tops].map(async (top) => await ignoredEnvFiles(top) ?? privateEnvFiles(top, deepest)));
  const found = new Set([...inTrees.flat(), ...[...loose].flatMap(([folder, depth]) => privateEnvFiles(folder, depth))]);
  return [...found].sort();
}

/** @returns `undefined` where git has no answer, for example because there is no git. */
async function ignoredEnvFiles(top: string): Promise<readonly string[] | undefined> {
  // `--directory`: a folder that is ignored as a whole is one line, however much it holds.
  const answer = await runGit(top, ['ls-files', '-z', '--others', '--ignored', '--exclude-standard', '--directory']);
  if (failureOf(answer) !== undefined) return undefined;
  const files: string[] = [];
  for (const record of splitRecords(answer.output)) {
    const path = record.toString('utf8');
    if (!path.endsWith('/')) {
      if (isEnvFileName(basename(path))) files.push(join(top, path));
    } else if (!foreignFolders.has(basename(path)) && !isForeign(path)) {
      for (const { name, isFile } of list(join(top, path))) if (isFile && isEnvFileName(name)) files.push(join(top, path, name));
    }
  }
  return files;
}

function isForeign(path: string): boolean {
  return dirname(path).split('/').some((name) => foreignFolders.has(name));
}

function privateEnvFiles(start: string, levels: number): readonly string[] {
  const files: string[] = [];
  const open = [{ folder: start, depth: 0 }];
  for (let seen = 0; seen < mostFolders; seen++) {
    const next = open.shift();
    if (next === undefined) break;
    if (next.depth === levels) files.push(...envFilesIn(next.folder));
    else for (const { name, isFile, isFolder } of list(next.folder)) {
      if (isFile && isPrivateEnvFileName(name)) files.push(join(next.folder, name));
      else if (isFolder && !foreignFolders.has(name)) open.push({ folder: join(next.folder, name), depth: next.depth + 1 });
    }
  }
  return files;
}

/** The private environment files of a folder that is not looked into further: most are, and names alone are had for less. */
function envFilesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter(isPrivateEnvFileName).map((name) => join(folder, name)).filter((path) => !lstatSync(path).isDirectory());
  } catch {
    return [];
  }
}

interface Listed {
  readonly name: string;
  /** A symbolic link counts as a file: the environment of a deployment often is one. */
  readonly isFile: boolean;
  readonly isFolder: boolean;
}

/** A folder that cannot be listed has no environment files that anybody could read; the source reports the folder. */
function list(folder: string): readonly Listed[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      isFile: entry.isFile() || entry.isSymbolicLink(),
      isFolder: entry.isDirectory(),
    }));
  } catch {
    return [];
  }
}
