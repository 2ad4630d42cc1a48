import type { Repository } from '../../git/repository.ts';
import { askGit } from '../../git/repository.ts';

/** An annotated tag: the name it was given, whatever ref leads to it now, and the object that it is about. */
interface Tag {
  readonly name: string;
  readonly commit: string | undefined;
}

/** Reads annotated tags. @param ids - of the tags. */
export async function readTags(repository: Repository, ids: readonly string[]): Promise<ReadonlyMap<string, Tag>> {
  const tags = new Map<string, Tag>();
  for (const id of ids) {
    const text = (await askGit(repository, ['cat-file', 'tag', id])).output.toString('utf8');
    const [header = ''] = text.split('\n\n', 1);
    const name = /^tag (.*)$/m.exec(header)?.[1] ?? id;
    const about = /^object ([0-9a-f]{40,64})\ntype commit$/m.exec(header)?.[1];
    tags.set(id, { name, commit: about });
  }
  return tags;
}
