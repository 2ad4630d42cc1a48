import { readFileSync, realpathSync, statSync } from 'node:fs';
import paths, { sep } from 'node:path';
import type { PlatformPath } from 'node:path';
import { decodedPercent } from './percent.ts';

/** A map that lies in a file of its own. */
export interface MapFile {
  /** Absolute path. */
  readonly path: string;
  readonly text: string;
}

/** Why a map that is there was not read, in words that follow "source map: ". */
export interface UnreadMap {
  readonly path: string;
  readonly reason: string;
}

/** Bytes of a map that is read: it is in memory as a whole, twice, while it is asked. */
export const longestMap = 64 * 1024 * 1024;

/** An address with a scheme, or without one but with a host: what is elsewhere is not fetched. */
const elsewhere = /^(?:[a-z][a-z\d+.-]+:|\/\/)/i;

/** Reads the map that a compressed file of the disk comes to, given what the file is called and where it leads. */
export type UnpackMap = (path: string, real: string) => Promise<MapFile | UnreadMap>;

/** What servers have beside a file, to send it compressed. */
const twins = ['.gz', '.br', '.zst'];

/**
 * Finds the map of a generated file: where its comment says, beside it under the same name, or under its own name with `.map` behind; where that is
 * not there, its compressed twin. It is read only if it is a file within the folder that is scanned, wherever links lead.
 *
 * @param generated - absolute path of the generated file.
 * @param url - what its comment says, if it has one.
 * @param root - absolute path of the folder.
 * @param unpack - absent where nothing compressed is read.
 * @returns `undefined` where there is no map.
 */
export async function findMap(generated: string, url: string | undefined, root: string, unpack: UnpackMap | undefined): Promise<MapFile | UnreadMap | undefined> {
  for (const path of candidates(generated, url)) {
    const file = fileWithin(path, root);
    if (file !== undefined) return readMap(path, file);
    for (const extension of unpack === undefined ? [] : twins) {
      const twin = fileWithin(path + extension, root);
      if (twin !== undefined) return unpack?.(path + extension, twin.real);
    }
  }
  return undefined;
}

function readMap(path: string, { real, size }: FoundFile): MapFile | UnreadMap {
  if (size > longestMap) return tooLong(path);
  try {
    return mapFileOf(path, readFileSync(real));
  } catch {
    return unreadable(path);
  }
}

/** The map that these bytes are. */
export function mapFileOf(path: string, bytes: Buffer): MapFile {
  return { path, text: bytes.toString('utf8').replace(/^\uFEFF/, '') };
}

export function tooLong(path: string): UnreadMap {
  return { path, reason: `it is longer than ${longestMap} bytes` };
}

export function unreadable(path: string): UnreadMap {
  return { path, reason: 'it could not be read' };
}

/**
 * Where the map of a generated file may be, the likeliest place first: absolute paths.
 *
 * @param generated - absolute path of the generated file.
 * @param url - what its comment says, if it has one.
 * @param style - of the paths: that of this machine, or of an archive or repository.
 */
export function candidates(generated: string, url: string | undefined, style: PlatformPath = paths): readonly string[] {
  const folder = style.dirname(generated);
  const beside = `${generated}.map`;
  const address = url === undefined || elsewhere.test(url) ? undefined : url.replace(/[?#].*$/, '');
  const path = address === undefined ? undefined : decodedPercent(address) ?? address;
  if (path === undefined || path === '' || path.includes('\0')) return [beside];
  // A path from the root of a site leads to a folder that only the server knows.
  return [...new Set([...(path.startsWith('/') ? [] : [style.resolve(folder, path)]), style.join(folder, style.basename(path)), beside])];
}

interface FoundFile {
  /** Where a path leads. */
  readonly real: string;
  readonly size: number;
}

/** What a path leads to, if that is a file within a folder. */
function fileWithin(path: string, root: string): FoundFile | undefined {
  try {
    const real = realpathSync(path);
    const within = realpathSync(root);
    if (!real.startsWith(within.endsWith(sep) ? within : within + sep)) return undefined;
    const stats = statSync(real);
    return stats.isFile() ? { real, size: stats.size } : undefined;
  } catch {
    return undefined;
  }
}
