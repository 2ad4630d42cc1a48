import { resolve } from 'node:path';
import type { Confidence, Coverage, Finding, PolicyNote } from '@submit-guard/core';
import type { Surface } from '@submit-guard/rules';
import { pathFromArgument } from '../paths/file-path.ts';
import { quotePath } from '../paths/quote-path.ts';
import { targetOf } from '../sources/worktree/targets.ts';
import { isLarge } from '../sources/worktree/is-large.ts';
import { createWorktreeSource } from '../sources/worktree/worktree-source.ts';
import { patternEngineFor } from '../configs/pattern-engine.ts';
import { submitHostsOf } from '../configs/to-detector-options.ts';
import { createEngine } from './create-engine.ts';
import type { OnSecret, OnSuppression } from './engine.ts';
import { Tally } from './outcome.ts';
import type { Picture } from './pictures/picture.ts';
import { shelvedPictures } from './pictures/picture.ts';
import type { PictureOptions } from './pictures/picture-desk.ts';
import { PictureDesk } from './pictures/picture-desk.ts';
import { pictureFile, picturesOfLongText } from './pictures/picture-file.ts';
import { compareFindings, comparePolicyNotes } from './report-order.ts';
import type { ArchiveOptions, RunPolicy } from './run-policy.ts';
import { loadRunPolicy } from './run-policy.ts';
import { FileScanner } from './scan-file.ts';
import type { OnProgress } from './scan-source.ts';
import { scanSource } from './scan-source.ts';
import { searchSentences, Workers } from './pool-starter.ts';
import type { Listeners } from './tell-about.ts';
import { tellAbout } from './tell-about.ts';
import { ToolFiles } from './variables/tool-files.ts';
import type { PageOptions } from './web/scan-page.ts';
import { withOriginals } from './originals/with-originals.ts';
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
  const desk = options.pictures && new PictureDesk({ ...options.pictures, jobs: options.jobs ?? 1, environment: options.environment ?? process.env });
  try {
    return await collectWith(workers, desk, options);
  } finally {
    await workers.close();
    await desk?.close();
  }
}

async function collectWith(workers: Workers, desk: PictureDesk | undefined, options: ScanOptions): Promise<Collection> {
  const { page, targets = page === undefined ? ['.'] : [], noIgnore = false, maxFileSize = Infinity, environment = process.env, onProgress = () => undefined } = options;
  const cwd = resolve(options.cwd ?? process.cwd());
  const onDisk = targets.filter((target) => target !== '-');
  const found = onDisk.map((target) => targetOf(target, cwd));
  if (found.some((target) => target.kind === 'folder' && isLarge(resolve(cwd, target.path)))) workers.start();
  const policy = await loadRunPolicy({
    cwd,
    targets: found,
    environment,
    configPath: options.config,
    baselinePath: options.baseline,
    minConfidence: options.minConfidence,
    maxDecodeDepth: options.maxDecodeDepth,
    archives: options.archives,
    policyFrom: options.policyFrom,
  });
  const { onSecret, onSuppression } = options;
  const shelf = desk?.shelf;
  const engine = { onSecret, onSuppression, ...createEngine(policy, { cwd, surface: options.surface, patternEngine: await patternEngineFor(policy.config), shelf }) };
  const source = createWorktreeSource(onDisk, { cwd, noIgnore });
  const tally = new Tally();
  /** Tells of what comes on top of what has been counted. */
  const furtherProgress = (): ((passed: number) => void) => {
    let { bytes } = tally;
    return (passed) => onProgress({ files: tally.files, bytes: bytes += passed });
  };
  const pictures: Picture[] = [];
  const toolFiles = new ToolFiles();
  const files = { cwd, maxFileSize, ...(options.ownsProcess === true && cwd === process.cwd() && { opensFrom: '' }) };
  options.onDetail?.(searchSentences[engine.search.kind]);
  const startPool = workers.starterFor({ policy, search: engine.compiledSearch, surface: options.surface, today: engine.today, files, shelf: shelf?.shared, keepsHeapSmall: options.ownsProcess === true, onDetail: options.onDetail });
  tally.add(await scanSource(source, new FileScanner(engine, files), { excludes: policy.excludes, onProgress, startPool, onListed: (file) => toolFiles.note(file), onPictures: (found) => pictures.push(...found.map((file) => pictureFile(file, cwd))) }));
  if (toolFiles.mayShare) {
    const { scanVariables } = await import('./variables/scan-variables.ts');
    scanVariables(engine, toolFiles, { cwd, maxFileSize, hosts: submitHostsOf(policy.config), stagingHosts: policy.config.stagingHosts }, tally);
  }
  if (onDisk.length < targets.length && options.stdin !== undefined) {
    const name = options.stdinPath === undefined ? '<stdin>' : pathFromArgument(options.stdinPath, cwd);
    const place = { path: quotePath(name), name };
    tally.add(await scanStream(engine, options.stdin, place, furtherProgress()));
  }
  const { notes } = source;
  if (page !== undefined) {
    const { scanPage } = await import('./web/scan-page.ts');
    const submitHosts = [...submitHostsOf(policy.config), ...policy.config.stagingHosts];
    const outcome = await scanPage(page, { engine, environment, submitHosts, onProgress: furtherProgress() });
    tally.add(outcome.tally);
    for (const notice of outcome.notices) notes.notice(notice);
  }
  if (desk !== undefined && shelf !== undefined) {
    const { files: read, bytes, longTexts } = tally;
    pictures.push(...shelvedPictures(shelf, tally.pictures));
    const all = pictures.length;
    const onRead = (count: number): void => onProgress({ files: read, bytes, pictures: { read: count, all: Math.max(count, all) } });
    const seen = await desk.read({ engine, policy }, chained(pictures, longTexts.map((text) => picturesOfLongText(text, cwd))), { onRead, covers: true });
    if (seen !== undefined) tally.settle(seen.settled, seen.outcome);
  }
  const places = tellAbout(tally, notes, policy, options);
  const { findings, skipped } = await withOriginals(tally.findings.sort(compareFindings), policy, { cwd, scope: source.scope, limits: engine.containers });
  return {
    findings,
    suppressed: tally.suppressed,
    notes: tally.notes.sort(comparePolicyNotes),
    coverage: {
      files: tally.files,
      ...(tally.members > 0 && { members: tally.members }),
      blobs: 0,
      bytes: tally.bytes,
      skipped: places(notes.skipped, tally.skipped, skipped),
      unread: places(notes.unread, tally.unread, policy.unread),
    },
    policy,
    cwd,
    scope: source.scope,
  };
}

function* chained<T>(first: Iterable<T>, others: readonly Iterable<T>[]): Generator<T, void> {
  yield* first;
  for (const other of others) yield* other;
}
