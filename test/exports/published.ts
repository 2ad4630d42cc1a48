import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { headOfSurface, surfaceOf } from '@submit-guard/core';
import { scan } from 'submit-guard';
import { install } from './installations.ts';

/** Packages that hold files of test tools which others wrote: fixtures of converters, examples. None has a key of Submit. */
const packages = [
  'insomnia-importers@3.6.0', '@usebruno/lang@0.39.0', '@usebruno/filestore@0.12.0', 'postman-code-generators@2.1.1', '@apideck/portman@1.33.0', '@har-sdk/core@1.5.0', 'postman2openapi@1.2.1',
  'postman-to-openapi@3.0.1',
] as const;

/** What a scan of published files comes to. */
export interface PublishedOutcome {
  /** Why they could not be had. */
  readonly leftOut?: string;
  readonly files: number;
  /** Files among them of which the name or the text says that they are of a test tool. */
  readonly toolFiles: number;
  /** Each is a false alarm, or a file that should have been read and was not. */
  readonly complaints: readonly string[];
}

/** Scans published files of test tools, in which there is nothing to be found. */
export async function scanPublished(say: (sentence: string) => void): Promise<PublishedOutcome> {
  const folder = install({ from: 'npm', folder: 'published', packages }, say);
  if (typeof folder !== 'string') return { leftOut: folder.reason, files: 0, toolFiles: 0, complaints: [] };
  const modules = join(folder, 'node_modules');
  const targets = packages.map((name) => name.slice(0, name.lastIndexOf('@'))).filter((name) => existsSync(join(modules, name)));
  const { findings, coverage } = await scan({ cwd: modules, targets, environment: {}, noIgnore: true });
  return {
    files: coverage.files,
    toolFiles: targets.reduce((sum, name) => sum + toolFilesIn(join(modules, name), modules), 0),
    complaints: [
      ...findings.map(({ path, line, ruleId }) => `${path}:${line} is reported (${ruleId})`),
      ...coverage.unread.map(({ path, reason }) => `${path} was not read: ${reason}`),
    ],
  };
}

function toolFilesIn(folder: string, root: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.filter((path) => surfaceOf(relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8').slice(0, headOfSurface)) === 'test-tool').length;
}
