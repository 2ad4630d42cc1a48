import type { IdTable } from '../../../git/id-table.ts';
import { idsIn, sizeOf, union, without } from '../../../git/id-table.ts';
import type { KnownIds } from '../../../git/known-ids.ts';
import { knownIdsOf } from '../../../git/known-ids.ts';
import { listIds } from '../../../git/list-objects.ts';
import { PackCut } from '../../../git/packs/pack-cut.ts';
import { portionBytes } from '../../../git/packs/pack-portion.ts';
import type { Repository } from '../../../git/repository.ts';
import { objectStore, openRepository } from '../../../git/repository.ts';
import { AllSource } from '../../../sources/git/all-source.ts';
import type { PartOptions } from '../../../sources/git/part-source.ts';
import { idRange, PartSource } from '../../../sources/git/part-source.ts';
import { noteShallow } from '../../../sources/git/why-missing.ts';
import { SourceNotes } from '../../../sources/source.ts';
import type { Engine } from '../../engine.ts';
import { compareFindings } from '../../report-order.ts';
import { tellAbout } from '../../tell-about.ts';
import type { RunPolicy } from '../../run-policy.ts';
import { attributeSuspects } from '../attribute-suspects.ts';
import { ObjectExaminer } from '../examine-objects.ts';
import { siftSource } from '../scan-objects.ts';
import { ObjectSifter } from '../sift-objects.ts';
import type { ClosedIds, ClosedTable } from './closed-ids.ts';
import { isWhole } from './is-whole.ts';
import { byReason, joined } from './notes-by-reason.ts';
import type { CleanIds, PartRange, PartResult, RepositoryOutcome, RepositoryPlan } from './part.ts';
import type { Remembered } from './remembered.ts';
import { additionsOf, settledBy, skippedIn } from './remembered.ts';

/** Objects of a range of ids: git reads some ten thousand of them in a second. */
const idsOfRange = 50_000;

/** So many objects may be read in any order: the packs are not worth reading in theirs. */
const fewObjects = 10_000;

/** A repository whose packs are not what a plan was made for: it was repacked, or is another one. */
class PlanOutdatedError extends Error {
  override readonly name = 'PlanOutdatedError';
}

/** What the parts of all repositories have in common. */
export interface PartsContext {
  readonly engine: Engine;
  readonly policy: RunPolicy;
  readonly closed: ClosedIds;
}

/**
 * A repository that is scanned in parts, each wherever there is room for it: a plan says which parts there are, `sift` looks for what may be in
 * some of them, and `conclude` makes findings of what all of them came to.
 */
export class RepositoryParts {
  readonly #context: PartsContext;
  readonly #repository: Repository;
  readonly #portionCost: number;
  readonly #ids: IdTable;
  /** What is there as a whole because it was so in another repository. */
  readonly #closed: ClosedTable;
  #knownOnce: KnownIds | undefined;
  #cutOnce: PackCut | undefined;

  private constructor(context: PartsContext, repository: Repository, ids: IdTable, portionCost: number) {
    this.#context = context;
    this.#repository = repository;
    this.#portionCost = portionCost;
    this.#ids = ids;
    this.#closed = context.closed.among(ids);
  }

  /**
   * @param folder - absolute path of a work tree or a bare repository.
   * @param portionCost - what a portion of its packs may cost, in bytes that are searched.
   * @throws {GitError} where it is none.
   */
  static async open(context: PartsContext, folder: string, portionCost = portionBytes): Promise<RepositoryParts> {
    const repository = await openRepository(objectStore(folder, false));
    return new RepositoryParts(context, repository, await listIds(repository), portionCost);
  }

  get plan(): RepositoryPlan {
    const { costs, rest, digest } = this.#cut;
    return { digest, portionCost: this.#portionCost, portions: costs, ranges: Math.ceil(sizeOf(rest) / idsOfRange), others: sizeOf(rest), objects: sizeOf(this.#ids) };
  }

  get #known(): KnownIds {
    return this.#knownOnce ??= knownIdsOf(this.#ids);
  }

  get #cut(): PackCut {
    return this.#cutOnce ??= new PackCut(this.#repository, this.#ids, this.#portionCost);
  }

  /**
   * Makes sure that a plan fits.
   *
   * @throws an error with the name `PlanOutdatedError`.
   */
  check(digest: string): void {
    if (this.#cut.digest !== digest) throw new PlanOutdatedError('The repository was repacked while it was scanned.');
  }

  /**
   * Looks for what may be in all of the repository, where little of it is new, as in a fork.
   *
   * @returns `undefined` where much is: a plan is to be made then.
   */
  async siftNews(cache: CleanIds): Promise<PartResult | undefined> {
    const { ids, skipped } = this.#closed;
    const settled = skipped === undefined ? without(ids, [ids]) : ids;
    const rest = without(this.#ids, [settled]);
    const among = sizeOf(rest) === 0 ? new Map<string, IdTable>() : await cache.among(rest);
    const remembered: Remembered = { ids: [...among.values()].reduce(union, settled), skipped: [...skippedIn(skipped), ...skippedIn(among)] };
    const unknown = sizeOf(this.#ids) - sizeOf(remembered.ids);
    return unknown <= fewObjects && 4 * unknown <= sizeOf(this.#ids) ? this.#sift(undefined, this.#ids, remembered, cache) : undefined;
  }

  /**
   * Looks for what may be in some parts.
   *
   * @param ranges - how many ranges of ids the plan has.
   */
  async sift({ from, to }: PartRange, ranges: number, cache: CleanIds): Promise<PartResult> {
    const cut = this.#cut;
    const count = cut.portions.length;
    const portions = cut.portions.slice(from, to);
    let others: IdTable = { ids: Buffer.alloc(0), idBytes: this.#ids.idBytes };
    for (let part = Math.max(from, count); part < to; part++) others = union(others, idRange(cut.rest, part - count, ranges));
    const packed = { cut, portions, ids: cut.idsOf(portions) };
    const among = await cache.among(union(packed.ids, others));
    const none: IdTable = { ids: Buffer.alloc(0), idBytes: this.#ids.idBytes };
    return this.#sift(packed, others, { ids: [...among.values()].reduce(union, none), skipped: skippedIn(among) }, cache);
  }

  async #sift(packed: PartOptions['packed'], others: IdTable, { ids: known, skipped: skippedBefore }: Remembered, cache: CleanIds): Promise<PartResult> {
    const { engine, policy } = this.#context;
    const source = new PartSource(this.#repository, { packed, others, clean: known, closed: this.#closed.ids, known: () => this.#known });
    for (const [reason, table] of skippedBefore) for (const id of idsIn(table)) source.notes.skip(`blob:${id}`, reason);
    const { suspects, trees, skipped, unread, objects, tally } = await siftSource(source, { engine, onProgress: () => undefined, mindsComments: false, pictures: undefined, startLanes: async () => [] });
    if (unread !== 'unknown' && objects > 0) {
      const all = packed === undefined ? others : union(packed.ids, others);
      await cache.add(additionsOf({ suspects, trees, skipped, unread }, without(all, [known])));
    }
    const places = tellAbout(tally, source.notes, policy, {});
    return {
      suspects,
      trees,
      skipped: byReason(places, source.notes.skipped, tally.skipped),
      unread: byReason(places, source.notes.unread, tally.unread),
      objects,
      commits: source.commits,
      members: tally.members,
      bytes: tally.bytes,
      knownClean: source.knownClean,
      isClosed: source.isClosed,
    };
  }

  /**
   * Makes findings of what all parts came to, and finds out what is missing.
   *
   * @param results - of all parts of the plan, each once.
   */
  async conclude(results: readonly PartResult[]): Promise<RepositoryOutcome> {
    const { engine, policy } = this.#context;
    const repository = this.#repository;
    const notes = new SourceNotes(repository.folder);
    noteShallow(repository, notes);
    const suspects = results.flatMap((result) => result.suspects);
    const names = await this.#namesIn(results.flatMap((result) => result.trees));
    const examiner = new ObjectExaminer({ engine, store: repository, pictures: undefined, excludes: policy.excludes, reportsNotes: false });
    const { tally } = examiner;
    if (suspects.length + names.size > 0) {
      const { attributions, failure } = await attributeSuspects(new AllSource(repository), { ids: new Set(suspects.map(({ id }) => id)), names });
      if (failure !== undefined) tally.unread.push({ path: '.', reason: failure });
      await examiner.examine(suspects, attributions);
    }
    const isSeen = results.every(({ isClosed }) => isClosed);
    if (await isWhole(repository, this.#ids, isSeen, notes)) this.#context.closed.add(this.#ids, settledBy(results));
    const places = tellAbout(tally, notes, policy, {});
    const sum = (amount: (result: PartResult) => number): number => results.reduce((total, result) => total + amount(result), 0);
    return {
      findings: tally.findings.sort(compareFindings),
      suppressed: tally.suppressed,
      notes: tally.notes,
      commits: sum(({ commits }) => commits),
      blobs: sum(({ objects }) => objects),
      members: sum(({ members }) => members),
      bytes: sum(({ bytes }) => bytes),
      knownClean: sum(({ knownClean }) => knownClean),
      skipped: joined([...results.map(({ skipped }) => skipped), byReason(places, notes.skipped, tally.skipped)]),
      unread: joined([...results.map(({ unread }) => unread), byReason(places, notes.unread, tally.unread)]),
    };
  }

  /** Names that may be or hold a key never leave a process: whoever wants them reads the trees again. */
  async #namesIn(trees: readonly string[]): Promise<ReadonlySet<string>> {
    if (trees.length === 0) return new Set();
    const sifter = new ObjectSifter(this.#context.engine, this.#repository);
    try {
      return new Set((await sifter.sift(trees.map((id) => `${id}\n`).join(''))).names);
    } finally {
      sifter.close();
    }
  }
}
