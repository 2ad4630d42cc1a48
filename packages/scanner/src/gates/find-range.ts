import type { PlaceNote } from '@submit-guard/core';
import type { Clone } from './clone.ts';
import { GateError } from './gate-error.ts';
import type { GateFacts } from './gate-facts.ts';

/** What a gate looks at. */
export interface GateRange {
  /** Commits: those after `base` up to `head`, all of the repository, or none. */
  readonly commits: 'range' | 'all' | 'none';
  readonly base?: string;
  readonly head: string;
  /** The commit whose policy counts for a change that somebody else has still to approve. */
  readonly trusted?: string;
  /** Whether what is checked out is the change. */
  readonly isCheckedOut: boolean;
  /** Sentences about how it was found. */
  readonly words: readonly string[];
  /** History that should have been looked at and is not here. */
  readonly unseen: readonly PlaceNote[];
}

export interface RangeOptions {
  /** Revisions from the command line; they go before what the environment says. */
  readonly base?: string | undefined;
  readonly head?: string | undefined;
}

const brief = (id: string): string => id.slice(0, 10);

/**
 * Finds the commits that a change brings, and sees to it that they are here.
 *
 * @throws {GateError} where nothing is checked out, or a revision of the command line does not exist.
 */
export async function findRange(facts: GateFacts, clone: Clone, options: RangeOptions): Promise<GateRange> {
  const checkedOut = await clone.find('HEAD');
  if (checkedOut === undefined) throw new GateError('No commit is checked out here. Check one out first.');
  if (facts.event === 'deletion') return { commits: 'none', head: checkedOut, isCheckedOut: true, words: ['A branch or tag was deleted: only the work tree is looked at.'], unseen: [] };
  const words: string[] = [];
  const unseen: PlaceNote[] = [];

  const wanted = options.head ?? facts.head ?? checkedOut;
  let head = await clone.need(wanted);
  if (head === undefined) {
    if (options.head !== undefined) throw new GateError('--head names no commit of this repository.');
    unseen.push({ path: `commit:${brief(wanted)}`, reason: 'this is what was to be checked, and it is neither here nor at origin' });
    head = checkedOut;
  }

  const isChange = facts.event === 'pull request' || facts.event === 'merge queue';
  const trial = isChange && options.base === undefined && head !== checkedOut ? await trialMerge(clone, checkedOut, head) : undefined;
  if (trial !== undefined) {
    words.push('What is checked out is a merge of the change with its target.');
    head = checkedOut;
  }
  const base = trial ?? await findBase(facts, clone, options, head, words);
  const isCheckedOut = head === checkedOut || await clone.isAncestor(head, checkedOut);
  if (!isCheckedOut) words.push(`What is checked out (${brief(checkedOut)}) is not the change (${brief(head)}): its commits are looked at, and its work tree is not here.`);

  const commits = base === undefined ? 'all' : 'range';
  const failure = base === head ? undefined : await clone.complete(base, head);
  if (failure !== undefined) {
    unseen.push({ path: `commit:${brief(head)}`, reason: `the clone is shallow and ends before ${base === undefined ? 'the first commit' : brief(base)}: ${failure}. Fetch more of the history (fetch-depth, GIT_DEPTH, clone depth)` });
  }
  words.push(base === undefined ? 'All objects of the repository are looked at.' : `The commits of ${brief(base)}..${brief(head)} are looked at.`);
  // What the target accepts by now counts, and not what it accepted when the change began.
  const trusted = !isChange || base === undefined ? undefined : trial ?? (facts.target === undefined || facts.event === 'merge queue' ? undefined : await clone.tipOf(facts.target)) ?? base;
  return { commits, head, isCheckedOut, words, unseen, ...(base !== undefined && { base }), ...(trusted !== undefined && { trusted }) };
}

/** The commit of the target branch that a system merged a change into to see what comes of it; `undefined` where it did not. */
async function trialMerge(clone: Clone, checkedOut: string, head: string): Promise<string | undefined> {
  const [first, ...others] = await clone.parentsOf(checkedOut);
  return first !== undefined && others.includes(head) ? clone.need(first) : undefined;
}

async function findBase(facts: GateFacts, clone: Clone, { base }: RangeOptions, head: string, words: string[]): Promise<string | undefined> {
  if (base !== undefined) {
    const found = await clone.need(base) ?? await clone.tipOf(base);
    if (found === undefined) throw new GateError('--base names no commit of this repository.');
    return found;
  }
  if (facts.event === 'whole repository') return undefined;
  if (facts.before !== undefined) {
    const found = await clone.need(facts.before);
    if (found !== undefined) return found;
    words.push(`What was there before (${brief(facts.before)}) is neither here nor at origin.`);
  }
  const target = facts.target ?? facts.defaultBranch ?? await clone.defaultBranch();
  if (target === undefined || target === facts.branch) return undefined;
  const tip = await clone.tipOf(target);
  if (tip === undefined) words.push(`The branch ${target} is not to be had from origin.`);
  // The branch that was pushed is what a clone has as the tip of the default branch, where nobody said its name.
  return tip === head && facts.event === 'push' && facts.branch === undefined ? undefined : tip;
}
