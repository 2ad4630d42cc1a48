import { patternEngineFor } from '../configs/pattern-engine.ts';
import { createEngine } from '../pipeline/create-engine.ts';
import { loadRunPolicy } from '../pipeline/run-policy.ts';
import type { RedactionEngine } from './line-examiner.ts';

export interface RedactionOptions {
  /** Folder from which a configuration and files with keys are looked for. Default: that of the process. */
  readonly cwd?: string | undefined;
  /** Variables that may make keys known. Default: those of the process. */
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined;
  /** Path of the configuration. Default: it is searched for. */
  readonly config?: string | undefined;
}

/**
 * What finds the keys that are to be redacted: the same as in a scan, with the same configuration and known keys.
 *
 * @throws {PolicyError} where a file of the policy is faulty.
 */
export async function createRedactionEngine({ cwd = process.cwd(), environment = process.env, config }: RedactionOptions = {}): Promise<RedactionEngine> {
  const policy = await loadRunPolicy({ cwd, targets: [], environment, configPath: config, baselinePath: undefined, minConfidence: undefined, maxDecodeDepth: undefined });
  const { search, detector, minConfidence } = createEngine(policy, { cwd, patternEngine: await patternEngineFor(policy.config) });
  const { known, config: { formats, names } } = policy;
  return { search, detector, minConfidence, hasOwnValues: known.keys.length > 0 || known.fingerprints !== undefined || formats.length > 0 || names.length > 0 };
}
