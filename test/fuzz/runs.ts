/** How a property is tried. */
export interface Runs {
  readonly numRuns: number;
  readonly seed?: number;
}

/**
 * A test run tries the same cases every time, so that it says the same about the same code. `npm run fuzz` sets
 * `SUBMIT_GUARD_FUZZ` to a factor: so many times the cases, and new ones each time.
 */
export function runs(usual: number): Runs {
  const factor = Number(process.env['SUBMIT_GUARD_FUZZ'] ?? 0);
  return factor > 0 ? { numRuns: Math.ceil(usual * factor) } : { numRuns: usual, seed: 1 };
}
