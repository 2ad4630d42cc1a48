import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { BaselineEntry, Finding, PolicyNote, Suppression } from '@submit-guard/core';
import { contentIdOf, dayOf, parseSuppressions, suppressionMarker, toBaseline } from '@submit-guard/core';
import { ruleIds } from '@submit-guard/rules';
import { configNames } from '../configs/find-config.ts';
import { patternEngineFor } from '../configs/pattern-engine.ts';
import type { CommitFile } from '../git/commit-files.ts';
import { filesHolding, readFilesAt } from '../git/commit-files.ts';
import type { FilePath } from '../paths/file-path.ts';
import { bytesOfPath, pathToOpen } from '../paths/file-path.ts';
import { quotePath } from '../paths/quote-path.ts';
import type { EnginePolicy } from './create-engine.ts';
import { createEngine } from './create-engine.ts';
import { scanBytes } from './scan-bytes.ts';
import type { PolicyReview } from './trusted-files.ts';

export interface ReviewQuery {
  /** Absolute path of the working directory, which the paths of notes are relative to. */
  readonly cwd: string;
  /** Absolute path of the top of the work tree. */
  readonly top: string;
  /** Id of the trusted commit, and what messages call it. */
  readonly commit: string;
  readonly revision: string;
  readonly policy: EnginePolicy;
  /** Path of the baseline from the top, and what the trusted commit has there. */
  readonly baseline: { readonly path: string; readonly trusted: Buffer | undefined };
}

/** Compares what excuses findings on disk with what does so in a trusted commit. */
export async function reviewPolicy(query: ReviewQuery): Promise<PolicyReview> {
  const { top, commit } = query;
  const [trustedPaths, currentPaths] = await Promise.all([filesHolding(top, suppressionMarker, commit), filesHolding(top, suppressionMarker)]);
  const trusted = await readFilesAt(top, commit, trustedPaths);
  return {
    entries: await entriesOf(trusted, query),
    notes: [...commentNotes(trusted, currentPaths, query), ...baselineNotes(query), ...await configNotes(query)],
  };
}

/** What comments of the trusted files suppress: what a scan finds without them and does not find with them. */
async function entriesOf(files: readonly CommitFile[], { top, policy }: ReviewQuery): Promise<readonly BaselineEntry[]> {
  if (files.length === 0) return [];
  const options = { cwd: top, patternEngine: await patternEngineFor(policy.config) };
  const strict = createEngine({ ...policy, ignoresComments: true }, options);
  const lenient = createEngine(policy, options);
  const keyOf = ({ ruleId, line, column, secret }: Finding): string => `${ruleId} ${line}:${column} ${secret?.fingerprint ?? ''}`;
  return files.flatMap(({ path, bytes }) => {
    const place = placeOf(path);
    const reported = new Set(scanBytes(lenient, bytes, place).findings.map(keyOf));
    const excused = scanBytes(strict, bytes, place).findings.filter((finding) => !reported.has(keyOf(finding)));
    return excused.map((finding) => ({ path: finding.path, ruleId: finding.ruleId, fingerprint: contentIdOf(finding), reason: 'suppressed by a comment', added: dayOf(new Date()) }));
  });
}

const placeOf = (path: FilePath): { readonly path: string; readonly name: string } => ({ path: quotePath(path), name: bytesOfPath(path).toString('utf8') });

const suppressionsIn = (bytes: Buffer, path: FilePath): readonly Suppression[] =>
  parseSuppressions(bytes.toString('utf8'), { path: placeOf(path).name, ruleIds });

/** A path from the top as the notes of a run write it. */
const fromCwd = (path: string, { cwd, top }: ReviewQuery): string => quotePath(relative(cwd, join(top, path)).split(sep).join('/'));

function commentNotes(trusted: readonly CommitFile[], paths: readonly FilePath[], query: ReviewQuery): readonly PolicyNote[] {
  const keyOf = (path: FilePath, { ruleIds: rules, fingerprints, reason, until }: Suppression): string => JSON.stringify([placeOf(path).path, rules, fingerprints, reason, until]);
  const known = new Set(trusted.flatMap(({ path, bytes }) => suppressionsIn(bytes, path).map((suppression) => keyOf(path, suppression))));
  return paths.flatMap((path) => {
    const bytes = readDisk(path, query.top);
    return (bytes === undefined ? [] : suppressionsIn(bytes, path)).filter((suppression) => suppression.deliberate && !known.has(keyOf(path, suppression))).map(({ line }): PolicyNote => ({
      kind: 'untrusted-suppression',
      path: typeof path === 'string' ? fromCwd(path, query) : quotePath(path),
      line,
      message: `This suppression is not in ${query.revision}: it needs approval, and counts for nothing until it is merged.`,
    }));
  });
}

function readDisk(path: FilePath, top: string): Buffer | undefined {
  try {
    return readFileSync(pathToOpen(path, top));
  } catch {
    // What cannot be read excuses nothing; the scan itself says that it could not be read.
    return undefined;
  }
}

function baselineNotes(query: ReviewQuery): readonly PolicyNote[] {
  const { top, revision, baseline } = query;
  const note = (message: string): PolicyNote => ({ kind: 'untrusted-suppression', path: fromCwd(baseline.path, query), message });
  const current = baseline.path.startsWith('../') ? undefined : readDisk(baseline.path, top);
  if (current === undefined || (baseline.trusted?.equals(current) ?? false)) return [];
  const known = new Set(entriesIn(baseline.trusted)?.map(entryKey));
  const entries = entriesIn(current);
  if (entries === undefined) return [note(`This baseline cannot be read; that of ${revision} counts.`)];
  return entries.filter((entry) => !known.has(entryKey(entry))).map(({ ruleId, path, reason, by }) =>
    note(`The entry for ${ruleId} in ${path} (${reason}${by === undefined ? '' : `, ${by}`}) is not in ${revision}: it needs approval, and counts for nothing until it is merged.`));
}

const entryKey = ({ path, ruleId, fingerprint, expires }: BaselineEntry): string => JSON.stringify([path, ruleId, fingerprint, expires]);

function entriesIn(bytes: Buffer | undefined): readonly BaselineEntry[] | undefined {
  try {
    return bytes === undefined ? [] : toBaseline(JSON.parse(bytes.toString('utf8')), 'the baseline').entries;
  } catch {
    return undefined;
  }
}

/** A configuration that was changed excludes what it likes: somebody should look at it. */
async function configNotes(query: ReviewQuery): Promise<readonly PolicyNote[]> {
  const { top, commit, revision, policy } = query;
  const folder = policy.configFolder.slice(top.length + 1);
  const paths = configNames.map((name) => (folder === '' ? name : `${folder}/${name}`));
  const trusted = new Map((await readFilesAt(top, commit, paths)).map(({ path, bytes }) => [path, bytes]));
  return paths.filter((path) => {
    const current = readDisk(path, top);
    return current !== undefined && !(trusted.get(path)?.equals(current) ?? false);
  }).map((path) => ({ kind: 'untrusted-suppression', path: fromCwd(path, query), message: `This configuration differs from that of ${revision}, which counts until this one is merged.` }));
}
