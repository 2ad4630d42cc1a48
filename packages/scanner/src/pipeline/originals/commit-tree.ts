import { parseObjectLine } from '../../git/object-kinds.ts';
import type { ObjectInfo } from '../../git/object-kinds.ts';
import { askGit } from '../../git/repository.ts';
import type { ObjectStore } from '../../git/repository.ts';
import type { FileTree } from '../../source-maps/look-up-in-tree.ts';
import { loadObjects } from '../objects/load-objects.ts';

/** The blobs of a repository, by whatever git finds them by: an id, `<commit>:./path` of the folder that git runs in. No name holds a line end. */
export function commitTree(store: ObjectStore): FileTree {
  /** What git says of names, in their order. */
  const infosOf = async (names: readonly string[]): Promise<readonly (ObjectInfo | undefined)[]> => {
    if (names.length === 0) return [];
    const { output } = await askGit(store, ['cat-file', '--batch-check'], Buffer.from(`${names.join('\n')}\n`).toString('latin1'));
    const lines = output.toString('latin1').split('\n');
    return names.map((_, index) => {
      const info = parseObjectLine(lines[index] ?? '');
      return info.kind === 'blob' ? info : undefined;
    });
  };
  return {
    async read(names, most, visit) {
      const asked = [...names];
      const namesOf = new Map<string, string[]>();
      for (const [index, info] of (await infosOf(asked)).entries()) {
        const name = asked[index];
        if (info === undefined || name === undefined) continue;
        if (info.size > most) visit(name, undefined);
        else namesOf.set(info.id, [...namesOf.get(info.id) ?? [], name]);
      }
      for await (const { id, bytes } of loadObjects(store, [...namesOf.keys()])) for (const name of namesOf.get(id) ?? []) visit(name, bytes);
    },
    async firstPresent(lists) {
      const infos = await infosOf(lists.flat());
      let at = 0;
      return lists.map((names) => {
        const own = infos.slice(at, (at += names.length));
        return own.findIndex((info) => info !== undefined);
      });
    },
  };
}
