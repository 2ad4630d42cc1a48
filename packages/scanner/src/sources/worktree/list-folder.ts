import { lstatSync, realpathSync } from 'node:fs';
import type { FilePath } from '../../paths/file-path.ts';
import { bytesOfPath, folderOf, joinPath, pathFromBytes, pathToOpen } from '../../paths/file-path.ts';
import { quotePath } from '../../paths/quote-path.ts';
import type { FileReference, SourceNotes } from '../source.ts';
import { linkReason } from '../link-reason.ts';
import { findWorkTree, holdsRepository } from './find-work-tree.ts';
import { LinkGuard } from './link-guard.ts';
import type { GitListing, ListingFailure } from './list-with-git.ts';
import { listWithGit } from './list-with-git.ts';
import { FolderSet, noteSpecialFiles } from './note-special-files.ts';
import { walkFolder } from './walk-folder.ts';

type Files = AsyncGenerator<readonly FileReference[], void>;

export interface FolderOptions {
  readonly cwd: string;
  readonly notes: SourceNotes;
  /** Take what git ignores as well. */
  readonly noIgnore: boolean;
}

/**
 * Lists the files of a folder that was named: in a git work tree those that git would commit, elsewhere all of them.
 * A folder that git ignores, or of which it would commit nothing, was meant as a whole.
 */
export async function* listFolder(folder: FilePath, options: FolderOptions): Files {
  if (options.noIgnore) return yield* walkFolder(folder, options);
  const real = realpathSync(pathToOpen(folder, options.cwd));
  const top = findWorkTree(real);
  if (top === undefined) {
    return yield* walkFolder(folder, { ...options, listRepository: (nested) => listRepository(nested, options) });
  }
  const listing = await listWithGit(real, top === real);
  if ('failure' in listing) return yield* walkInstead(folder, listing, options);
  const isEmpty = listing.tracked.length === 0 && listing.untracked.length === 0;
  if (listing.ignored || (isEmpty && top !== real)) return yield* walkFolder(folder, options);
  yield* filesOf(folder, real, listing, options);
}

/** Lists what git would commit of a repository that was met on the way. */
async function* listRepository(folder: FilePath, options: FolderOptions): Files {
  const real = pathToOpen(folder, options.cwd);
  if (typeof real !== 'string') {
    // A process cannot be started in a folder whose name is no text (Node takes no bytes there).
    options.notes.notice(`${quotePath(folder)} has a name that is not UTF-8, so git cannot be asked what it ignores there; all files in it are scanned.`);
    return yield* walkFolder(folder, options);
  }
  const listing = await listWithGit(real, true);
  if ('failure' in listing) yield* walkInstead(folder, listing, options);
  else yield* filesOf(folder, real, listing, options);
}

/** Where git gives no list, everything is scanned: more than was asked for, never less. */
async function* walkInstead(folder: FilePath, { failure, error }: ListingFailure, options: FolderOptions): Files {
  const name = quotePath(folder) || '.';
  const { notes } = options;
  const everything = 'so all files in it are scanned, also those that git ignores';
  if (failure === 'missing') notes.notice(`There is no git program to ask what it ignores in ${name}, ${everything}.`);
  else if (failure === 'dubious-ownership') {
    notes.notice(
      `git refuses to read the repository of ${name} because it belongs to another user (safe.directory), ${everything}. `
      + 'If you trust it, run: git config --global --add safe.directory <its folder>',
    );
  } else if (failure === 'not-a-repository') notes.notice(`The .git of ${name} leads to no repository, ${everything}.`);
  else if (failure === 'other') {
    notes.missRead(joinPath(folder, '.git'), `git could not list the work tree: ${error}`);
  }
  yield* walkFolder(folder, options);
}

/** Turns git's answer into files, and what lies between them into notes. */
async function* filesOf(folder: FilePath, gitFolder: string, listing: GitListing, options: FolderOptions): Files {
  const guard = new LinkGuard(folder, options.cwd);
  const folders = new FolderSet();
  const files: FileReference[] = [];
  const nested: FilePath[] = [];
  for (const { path, isSubmodule } of listing.tracked) {
    if (!guard.isInTree(path)) continue;
    if (isSubmodule) nested.push(path);
    else {
      folders.add(folderOf(path));
      files.push({ path: joinPath(folder, path), named: false, tracked: true });
    }
  }
  for (const path of listing.untracked) {
    if (path.at(-1) === '/' || path.at(-1) === slash) nested.push(withoutSlash(path));
    else {
      folders.add(folderOf(path));
      files.push({ path: joinPath(folder, path), named: false, tracked: false });
    }
  }
  yield files;
  for (const { path, reason } of listing.closed) options.notes.missRead(joinPath(folder, path), reason);
  await noteSpecialFiles(folder, gitFolder, folders, options);
  for (const path of nested) yield* listNested(joinPath(folder, path), options);
}

/** A submodule, or a repository that somebody put into another one: its files as its own git would commit them. */
async function* listNested(folder: FilePath, options: FolderOptions): Files {
  const path = pathToOpen(folder, options.cwd);
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return;
  if (stats.isSymbolicLink()) {
    options.notes.skip(folder, linkReason(folder, options.cwd));
    return;
  }
  if (!stats.isDirectory()) {
    yield [{ path: folder, named: false, tracked: false }];
    return;
  }
  if (holdsRepository(path)) return yield* listRepository(folder, options);
  let isEmpty = true;
  for await (const files of walkFolder(folder, options)) {
    isEmpty = false;
    yield files;
  }
  if (isEmpty) options.notes.skip(folder, 'submodule that is not checked out');
}

const slash = 0x2f;

function withoutSlash(path: FilePath): FilePath {
  return typeof path === 'string' ? path.slice(0, -1) : pathFromBytes(bytesOfPath(path).subarray(0, -1));
}
