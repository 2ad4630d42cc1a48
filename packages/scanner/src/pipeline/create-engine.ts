import type { PatternEngine } from '@submit-guard/core';
import { compileGlob, createDetector, createRecognitionDetector, dayOf, ruleOfMatch, surfaceOf } from '@submit-guard/core';
import { ruleIds } from '@submit-guard/rules';
import type { Surface } from '@submit-guard/rules';
import type { Config } from '../configs/config.ts';
import type { Known } from '../configs/to-detector-options.ts';
import { toContainerLimits } from '../configs/to-container-limits.ts';
import { toDetectorOptions } from '../configs/to-detector-options.ts';
import { pathsFrom } from '../policies/policy-root.ts';
import { createProgramReader } from '../programs/read-program.ts';
import { createStructureReader } from '../structures/read-structure.ts';
import type { CompiledSearch } from './blob-search.ts';
import { compileSearch, loadSearch } from './blob-search.ts';
import type { Engine, Place } from './engine.ts';
import type { PictureShelf } from './pictures/picture-shelf.ts';

/** What of a policy an engine needs. */
export interface EnginePolicy {
  readonly config: Config;
  /** Absolute path of the folder that the globs of the configuration are relative to. */
  readonly configFolder: string;
  /** Absolute path of the folder that the built-in table of surfaces takes paths from. */
  readonly root: string;
  readonly known: Known;
  /** Suppression comments count for nothing: they are a stranger's. */
  readonly ignoresComments?: boolean;
}

export interface EngineOptions {
  /** Absolute path of the folder that places are relative to. */
  readonly cwd: string;
  /** What every place is, whatever its path says. */
  readonly surface?: Surface | undefined;
  /** Compiles the patterns of the configuration; needed where it has any. */
  readonly patternEngine?: PatternEngine | undefined;
  /** Takes images that are met inside of something; they are looked for where it is there. */
  readonly shelf?: PictureShelf | undefined;
  /** The tables of the search, where another thread has made them for the same policy. */
  readonly search?: CompiledSearch;
}

/** Puts together what turns bytes into findings. */
export function createEngine(policy: EnginePolicy, { cwd, surface, search, patternEngine, shelf }: EngineOptions): Engine {
  const { config } = policy;
  const options = toDetectorOptions(config, policy.known, patternEngine);
  const detector = createDetector(options);
  const compiledSearch = search ?? compileSearch(detector.prefilter, shelf !== undefined);
  return {
    search: loadSearch(detector.prefilter, compiledSearch),
    compiledSearch,
    detector,
    readProgram: createProgramReader(options),
    readStructure: createStructureReader(options, detector),
    detectRecognised: createRecognitionDetector(detector, options),
    surfaceOf: surface === undefined ? surfaceTest(policy, cwd) : () => surface,
    ruleOf: ruleOfMatch,
    ruleIds,
    ignoresComments: policy.ignoresComments ?? false,
    containers: toContainerLimits(config),
    shelf,
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
