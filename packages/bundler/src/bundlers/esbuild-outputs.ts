import { Buffer } from 'node:buffer';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What esbuild hands over of a file instead of writing it. */
export interface OutputFile {
  readonly path: string;
  readonly contents: Uint8Array;
  /** Of the contents. */
  readonly hash?: string;
}

/** Path under which esbuild hands over what is meant for standard output. */
const standardOutput = '<stdout>';

const hashbang = [0x23, 0x21];

/** Writes the outputs of a build as esbuild does. Where it is made again, what is as before is left alone, and what is no longer made is deleted. */
export class OutputWriter {
  #hashes: ReadonlyMap<string, string | undefined> = new Map();

  /** @param files - all of the build; none where it failed. */
  write(files: readonly OutputFile[]): void {
    const before = this.#hashes;
    this.#hashes = new Map(files.filter(({ path }) => path !== standardOutput).map(({ path, hash }) => [path, hash]));
    for (const path of before.keys()) if (!this.#hashes.has(path)) rmSync(path, { force: true });
    for (const file of files) if (!before.has(file.path) || before.get(file.path) !== file.hash || !isWritten(file)) writeOutput(file);
  }
}

function isWritten({ path, contents }: OutputFile): boolean {
  try {
    return readFileSync(path).equals(Buffer.from(contents.buffer, contents.byteOffset, contents.byteLength));
  } catch {
    return false;
  }
}

function writeOutput({ path, contents }: OutputFile): void {
  if (path === standardOutput) {
    process.stdout.write(contents);
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  // As esbuild does with programs.
  const isProgram = hashbang.every((byte, index) => contents[index] === byte);
  writeFileSync(path, contents, { mode: isProgram ? 0o777 : 0o666 });
}
