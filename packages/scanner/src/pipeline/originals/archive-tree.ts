import type { ContainerLimits } from '../../containers/limits.ts';
import type { RandomAccess } from '../../containers/random-access.ts';
import type { FileTree } from '../../source-maps/look-up-in-tree.ts';
import { readMembers } from '../containers/read-members.ts';

/** Names of maps that are kept of an archive; others have none. */
const mostMaps = 100_000;

const nameOfMap = /\.(?:map|json)$/i;

/**
 * The members of an archive, by their paths as they are reported.
 *
 * @param path - of the archive, as it is reported.
 */
export function archiveTree(path: string, bytes: RandomAccess, limits: ContainerLimits): FileTree {
  let maps: Set<string> | undefined;
  return {
    async read(names, most, visit) {
      if (names.size === 0) return;
      // The first time, all that could be a map is noted on the way.
      const passed = maps === undefined ? new Set<string>() : undefined;
      maps ??= passed;
      const onPass = passed && ((name: string): void => {
        if (nameOfMap.test(name) && passed.size < mostMaps) passed.add(name);
      });
      await readMembers(path, bytes, limits, { paths: names, most, visit, onPass });
    },
    firstPresent: (lists) => Promise.resolve(lists.map((names) => names.findIndex((name) => maps?.has(name)))),
  };
}
