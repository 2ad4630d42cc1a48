import { resolve } from 'node:path';
import type { Confidence, Coverage, Finding, PolicyNote } from '@submit-guard/core';
import type { Surface } from '@submit-guard/rules';
import { pathFromArgument } from '../paths/file-path.ts';
import { quotePath } from '../paths/quote-path.ts';
import type { ImageReader } from '../pictures/image-reader.ts';
import type { FileReference } from '../sources/source.ts';
import { targetOf } from '../sources/worktree/targets.ts';
import { isLarge } from '../sources/worktree/is-large.ts';
import { createWorktreeSource } from '../sources/worktree/worktree-source.ts';
import { patternEngineFor } from '../configs/pattern-engine.ts';
import { submitHostsOf } from '../configs/to-detector-options.ts';
import { createEngine } from './create-engine.ts';
import type { Engine, OnSecret, OnSuppression } from './engine.ts';
import { Tally } from './outcome.ts';
import { compareFindings, comparePolicyNotes } from './report-order.ts';
import type { ArchiveOptions, RunPolicy } from './run-policy.ts';
import { loadRunPolicy } from './run-policy.ts';
import { FileScanner } from './scan-file.ts';
import type { OnProgress } from './scan-source.ts';
import { scanSource } from './scan-source.ts';
import { searchSentences, Workers } from './pool-starter.ts';
import type { Listeners } from './tell-about.ts';
import { tellAbout } from './tell-about.ts';
import type { PageOptions } from './web/scan-page.ts';
import { scanStream } from './scan-stream.ts';

export interface ScanOptions extends Listeners {
  /** Files, folders, globs, and `-` for `stdin`; relative to `cwd`. Default: the working directory, or nothing where there is a `page`. */
  readonly targets?: readonly string[] | undefined;
  /** Folder that targets and reported paths are relative to. Default: that of the process. */
  readonly cwd?: string | undefined;
  /** What the target `-` stands for. */
  readonly stdin?: AsyncIterable<Uint8Array> | undefined;
  /** Path that standard input is taken for; decides its surface. Default `<stdin>`. */
  readonly stdinPath?: string | undefined;
  /** A page to be fetched and scanned with what it loads; without it, a scan uses no network. */
  readonly page?: PageOptions | undefined;
  /** Scan what git ignores as well. */
  readonly noIgnore?: boolean | undefined;
  /** What every place is, whatever its path says. */
  readonly surface?: Surface | undefined;
  /** Bytes; longer files are skipped. Default: no limit. */
  readonly maxFileSize?: number | undefined;
  /** Path of the configuration. Default: it is searched for. */
  readonly config?: string | undefined;
  /** Path of the baseline. Default: what the configuration says, or the usual place. */
  readonly baseline?: string | undefined;
  /** Revision whose configuration, baseline, known keys and suppressions count, in place of those on disk. */
  readonly policyFrom?: string | undefined;
  /** Over what the configuration says. */
  readonly minConfidence?: Confidence | undefined;
  /** Over what the configuration says. */
  readonly maxDecodeDepth?: number | undefined;
  /** Over what the configuration says of archives and compressed files. */
  readonly archives?: ArchiveOptions | undefined;
  /** Variables that may make keys known. Default: those of the process. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /**
   * Threads that scan; 1 is the caller's own. Others are started only where there is enough for them to do. Default 1.
   */
  readonly jobs?: number | undefined;
  /** How images are read; they are not where it is absent. */
  readonly pictures?: PictureOptions | undefined;
  /**
   * The process does nothing else while this runs. It stays in its working directory, so that files are opened by shorter paths, and its heap
   * may be kept small. Default false.
   */
  readonly ownsProcess?: boolean | undefined;
  /** Told now and then how far the scan has come. */
  readonly onProgress?: OnProgress | undefined;
  /** Told of every key that is reported, while it is at hand; one thread scans then. */
  readonly onSecret?: OnSecret | undefined;
  /** Told of every suppression comment; one thread scans then. */
  readonly onSuppression?: OnSuppression | undefined;
}

/** How images are read. */
export interface PictureOptions {
  /** Opens a reader that reads so many images at the same time; `undefined` where none is installed. It is closed at the end. */
  readonly open: (lanes: number) => Promise<ImageReader | undefined>;
  /** Takes copies of the images that hold keys, in which the keys are covered; paths are relative to `cwd`. */
  readonly onCovered?: ((path: string, png: Uint8Array) => void) | undefined;
}

/** Everything that was found, before the baseline. */
export interface Collection {
  /** By path and place; without what suppression comments cover. */
  readonly findings: readonly Finding[];
  readonly suppressed: number;
  readonly notes: readonly PolicyNote[];
  readonly coverage: Coverage;
  readonly policy: RunPolicy;
  /** Absolute path of the folder that paths are relative to. */
  readonly cwd: string;
  /** Files and folders that were scanned as a whole, relative to `cwd`. */
  readonly scope: readonly string[];
}

/**
 * Scans, but for the baseline.
 *
 * @throws {PolicyError} where a file of the policy is faulty.
 */
export async function collect(options: ScanOptions = {}): Promise<Collection> {
  const isToldInMemory = options.onSecret !== undefined || options.onSuppression !== undefined;
  const workers = new Workers(isToldInMemory ? 1 : options.jobs ?? 1);
  try {
    return await collectWith(workers, options);
  } finally {
    await workers.close();
  }
}

async function collectWith(workers: Workers, options: ScanOptions): Promise<Collection> {
  const { page, targets = page === undefined ? ['.'] : [], noIgnore = false, maxFileSize = Infinity, onProgress = () => undefined } = options;
  const cwd = resolve(options.cwd ?? process.cwd());
  const onDisk = targets.filter((target) => target !== '-');
  const found = onDisk.map((target) => targetOf(target, cwd));
  if (found.some((target) => target.kind === 'folder' && isLarge(resolve(cwd, target.path)))) workers.start();
  const policy = await loadRunPolicy({
    cwd,
    targets: found,
    environment: options.environment ?? process.env,
    configPath: options.config,
    baselinePath: options.baseline,
    minConfidence: options.minConfidence,
    maxDecodeDepth: options.maxDecodeDepth,
    archives: options.archives,
    policyFrom: options.policyFrom,
  });
  const { onSecret, onSuppression } = options;
  const engine = { onSecret, onSuppression, ...createEngine(policy, { cwd, surface: options.surface, patternEngine: await patternEngineFor(policy.config) }) };
  const source = createWorktreeSource(onDisk, { cwd, noIgnore });
  const tally = new Tally();
  const pictures: FileReference[] = [];
  const files = { cwd, maxFileSize, notesPictures: options.pictures !== undefined, ...(options.ownsProcess === true && cwd === process.cwd() && { opensFrom: '' }) };
  options.onDetail?.(searchSentences[engine.search.kind]);
  const startPool = workers.starterFor({ policy, search: engine.compiledSearch, surface: options.surface, today: engine.today, files, keepsHeapSmall: options.ownsProcess === true, onDetail: options.onDetail });
  tally.add(await scanSource(source, new FileScanner(engine, files), { excludes: policy.excludes, onProgress, startPool, onPictures: (found) => pictures.push(...found) }));
  if (onDisk.length < targets.length && options.stdin !== undefined) {
    const name = options.stdinPath === undefined ? '<stdin>' : pathFromArgument(options.stdinPath, cwd);
    let bytes = tally.bytes;
    tally.add(await scanStream(engine, options.stdin, { path: quotePath(name), name }, (passed) => onProgress({ files: tally.files, bytes: bytes += passed })));
  }
  if (pictures.length > 0) await readPictures(pictures, engine, policy, tally, { ...options, cwd });
  const { notes } = source;
  if (page !== undefined) {
    const { scanPage } = await import('./web/scan-page.ts');
    let bytes = tally.bytes;
    const outcome = await scanPage(page, {
      engine, environment: options.environment ?? process.env, submitHosts: [...submitHostsOf(policy.config), ...policy.config.stagingHosts],
      onProgress: (passed) => onProgress({ files: tally.files, bytes: bytes += passed }),
    });
    tally.add(outcome.tally);
    for (const notice of outcome.notices) notes.notice(notice);
  }
  const places = tellAbout(tally, notes, policy, options);
  return {
    findings: tally.findings.sort(compareFindings),
    suppressed: tally.suppressed,
    notes: tally.notes.sort(comparePolicyNotes),
    coverage: {
      files: tally.files,
      ...(tally.members > 0 && { members: tally.members }),
      blobs: 0,
      bytes: tally.bytes,
      skipped: places(notes.skipped, tally.skipped),
      unread: places(notes.unread, tally.unread, policy.unread),
    },
    policy,
    cwd,
    scope: source.scope,
  };
}

/**
 * Reads images in the threads of an installed reader.
 */
async function readPictures(
  files: readonly FileReference[], engine: Engine, policy: RunPolicy, tally: Tally, { cwd, jobs = 1, environment = process.env, pictures, onProgress }: ScanOptions & { readonly cwd: string },
): Promise<void> {
  const reader = await pictures?.open(Math.min(jobs, files.length));
  if (reader === undefined) return;
  try {
    const { scanPictures } = await import('./pictures/scan-pictures.ts');
    const scanned = { files: tally.files, bytes: tally.bytes };
    const { outcome, settled } = await scanPictures(engine, files, {
      cwd,
      reader,
      policy,
      environment,
      onProgress: (read, all) => onProgress?.({ ...scanned, pictures: { read, all } }),
      onCovered: pictures?.onCovered,
    });
    tally.settle(settled, outcome);
  } finally {
    await reader.close();
  }
}
