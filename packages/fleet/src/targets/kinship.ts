import { tipsIn } from 'submit-guard/fleet';
import type { Target } from './target.ts';

/** Ids that stand for a repository: of those that its refs name, the lowest ones. Forks have most of their tags in common, and so some of these. */
const sketchLength = 16;

/**
 * Finds out which repositories are likely to be forks of each other, without a look at their objects.
 *
 * @returns for each repository that lies in a folder the name of its family; repositories of one family have refs to an object in common.
 */
export function familiesOf(targets: readonly Target[]): ReadonlyMap<string, string> {
  const parents = new Map<string, string>();
  const headOf = (name: string): string => {
    let head = name;
    for (let next = parents.get(head); next !== undefined; next = parents.get(head)) head = next;
    return head;
  };
  const holders = new Map<string, string>();
  for (const { name, place } of targets) {
    if (place.kind !== 'folder') continue;
    for (const tip of lowest(tipsIn(place.path))) {
      const [own, other] = [headOf(name), headOf(holders.get(tip) ?? name)];
      if (own !== other) parents.set(own, other);
      holders.set(tip, other);
    }
  }
  return new Map(targets.flatMap(({ name, place }) => (place.kind === 'folder' ? [[name, headOf(name)]] : [])));
}

/** The lowest of some ids; a sort of all of them would take longer than all else. */
function lowest(ids: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const id of ids) {
    if (kept.length === sketchLength && id > (kept.at(-1) ?? '')) continue;
    kept.push(id);
    kept.sort();
    kept.length = Math.min(kept.length, sketchLength);
  }
  return kept;
}
