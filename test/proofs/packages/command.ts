import { parseArgs } from 'node:util';
import { createDetector } from '@submit-guard/core';
import { createTextScanner } from 'submit-guard';
import { folderOf, installPackages, packages, packagesFolder } from './install.ts';
import type { FolderFigures } from './proof.ts';
import { readFolder } from './proof.ts';

/**
 * Installs the listed packages, reads every file of them and prints every finding. None of them holds a Submit key, so that
 * every finding is a false alarm and the exit status 1. `--only TEXT` looks at the packages whose name holds the text.
 */
export function main(args: readonly string[]): number {
  const { values } = parseArgs({ args: [...args], options: { only: { type: 'string', default: '' } } });
  installPackages((sentence) => console.log(sentence));
  const readers = { detector: createDetector(), scan: createTextScanner() };
  const figures: FolderFigures = { files: 0, bytes: 0, findings: [] };
  const started = performance.now();
  const chosen = packages.filter((name) => name.includes(values.only));
  for (const name of chosen) {
    const before = figures.findings.length;
    readFolder(readers, folderOf(name), figures);
    for (const finding of figures.findings.slice(before)) console.log(finding);
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`${chosen.length} packages in ${packagesFolder}`);
  console.log(`${figures.files} files, ${(figures.bytes / 1e9).toFixed(2)} GB, ${seconds} s: ${figures.findings.length} findings`);
  return figures.findings.length === 0 ? 0 : 1;
}
