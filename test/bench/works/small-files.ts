import { createHash } from 'node:crypto';
import { copyFileSync, linkSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf, installPackages, packages } from '../../proofs/packages/install.ts';
import { material, sizeOf } from './work.ts';
import type { Material } from './work.ts';

/** What the page promises of the tree. */
const leastFiles = 90_000;
const leastBytes = 1_000_000_000;

/** The first packages of the list that make up the promised size. */
function choose(scale: number, say: (sentence: string) => void): readonly string[] {
  const names: string[] = [];
  let files = 0;
  let bytes = 0;
  for (const name of packages) {
    if (files >= leastFiles * scale && bytes >= leastBytes * scale) break;
    installPackages(say, [name]);
    const size = sizeOf(folderOf(name));
    names.push(name);
    files += size.files;
    bytes += size.bytes;
  }
  return names;
}

/** Copies a folder, as links to the same bytes where the file system allows: no second gigabyte, and no second cache. */
function linkFolder(from: string, to: string, mayTake: (bytes: number) => boolean): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true }).sort((left, right) => (left.name < right.name ? -1 : 1))) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkFolder(source, target, mayTake);
    else if (entry.isFile() && mayTake(sizeOf(source).bytes)) {
      try {
        linkSync(source, target);
      } catch {
        copyFileSync(source, target);
      }
    }
  }
}

/** The packages of the proof against false alarms, in the order of its list, until the tree is large enough. */
export function smallFiles(folder: string, scale: number, say: (sentence: string) => void): Material {
  const names = choose(scale, say);
  return material({
    target: join(folder, 'small-files'),
    from: createHash('sha256').update(names.join('\n')).digest('hex'),
    make: (target) => {
      for (const name of names) linkFolder(folderOf(name), join(target, name.replaceAll('/', '+')), () => true);
      return { planted: 0 };
    },
  });
}

const partBytes = 20_000_000;
/** Of each package, so that the part is as mixed as the whole. */
const partOfPackage = 1_000_000;

/** A part of the tree for those who would need hours for all of it. */
export function someSmallFiles(folder: string, scale: number, whole: Material): Material {
  return material({
    target: join(folder, 'some-small-files'),
    from: `${whole.files} files, ${whole.bytes} bytes`,
    make: (target) => {
      let left = partBytes * scale;
      for (const name of readdirSync(whole.target).sort()) {
        let leftOfPackage = Math.min(left, partOfPackage);
        linkFolder(join(whole.target, name), join(target, name), (bytes) => {
          if (bytes > leftOfPackage) return false;
          leftOfPackage -= bytes;
          left -= bytes;
          return true;
        });
      }
      return { planted: 0 };
    },
  });
}
