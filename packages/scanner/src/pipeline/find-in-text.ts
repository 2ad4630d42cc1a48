import type { Finding } from '@submit-guard/core';
import { quotePath } from '../paths/quote-path.ts';
import type { EngineOptions, EnginePolicy } from './create-engine.ts';
import { createEngine } from './create-engine.ts';
import { compareFindings } from './report-order.ts';
import { scanBytes } from './scan-bytes.ts';

/** Findings of a text or of the bytes of a file, in the order of reports. */
export type TextFinder = (content: string | Uint8Array, path: string) => readonly Finding[];

/** Prepares what finds keys in texts that are not files yet. Loading this module brings the detector and all that it needs. */
export function createTextFinder(policy: EnginePolicy, options: EngineOptions): TextFinder {
  const engine = createEngine(policy, options);
  return (content, path) => {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    const { findings } = scanBytes(engine, bytes, { path: quotePath(path), name: path });
    // A few characters cut out of a text would keep all of it in memory.
    return structuredClone([...findings]).sort(compareFindings);
  };
}
