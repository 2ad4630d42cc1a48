import type { DetectorOptions, KnownFingerprints, KnownKey, PatternEngine } from '@submit-guard/core';
import { defaultDetectorOptions } from '@submit-guard/core';
import type { Config } from './config.ts';

/** Keys that are known for this run. */
export interface Known {
  readonly keys: readonly KnownKey[];
  readonly fingerprints: KnownFingerprints | undefined;
}

/** The hosts that are Submit's own or a gateway to it, and that of the public API; in small letters. */
export function submitHostsOf({ hosts, gateways }: Pick<Config, 'hosts' | 'gateways'>): readonly string[] {
  return [...new Set([...defaultDetectorOptions.hosts, ...hosts, ...gateways])];
}

/**
 * What the detector needs to know of a configuration. The host of the public API is always among the hosts; a gateway
 * is a host like any other to it.
 */
export function toDetectorOptions(config: Config, known: Known, patternEngine: PatternEngine | undefined): DetectorOptions {
  return {
    hosts: submitHostsOf(config),
    stagingHosts: config.stagingHosts,
    names: config.names,
    formats: config.formats,
    patternEngine,
    knownKeys: known.keys,
    ...(known.fingerprints !== undefined && { knownFingerprints: known.fingerprints }),
    maxDecodeDepth: config.maxDecodeDepth,
  };
}
