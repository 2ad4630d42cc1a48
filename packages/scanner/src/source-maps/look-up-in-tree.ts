import type { Finding } from '@submit-guard/core';
import type { LookedUp } from './find-originals.ts';
import { mostOfFile } from './find-originals.ts';
import { longestMap, mapFileOf, tooLong } from './find-map.ts';
import type { GeneratedText } from './generated-text.ts';
import { generatedTextOf, longestWhole } from './generated-text.ts';
import { groupBy } from './group-by.ts';
import { mappingUrlOf } from './mapping-url.ts';
import { ownMapOf, placeFindings } from './original-places.ts';

/** A file that is read by its name in a tree. */
export interface TreeEntry {
  /** As the tree knows it. */
  readonly name: string;
  /** Absolute path that stands for it. */
  readonly path: string;
}

/** Files that no disk has as they are: members of an archive, objects of a repository. */
export interface FileTree {
  /**
   * Reads files, in an order of its own; those that are not there are left out.
   *
   * @param most - bytes of the longest that is read.
   * @param visit - takes the bytes; `undefined` of a file that is longer.
   */
  read(names: ReadonlySet<string>, most: number, visit: (name: string, bytes: Buffer | undefined) => void): Promise<void>;
  /** Of each list of names the index of the first that is there, or -1. To be asked after the tree was read for the first time. */
  firstPresent(lists: readonly (readonly string[])[]): Promise<readonly number[]>;
}

/** A generated file of a tree in which something was found. */
export interface FoundInTree extends TreeEntry {
  readonly findings: readonly Finding[];
  /** See `LookedUp`. */
  readonly file: string | undefined;
  /** Where its map may be, the likeliest place first; given what its comment says. */
  readonly mapsFor: (url: string | undefined) => readonly TreeEntry[];
}

/** A file that was read, and waits for its map. */
interface Waiting {
  readonly found: FoundInTree;
  readonly text: GeneratedText;
  readonly candidates: readonly TreeEntry[];
}

/** UTF-16 units of all files that wait for their maps. */
const mostWaiting = 64 * 1024 * 1024;

/**
 * Looks up what was found in generated files of a tree. The tree is read twice at most: for the files, and for the maps beside them. One map is in
 * memory at a time.
 *
 * @param toShown - turns an absolute path into one that is shown.
 */
export async function lookUpInTree(tree: FileTree, found: readonly FoundInTree[], toShown: (path: string) => string): Promise<readonly LookedUp[]> {
  const results: LookedUp[] = [];
  const open = new Set(found);
  let room = mostWaiting;
  const settle = (file: FoundInTree, text: GeneratedText | undefined, findBeside: Parameters<typeof placeFindings>[1]): void => {
    const looked = file.findings.slice(0, mostOfFile);
    results.push({ ...placeFindings({ path: file.path, text, findings: looked }, findBeside, toShown), looked, file: file.file });
    open.delete(file);
  };
  const waiting: Waiting[] = [];
  const byName = groupBy(found, ({ name }) => name);
  await tree.read(new Set(byName.keys()), longestWhole, (name, bytes) => {
    const text = bytes === undefined ? undefined : generatedTextOf(bytes);
    for (const file of byName.get(name) ?? []) {
      if (text === undefined || text.text.length > room || ownMapOf({ path: file.path, text, findings: [] }) !== undefined) settle(file, text, () => undefined);
      else {
        room -= text.text.length;
        waiting.push({ found: file, text, candidates: file.mapsFor(mappingUrlOf(text.text)?.url) });
      }
    }
  });
  const present = await tree.firstPresent(waiting.map(({ candidates }) => candidates.map(({ name }) => name)));
  const withMap = waiting.flatMap((each, index) => {
    const map = each.candidates[present[index] ?? -1];
    return map === undefined ? [] : [{ ...each, map }];
  });
  const byMap = groupBy(withMap, ({ map }) => map.name);
  await tree.read(new Set(byMap.keys()), longestMap, (name, bytes) => {
    for (const { found: file, text, map } of byMap.get(name) ?? []) settle(file, text, () => (bytes === undefined ? tooLong(map.path) : mapFileOf(map.path, bytes)));
  });
  const texts = new Map(waiting.map((each) => [each.found, each.text]));
  for (const file of open) settle(file, texts.get(file), () => undefined);
  return results;
}
