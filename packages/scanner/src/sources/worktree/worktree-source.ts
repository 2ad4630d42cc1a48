import { quotePath } from '../../paths/quote-path.ts';
import { relativeTo, shortest } from '../../paths/file-path.ts';
import type { FileReference, Source } from '../source.ts';
import { SourceNotes } from '../source.ts';
import { listFolder } from './list-folder.ts';
import type { FolderOptions } from './list-folder.ts';
import { argumentEcho } from './argument-echo.ts';
import { SeenFiles } from './seen-files.ts';
import type { Target } from './targets.ts';
import { targetOf } from './targets.ts';

export interface WorktreeOptions {
  /** Absolute path of the folder that arguments and reported paths are relative to. */
  readonly cwd: string;
  /** Take what git ignores as well. */
  readonly noIgnore: boolean;
}

/**
 * The files on disk that arguments of the command line stand for: files, folders and globs. Each file comes once,
 * however many arguments lead to it. What cannot be listed is in the notes.
 */
export function createWorktreeSource(targets: readonly string[], options: WorktreeOptions): Source {
  const notes = new SourceNotes(options.cwd);
  const scope: string[] = [];
  return { notes, scope, files: () => listTargets(targets, { ...options, notes, scope }) };
}

/** A folder above the working directory: what it holds may have a shorter path. */
const leadsBack = /^(?:\.\.\/)*\.\.$/;

interface ListOptions extends FolderOptions {
  readonly scope: string[];
}

async function* listTargets(targets: readonly string[], options: ListOptions): AsyncGenerator<readonly FileReference[], void> {
  const { cwd, notes, scope } = options;
  const seen = targets.length > 1 ? new SeenFiles(cwd) : undefined;
  for (const argument of targets) {
    const target = targetOf(argument, cwd);
    if (target.kind === 'nothing') {
      noteNothing(target.path, target.reason, notes);
      continue;
    }
    const isNew = seen?.within(target.path);
    if (target.kind !== 'glob') scope.push(target.path);
    let listed = 0;
    for await (const files of filesOf(target, options)) {
      listed += files.length;
      if (target.kind === 'glob') for (const { path } of files) scope.push(quotePath(path));
      const fresh = isNew === undefined ? files : files.filter(({ path }) => isNew(path));
      if (fresh.length > 0) yield leadsBack.test(target.path) ? fresh.map((file) => ({ ...file, path: shortest(file.path, cwd) })) : fresh;
    }
    if (target.kind === 'glob' && listed === 0) {
      const reason = options.noIgnore ? 'the pattern matches no file' : 'the pattern matches no file that git would commit (--no-ignore takes the others too)';
      noteNothing(argument, reason, notes);
    }
  }
}

function noteNothing(path: string, reason: string, notes: SourceNotes): void {
  const echo = argumentEcho(path);
  notes.unread.push({ path: echo, reason });
  notes.notice(`Cannot scan ${echo}: ${reason}.`);
}

async function* filesOf(target: Exclude<Target, { kind: 'nothing' }>, options: FolderOptions): AsyncGenerator<readonly FileReference[], void> {
  if (target.kind === 'file') {
    yield [{ path: target.path, named: true, tracked: false }];
    return;
  }
  if (target.kind === 'folder') return yield* listFolder(target.path, options);
  const { expandGlob } = await import('./expand-glob.ts');
  const isMatch = await expandGlob(target, options.cwd);
  for await (const files of listFolder(target.path, options)) {
    // What is not UTF-8 in a name has the same replacement character on both sides.
    yield files.filter(({ path }) => isMatch(Buffer.from(relativeTo(target.path, path)).toString('utf8')));
  }
}
