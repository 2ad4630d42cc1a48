import type { Repository } from '../../git/repository.ts';
import { askGit, outputOf } from '../../git/repository.ts';
import { listRefs } from '../../git/revisions.ts';
import { splitRecords } from '../../git/split-records.ts';
import type { Occurrence } from './object-source.ts';

const tab = 0x09;

/** The name of an annotated tag, without `refs/tags/`. */
export function tagPlace(ref: string): string {
  return `tag:${ref.replace(/^refs\/tags\//, '')}`;
}

/** Annotated tags of commits and notes about them, by id. */
export async function messagesAbout(repository: Repository, commits: ReadonlySet<string>): Promise<ReadonlyMap<string, Occurrence>> {
  const messages = new Map<string, Occurrence>();
  for (const { name, id, kind, commit } of await listRefs(repository, 'refs/tags')) {
    if (kind === 'tag' && commit !== undefined && commits.has(commit)) messages.set(id, { path: tagPlace(name), commit, before: [] });
  }
  for (const { id, about } of await listNotes(repository)) if (commits.has(about)) messages.set(id, { path: `note:${about}`, commit: about, before: [] });
  return messages;
}

interface Note {
  /** The blob. */
  readonly id: string;
  /** The object that the note is about. */
  readonly about: string;
}

/** The notes as they are now, of all refs that hold notes. */
async function listNotes(repository: Repository): Promise<readonly Note[]> {
  const notes: Note[] = [];
  for (const { commit } of await listRefs(repository, 'refs/notes')) {
    if (commit === undefined) continue;
    const output = await outputOf(repository, 'read the notes', ['ls-tree', '-r', '-z', '--full-tree', commit]);
    for (const record of splitRecords(output)) {
      const end = record.indexOf(tab);
      const id = record.toString('latin1', 0, end).split(' ')[2];
      const about = noteSubject(record.toString('latin1', end + 1), repository.idLength);
      if (id !== undefined && about !== undefined) notes.push({ id, about });
    }
  }
  return notes;
}

/** The id that the path of a note spells: notes lie in folders named after its first digits (git-notes(1)). */
export function noteSubject(path: string, idLength: number): string | undefined {
  const id = path.replaceAll('/', '');
  return id.length === idLength && /^[0-9a-f]+$/.test(id) ? id : undefined;
}

/** The history of all notes: commits, by id. */
export async function noteCommits(repository: Repository): Promise<ReadonlySet<string>> {
  const answer = await askGit(repository, ['rev-list', '--glob=refs/notes']);
  return new Set(answer.output.toString('latin1').split('\n').filter((line) => line !== ''));
}
