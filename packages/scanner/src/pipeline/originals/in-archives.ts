import { closeSync, constants, fstatSync, openSync, statSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import type { Finding } from '@submit-guard/core';
import type { ContainerLimits } from '../../containers/limits.ts';
import { accessToFile } from '../../containers/random-access.ts';
import type { RandomAccess } from '../../containers/random-access.ts';
import type { MapFile, UnreadMap } from '../../source-maps/find-map.ts';
import { candidates, longestMap, mapFileOf, tooLong, unreadable } from '../../source-maps/find-map.ts';
import type { LookedUp, OriginalsQuery } from '../../source-maps/find-originals.ts';
import { lookUpFile, lookUpText, toShownIn } from '../../source-maps/find-originals.ts';
import { generatedTextOf, longestWhole } from '../../source-maps/generated-text.ts';
import { groupBy } from '../../source-maps/group-by.ts';
import { lookUpInTree } from '../../source-maps/look-up-in-tree.ts';
import type { FoundInTree, TreeEntry } from '../../source-maps/look-up-in-tree.ts';
import { readMembers } from '../containers/read-members.ts';
import { archiveTree } from './archive-tree.ts';

/** What a name ends in whose file was compressed as a whole. */
const compressed = /\.(?:gz|br|zst|bz2|xz|zz|zlib)$/i;

/**
 * Looks up what was found in generated files within archives, and in compressed twins of such files: each archive in which there is something is read
 * once more, and once again for maps.
 */
export async function lookUpInArchives(findings: readonly Finding[], limits: ContainerLimits, query: OriginalsQuery): Promise<readonly LookedUp[]> {
  const byFile = groupBy(findings, ({ path }) => fileAround(path, query.cwd));
  const results: LookedUp[] = [];
  for (const [path, found] of byFile) {
    const file = path === undefined ? undefined : openArchive(resolve(query.cwd, path));
    if (path === undefined || file === undefined) continue;
    try {
      if (found.some((finding) => finding.path !== path)) results.push(...await lookUpMembers(path, file.bytes, limits, found, query));
      else results.push(compressed.test(path) ? await lookUpTwin(path, file.bytes, limits, found, query) : await lookUpFile(path, found, query));
    } finally {
      closeSync(file.descriptor);
    }
  }
  return results;
}

/** The file on the disk that a place in an archive is in: names of files may have an exclamation mark, too. */
function fileAround(path: string, cwd: string): string | undefined {
  const prefixes = [...Array.from(path.matchAll(/!/g), ({ index }) => path.slice(0, index)), path];
  return prefixes.find((prefix) => statSync(resolve(cwd, prefix), { throwIfNoEntry: false })?.isFile());
}

function openArchive(path: string): { readonly descriptor: number; readonly bytes: RandomAccess } | undefined {
  try {
    const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    return { descriptor, bytes: accessToFile(descriptor, fstatSync(descriptor).size) };
  } catch {
    return undefined;
  }
}

/** `app.js.gz` beside `app.js`: the map is that of `app.js`. */
async function lookUpTwin(path: string, bytes: RandomAccess, limits: ContainerLimits, findings: readonly Finding[], query: OriginalsQuery): Promise<LookedUp> {
  let content: Buffer | undefined;
  await readMembers(path, bytes, limits, { paths: new Set([path]), most: longestWhole, visit: (_, read) => (content = read) });
  return lookUpText(path, resolve(query.cwd, path.replace(compressed, '')), content && generatedTextOf(content), findings, query);
}

/** Reads a source map that was compressed as a whole. */
export async function unpackMap(path: string, real: string, limits: ContainerLimits): Promise<MapFile | UnreadMap> {
  const file = openArchive(real);
  if (file === undefined) return unreadable(path);
  try {
    let map: MapFile | UnreadMap | undefined;
    await readMembers(path, file.bytes, limits, {
      paths: new Set([path]),
      most: longestMap,
      visit: (_, bytes) => (map = bytes === undefined ? tooLong(path) : mapFileOf(path, bytes)),
    });
    return map ?? unreadable(path);
  } finally {
    closeSync(file.descriptor);
  }
}

function lookUpMembers(archive: string, bytes: RandomAccess, limits: ContainerLimits, all: readonly Finding[], { cwd }: OriginalsQuery): Promise<readonly LookedUp[]> {
  const found = Array.from(groupBy(all, ({ path }) => path), ([path, findings]): FoundInTree => {
    const name = path.replace(compressed, '');
    return { name: path, path: resolve(cwd, name), findings, file: resolve(cwd, archive), mapsFor: (url) => mapsFor(name, url, cwd) };
  });
  return lookUpInTree(archiveTree(archive, bytes, limits), found, toShownIn(cwd));
}

/** Where in the same archive the map of a member may be. */
function mapsFor(path: string, url: string | undefined, cwd: string): readonly TreeEntry[] {
  const start = path.lastIndexOf('!') + 1;
  return candidates(`/${path.slice(start)}`, url, posix).map((candidate) => {
    const name = `${path.slice(0, start)}${candidate.slice(1)}`;
    return { name, path: resolve(cwd, name) };
  });
}
