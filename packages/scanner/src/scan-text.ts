import type { Confidence, KnownKey, Report } from '@submit-guard/core';
import type { Surface } from '@submit-guard/rules';
import type { Config } from './configs/config.ts';
import { defaultConfig } from './configs/config.ts';
import { quotePath } from './paths/quote-path.ts';
import { createEngine } from './pipeline/create-engine.ts';
import { Tally } from './pipeline/outcome.ts';
import { compareFindings, comparePolicyNotes } from './pipeline/report-order.ts';
import { scanBytes } from './pipeline/scan-bytes.ts';

export interface TextScanOptions {
  /** What every text is, whatever its path says. */
  readonly surface?: Surface;
  readonly minConfidence?: Confidence;
  /** Keys that are found wherever they stand. */
  readonly knownKeys?: readonly KnownKey[];
  /** Settings over the defaults; globs in it are relative to the root that the paths of texts are relative to. */
  readonly config?: Partial<Config>;
}

/** Scans one text as a file of that path would be scanned. Reads no file and no environment. */
export type TextScanner = (content: string | Uint8Array, path: string) => Report;

/** Prepares a scanner for many texts. */
export function createTextScanner(options: TextScanOptions = {}): TextScanner {
  const minConfidence = options.minConfidence ?? options.config?.minConfidence ?? defaultConfig.minConfidence;
  const policy = {
    config: { ...defaultConfig, ...options.config, minConfidence },
    configFolder: '/',
    root: '/',
    known: { keys: options.knownKeys ?? [], fingerprints: undefined },
  };
  const engine = createEngine(policy, { cwd: '/', surface: options.surface });
  return (content, path) => {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content);
    const tally = new Tally();
    const place = { path: quotePath(path), name: path };
    tally.addBlob(place.path, bytes.length, scanBytes(engine, bytes, place));
    return {
      findings: tally.findings.sort(compareFindings),
      coverage: { files: tally.files, blobs: 0, bytes: tally.bytes, skipped: tally.skipped, unread: [] },
      suppressed: tally.suppressed,
      notes: tally.notes.sort(comparePolicyNotes),
    };
  };
}

/**
 * Scans one text or the bytes of one file.
 *
 * @param path - relative, `/`-separated; decides the surface and what kind of document it is.
 */
export function scanText(content: string | Uint8Array, path: string, options: TextScanOptions = {}): Report {
  return createTextScanner(options)(content, path);
}
