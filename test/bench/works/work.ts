import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Something to read, the same for everybody. */
export interface Material {
  /** Absolute path of a file or folder. */
  readonly target: string;
  readonly files: number;
  readonly bytes: number;
  /** Submit keys that were put in, where there are any. */
  readonly planted: number;
}

/** What makes a piece of work. */
export interface Recipe {
  /** Absolute path of what is made. */
  readonly target: string;
  /** Changes when what is made changes: text that says all that it depends on. */
  readonly from: string;
  /** Makes it at a path that does not exist yet. */
  readonly make: (target: string) => { readonly planted: number };
}

/** Files and bytes of a file, or of all files of a folder. */
export function sizeOf(path: string): { readonly files: number; readonly bytes: number } {
  if (!statSync(path).isDirectory()) return { files: 1, bytes: statSync(path).size };
  let files = 0;
  let bytes = 0;
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    files += 1;
    bytes += statSync(join(entry.parentPath, entry.name)).size;
  }
  return { files, bytes };
}

/** Makes a piece of work unless it is there, made from the same. */
export function material({ target, from, make }: Recipe): Material {
  const note = `${target}.made.json`;
  if (existsSync(note)) {
    const made = JSON.parse(readFileSync(note, 'utf8')) as Material & { readonly from: string };
    if (made.from === from && existsSync(target)) return { target, files: made.files, bytes: made.bytes, planted: made.planted };
  }
  mkdirSync(dirname(target), { recursive: true });
  const unfinished = `${target}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(target, { recursive: true, force: true });
  const { planted } = make(unfinished);
  renameSync(unfinished, target);
  const made: Material = { target, ...sizeOf(target), planted };
  writeFileSync(note, JSON.stringify({ ...made, from }));
  return made;
}
