import type { Confidence, KeyFormat, RuleSeverities } from '@submit-guard/core';
import type { Surface } from '@submit-guard/rules';
import { defaultContainerLimits } from '../containers/limits.ts';

/** Says what the places that a glob fits are. */
export interface SurfaceGlob {
  readonly glob: string;
  readonly surface: Surface;
}

/** A configuration with its defaults filled in. Globs are relative to the folder of its file. */
export interface Config {
  /** Hosts of the Submit API besides `submit.atomyx.io`, lower case. */
  readonly hosts: readonly string[];
  readonly stagingHosts: readonly string[];
  /** Hosts of one's own that hand requests on to Submit. */
  readonly gateways: readonly string[];
  readonly formats: readonly KeyFormat[];
  readonly names: readonly string[];
  readonly surfaces: readonly SurfaceGlob[];
  /** Globs as in `.gitignore`; see `compileExclusion`. */
  readonly exclude: readonly string[];
  readonly rules: RuleSeverities;
  readonly minConfidence: Confidence;
  readonly maxDecodeDepth: number;
  /** Whether archives and compressed files are opened. */
  readonly archives: boolean;
  readonly maxArchiveDepth: number;
  readonly maxArchiveBytes: number;
  /** `undefined` for the usual one, which does not count for files that unpack to little. */
  readonly maxArchiveRatio: number | undefined;
  readonly maxArchiveMembers: number;
  /** Paths relative to the folder of the configuration; `undefined` for the usual place. */
  readonly baseline: string | undefined;
  readonly keysFile: string | undefined;
  /** Whether git-ignored environment files make keys known. */
  readonly envFiles: boolean;
}

export const defaultConfig: Config = {
  hosts: [],
  stagingHosts: [],
  gateways: [],
  formats: [],
  names: [],
  surfaces: [],
  exclude: [],
  rules: new Map(),
  minConfidence: 'medium',
  maxDecodeDepth: 3,
  archives: true,
  maxArchiveDepth: defaultContainerLimits.depth,
  maxArchiveBytes: defaultContainerLimits.bytes,
  maxArchiveRatio: undefined,
  maxArchiveMembers: defaultContainerLimits.members,
  baseline: undefined,
  keysFile: undefined,
  envFiles: true,
};
