import type { ContainerLimits } from '../containers/limits.ts';
import { defaultContainerLimits, ratioFromWhereSet } from '../containers/limits.ts';
import type { Config } from './config.ts';

/** How far archives and compressed files are read; `undefined` where they are not opened. */
export function toContainerLimits({ archives, maxArchiveDepth, maxArchiveBytes, maxArchiveRatio, maxArchiveMembers }: Config): ContainerLimits | undefined {
  if (!archives) return undefined;
  return {
    depth: maxArchiveDepth,
    bytes: maxArchiveBytes,
    members: maxArchiveMembers,
    ratio: maxArchiveRatio ?? defaultContainerLimits.ratio,
    ratioFrom: maxArchiveRatio === undefined ? defaultContainerLimits.ratioFrom : ratioFromWhereSet,
  };
}
