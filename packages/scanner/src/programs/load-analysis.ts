import { analyzeProgram } from './analyze-program.ts';

/** The analysis of programs. The bundle loads it with the first program and not before: see `bundling/lazy-modules.js`. */
export function loadAnalysis(): typeof analyzeProgram {
  return analyzeProgram;
}
