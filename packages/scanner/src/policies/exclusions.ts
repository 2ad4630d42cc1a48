/** A module of its own, so that globs can be loaded by themselves: a dynamic import of the whole package would bring the detector. */
export { compileExclusion } from '@submit-guard/core';
