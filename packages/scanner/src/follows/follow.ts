import { resolve } from 'node:path';
import type { Coverage, Finding, PlaceNote, PolicyNote } from '@submit-guard/core';
import { applyBaseline, redactionOf } from '@submit-guard/core';
import { patternEngineFor } from '../configs/pattern-engine.ts';
import { pathFromArgument } from '../paths/file-path.ts';
import { quotePath } from '../paths/quote-path.ts';
import type { ScanOptions } from '../pipeline/collect.ts';
import { createEngine } from '../pipeline/create-engine.ts';
import type { Engine } from '../pipeline/engine.ts';
import type { RunPolicy } from '../pipeline/run-policy.ts';
import { loadRunPolicy } from '../pipeline/run-policy.ts';
import { baselineContextOf } from '../policies/baseline-context.ts';
import type { News } from './followed-log.ts';
import { followPath } from './follow-path.ts';
import { followStream } from './follow-stream.ts';

export interface FollowOptions extends Pick<ScanOptions, 'stdinPath' | 'surface' | 'config' | 'baseline' | 'policyFrom' | 'minConfidence' | 'maxDecodeDepth'> {
  /** Absolute path of the folder that files and reported paths are relative to. */
  readonly cwd: string;
  /** Variables that may make keys known. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Paths of files, which may be still to come. */
  readonly files: readonly string[];
  readonly stdin?: InputStream | undefined;
  /** Ends everything once what has been written is read. */
  readonly stop: AbortSignal;
  /** Told of each finding, as soon as its line is finished; where it rejects, everything ends. */
  readonly onFinding: (finding: Finding) => Promise<void>;
  /** Told of a suppression comment that cannot count. */
  readonly onNote: (note: PolicyNote) => Promise<void>;
  /** Told sentences for the person who watches. */
  readonly onNotice: (sentence: string) => void;
}

/** Standard input, which may be closed from this side. */
export type InputStream = AsyncIterable<Uint8Array> & { destroy?(): unknown };

/** What one input needs to be followed. */
export interface FollowContext extends Pick<FollowOptions, 'cwd' | 'stop' | 'onNotice'> {
  readonly engine: Engine;
  readonly tell: (news: News) => Promise<void>;
  readonly coverage: FollowCoverage;
}

/** Adds up what was read. */
export interface FollowCoverage {
  files: number;
  bytes: number;
  readonly skipped: PlaceNote[];
  readonly unread: PlaceNote[];
}

/**
 * Follows logs while they are written, until it is told to stop or standard input ends and there are no files.
 *
 * @returns what was read.
 * @throws {PolicyError} where a file of the policy is faulty; what `onFinding` and `onNote` reject with.
 */
export async function follow(options: FollowOptions): Promise<Coverage> {
  const { cwd, stdin, environment, files } = options;
  const paths = [...new Set(files.map((file) => pathFromArgument(file, cwd)))];
  const policy = await loadRunPolicy({
    cwd,
    targets: paths.map((path) => ({ kind: 'file', path })),
    environment,
    configPath: options.config,
    baselinePath: options.baseline,
    minConfidence: options.minConfidence,
    maxDecodeDepth: options.maxDecodeDepth,
    policyFrom: options.policyFrom,
  });
  const engine = await engineOf(policy, options);
  const coverage: FollowCoverage = { files: 0, bytes: 0, skipped: [], unread: [...policy.unread] };
  const mask = redactionOf(policy.known.keys.map(({ secret }) => secret));
  const failed = new AbortController();
  const stop = AbortSignal.any([options.stop, failed.signal]);
  const context: FollowContext = { cwd, engine, coverage, stop, tell: teller(policy, paths, options), onNotice: (sentence) => options.onNotice(mask(sentence)) };
  const isLeftOut = (path: string): boolean => policy.excludes(path) && coverage.skipped.push({ path: quotePath(path), reason: 'excluded by the configuration' }) > 0;
  const inputs = paths.filter((path) => !isLeftOut(path)).map((path) => followPath(path, resolve(cwd, path), context));
  if (stdin !== undefined) {
    const name = options.stdinPath === undefined ? '<stdin>' : pathFromArgument(options.stdinPath, cwd);
    inputs.push(followStream(stdin, { path: quotePath(name), name }, context));
  }
  try {
    await Promise.all(inputs);
  } catch (error) {
    failed.abort();
    stdin?.destroy?.();
    await Promise.allSettled(inputs);
    throw error;
  }
  const places = (notes: readonly PlaceNote[]): readonly PlaceNote[] => notes.map(({ path, reason }) => ({ path: mask(path), reason }));
  return { ...coverage, blobs: 0, skipped: places(coverage.skipped), unread: places(coverage.unread) };
}

/** What is followed is taken for a log where nothing says otherwise. */
async function engineOf(policy: RunPolicy, { cwd, surface }: FollowOptions): Promise<Engine> {
  const engine = createEngine(policy, { cwd, surface, patternEngine: await patternEngineFor(policy.config) });
  if (surface !== undefined) return engine;
  return {
    ...engine,
    surfaceOf: (place, head) => {
      const found = engine.surfaceOf(place, head);
      return found === 'repository' ? 'log' : found;
    },
  };
}

/** Tells what is new, but for what the baseline covers. */
function teller(policy: RunPolicy, paths: readonly string[], { cwd, onFinding, onNote }: FollowOptions): FollowContext['tell'] {
  const context = baselineContextOf({ cwd, root: policy.root, targets: paths, unread: [] }, policy.baselineFile.name);
  return async ({ findings, notes }) => {
    for (const finding of applyBaseline(findings, policy.baseline, context).kept) await onFinding(finding);
    for (const note of notes) await onNote(note);
  };
}
