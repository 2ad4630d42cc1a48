import type { Report } from '@submit-guard/core';
import { scan } from '../../src/pipeline/scan.ts';
import type { ScanOptions } from '../../src/pipeline/collect.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** Scans files in a folder of their own. */
export function scanFiles(files: Readonly<Record<string, string | Uint8Array>>, archives: ScanOptions['archives'] = {}): Promise<Report> {
  return scan({ cwd: temporaryFolder(files), environment: {}, archives });
}

/** Where something was found: `a.zip!b.env:1:2`. */
export function placesOf({ findings }: Pick<Report, 'findings'>): readonly string[] {
  return findings.map(({ path, line, column }) => `${path}:${line}:${column}`);
}
