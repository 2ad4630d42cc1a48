import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { confidences } from '@submit-guard/core';
import { surfaces } from '@submit-guard/rules';
import { describe, expect, it } from 'vitest';
import { confidenceLevels, formatNames, surfaceNames } from '../../src/commands/definitions/scan.ts';
import { reporterNames } from '../../src/reporters/index.ts';

const source = (path: string): string => fileURLToPath(new URL(`../../src/${path}`, import.meta.url));

/** What a module loads before it runs: packages and files, without what it imports dynamically or for types only. */
function loadedBy(path: string, seen = new Set<string>()): ReadonlySet<string> {
  const text = readFileSync(path, 'utf8');
  for (const [, specifier = ''] of text.matchAll(/^(?:import|export)(?! type)\b[^;'"]*?from '([^']+)';/gm)) {
    const target = specifier.startsWith('.') ? resolve(dirname(path), specifier) : specifier;
    if (seen.has(target)) continue;
    seen.add(target);
    if (existsSync(target)) loadedBy(target, seen);
  }
  return seen;
}

const packagesOf = (path: string): readonly string[] => [...loadedBy(source(path))].filter((name) => !name.startsWith('/') && !name.startsWith('node:')).sort();

describe('the command line', () => {
  it('prints its version without loading any package', () => {
    expect(packagesOf('bin.ts')).toEqual([]);
  });

  it('prints the help of a scan without loading the scanner', () => {
    expect(packagesOf('commands/command-line.ts')).toEqual(['commander']);
    expect(packagesOf('commands/definitions/scan.ts')).toEqual(['commander']);
  });

  it.each(['git', 'install', 'uninstall', 'hook', 'ci', 'verify', 'audit'])('prints the help of %s without loading what it does', (name) => {
    expect(packagesOf(`commands/definitions/${name}.ts`).filter((loaded) => loaded !== 'commander')).toEqual([]);
  });

  it.each(['scan', 'git'])('loads for %s nothing of hooks, gates and verification', (name) => {
    const loaded = [...loadedBy(source(`commands/${name}.ts`))];
    expect(loaded.some((path) => path.endsWith('/pipeline/create-engine.ts'))).toBe(true);
    expect(loaded.filter((path) => /\/src\/(?:hooks|gates|verification)\//.test(path) || /^node:(?:https?|net|tls|dns)$/.test(path))).toEqual([]);
  });

  it('offers the formats, levels and surfaces there are', () => {
    expect(formatNames).toEqual(reporterNames);
    expect(confidenceLevels).toEqual(confidences);
    expect(surfaceNames).toEqual(surfaces);
  });
});
