import { compileGlob, createDetector, dayOf, ruleOfMatch, surfaceOf } from '@submit-guard/core';
import { ruleIds } from '@submit-guard/rules';
import type { Surface } from '@submit-guard/rules';
import type { Config } from '../configs/config.ts';
import type { Known } from '../configs/to-detector-options.ts';
import { toDetectorOptions } from '../configs/to-detector-options.ts';
import { pathsFrom } from '../policies/policy-root.ts';
import { createProgramReader } from '../programs/read-program.ts';
import { createBlobSearch } from './blob-search.ts';
import type { Engine, Place } from './engine.ts';

/** What of a policy an engine needs. */
export interface EnginePolicy {
  readonly config: Config;
  /** Absolute path of the folder that the globs of the configuration are relative to. */
  readonly configFolder: string;
  /** Absolute path of the folder that the built-in table of surfaces takes paths from. */
  readonly root: string;
  readonly known: Known;
}

/**
 * Puts together what turns bytes into findings.
 *
 * @param cwd - absolute path of the folder that places are relative to.
 * @param surface - what every place is, whatever its path says.
 */
export function createEngine(policy: EnginePolicy, cwd: string, surface?: Surface): Engine {
  const { config } = policy;
  const options = toDetectorOptions(config, policy.known);
  const detector = createDetector(options);
  return {
    ...createBlobSearch(detector.prefilter),
    detector,
    readProgram: createProgramReader(options),
    surfaceOf: surface === undefined ? surfaceTest(policy, cwd) : () => surface,
    ruleOf: ruleOfMatch,
    ruleIds,
    severities: config.rules,
    minConfidence: config.minConfidence,
    today: dayOf(new Date()),
  };
}

/**
 * What the configuration says a place is, or else the built-in table: by its path from the root of the policy, and its
 * text.
 */
function surfaceTest({ config, configFolder, root }: EnginePolicy, cwd: string): Engine['surfaceOf'] {
  const toConfigPath = pathsFrom(cwd, configFolder);
  const toRootPath = pathsFrom(cwd, root);
  const configured = config.surfaces.map(({ glob, surface }) => ({ surface, fits: compileGlob(glob) }));
  return ({ name }: Place, head) => {
    const path = toConfigPath(name);
    return configured.find(({ fits }) => fits(path))?.surface ?? surfaceOf(toRootPath(name), head);
  };
}
