import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { scan } from 'submit-guard';
import { filesIn } from '../packages/files.ts';
import { folderOf, installPackages } from '../packages/install.ts';

/** `name@version`, one a line: packages that publish minified builds with source maps. */
export const bundles: readonly string[] = readFileSync(fileURLToPath(new URL('bundles.txt', import.meta.url)), 'utf8').trim().split('\n');

/**
 * Scans the published bundles of real packages as what browsers are shown, and prints every finding: none of them holds a Submit key, so that
 * every finding is a false alarm and the exit status 1. `--only TEXT` takes the packages whose name holds the text.
 */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { only: { type: 'string', default: '' } } });
  const chosen = bundles.filter((name) => name.includes(values.only));
  installPackages((sentence) => console.log(sentence), chosen);
  const figures = { files: 0, bytes: 0, maps: 0, minified: 0, findings: 0, unread: 0 };
  const started = performance.now();
  for (const name of chosen) {
    const cwd = folderOf(name);
    for (const path of filesIn(cwd)) {
      if (path.endsWith('.map')) figures.maps += 1;
      if (/\.min\.(?:[cm]?js|css)$/.test(path)) figures.minified += 1;
    }
    const { findings, coverage } = await scan({ cwd, surface: 'frontend', noIgnore: true, environment: {} });
    figures.files += coverage.files;
    figures.bytes += coverage.bytes;
    figures.findings += findings.length;
    figures.unread += coverage.unread.length;
    for (const { path, line, column, ruleId, confidence, evidence } of findings) {
      console.log(`${name}/${path}:${line}:${column} ${ruleId} ${confidence} (${evidence.map(({ kind, detail }) => `${kind}: ${detail}`).join('; ')})`);
    }
    for (const { path, reason } of coverage.unread) console.log(`${name}/${path} was not read: ${reason}`);
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`${chosen.length} packages, ${figures.files} files, ${figures.maps} source maps, ${figures.minified} files named .min, ${(figures.bytes / 1e6).toFixed(0)} MB, ${seconds} s: ${figures.findings} findings, ${figures.unread} not read`);
  return figures.findings + figures.unread === 0 ? 0 : 1;
}
