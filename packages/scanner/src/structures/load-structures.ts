import { analyzeStructure } from './analyze-structure.ts';

/** The analysis of structures. The bundle loads it with the first file of a test tool and not before: see `bundling/lazy-modules.js`. */
export function loadStructures(): typeof analyzeStructure {
  return analyzeStructure;
}
