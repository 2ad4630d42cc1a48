import type { Finding, PlaceNote } from '@submit-guard/core';
import { redactionOf } from '@submit-guard/core';
import type { RunPolicy } from './run-policy.ts';

/** What a file that may have been generated from others is called. What stands in no file of its own cannot be read again. */
const generated = /^(?!["<])[^!]+\.(?:[cm]?js|css|html?|map)$/i;

/**
 * Says of what was found in generated files where it is from. What does so is loaded where there is something of the kind.
 *
 * @param scope - files and folders that were scanned, relative to `cwd`.
 */
export async function withOriginals(
  findings: readonly Finding[], { root, known, config, knownData }: RunPolicy, { cwd, scope }: { readonly cwd: string; readonly scope: readonly string[] },
): Promise<{ readonly findings: readonly Finding[]; readonly skipped: readonly PlaceNote[] }> {
  const isGenerated = ({ path }: Finding): boolean => generated.test(path);
  if (!findings.some(isGenerated)) return { findings, skipped: [] };
  const { findOriginals } = await import('../source-maps/find-originals.ts');
  return findOriginals(findings, {
    cwd, top: root, scope, isGenerated, readsEnvFiles: config.envFiles, variables: knownData().variables, mask: redactionOf(known.keys.map(({ secret }) => secret)),
  });
}
