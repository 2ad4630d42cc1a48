import type { Range } from '../evidence/evidence.ts';
import { lastAtMost } from '../layouts/brackets.ts';
import type { Layout } from '../layouts/layout.ts';
import type { Target } from '../targets/targets.ts';
import { bareHost } from '../targets/targets.ts';
import type { Bindings } from './bindings.ts';

/** How a place and the host of a request belong together, closest first. */
export type Tie = 'statement' | 'flow' | 'block' | 'document';

export interface Association {
  readonly target: Target;
  readonly tie: Tie;
}

const payloadHead = /(?:json|data|body|payload|form[\w-]*|metadata|capabilities|artwork|variables|postData|raw|content|stringify|dumps|encode)["'`]?\s*(?:[:=]|=>|\(|\s)\s*["'`(]?\s*$/i;

/** How many records of a log before and after its own may name the host of a request: verbose clients spread one over several. */
const recordsAround = 3;

/** How many statements a flow may pass through. */
const longestFlow = 6;
const mostStatements = 250;

/**
 * Decides to which request a place in a text belongs. A file may call several services: the same statement decides
 * before the flow of variables, the flow before the enclosing block, and the block before mere nearness.
 */
export class Associations {
  readonly #layout: Layout;
  readonly #mayNameSubmit: boolean;
  readonly #findTargets: () => readonly Target[];
  #found: readonly Target[] | undefined;
  #startsOfTargets: readonly number[] | undefined;
  #namesSubmit: boolean | undefined;
  /** By the number of a record of a log: 0 where nobody has asked, 1 where it speaks of another service, 2 where it does not. */
  #areElsewhere: Uint8Array | undefined;
  readonly #bindings: () => Bindings;
  #last: { readonly offset: number; readonly association: Association | undefined } | undefined;
  #targetStatements: ReadonlyMap<number, readonly Target[]> | undefined;
  /** By a statement, the hosts that its variables lead to. */
  readonly #reached = new Map<number, readonly Target[]>();

  /**
   * @param mayNameSubmit - whether the text can name a Submit host; a quick test.
   * @param find - finds the hosts that are named, by position; called at most once, and only when somebody asks.
   */
  constructor(layout: Layout, mayNameSubmit: boolean, find: () => readonly Target[], bindings: () => Bindings) {
    this.#layout = layout;
    this.#mayNameSubmit = mayNameSubmit;
    this.#findTargets = find;
    this.#bindings = bindings;
  }

  get #targets(): readonly Target[] {
    return (this.#found ??= this.#findTargets());
  }

  get #starts(): readonly number[] {
    return (this.#startsOfTargets ??= this.#targets.map((target) => target.start));
  }

  /** Whether a Submit host is named. */
  get namesSubmit(): boolean {
    return (this.#namesSubmit ??= this.#mayNameSubmit && this.#targets.some((target) => target.owner === 'submit'));
  }

  /** Whether hosts of other services are named. */
  get namesOthers(): boolean {
    return this.#targets.some((target) => target.owner === 'other');
  }

  /** Whether every host that requests may go to is a Submit host. */
  get isOnlySubmit(): boolean {
    return this.#targets.every((target) => target.owner === 'submit');
  }

  /** Whether a place stands in a record of a log that speaks of another service: quick where several places of one record are asked for. */
  isElsewhere(offset: number): boolean {
    const { records } = this.#layout;
    if (records === undefined) return false;
    const record = lastAtMost(records, offset);
    const known = (this.#areElsewhere ??= new Uint8Array(records.length));
    if (known[record] === 0) {
      const association = this.#inRecords(offset, records);
      known[record] = association?.tie === 'statement' && association.target.owner === 'other' ? 1 : 2;
    }
    return known[record] === 1;
  }

  /** Whether the request that a place belongs to goes to another service. */
  isOthers(offset: number): boolean {
    return this.of(offset)?.target.owner === 'other';
  }

  /** The host that the row of a table begins with or mentions, for cells under a name: of another service, too, although nothing calls it a host. */
  inRow(offset: number): Target | undefined {
    return this.onLine(offset) ?? bareHost(this.#layout.text, this.#layout.lineRange(this.#layout.lineAt(offset)));
  }

  /** The host on the line of a place, for entries of tables and maps. */
  onLine(offset: number): Target | undefined {
    return this.#nearest(offset, this.#within(this.#layout.lineRange(this.#layout.lineAt(offset))));
  }

  /** The request that the text at `offset` belongs to, or `undefined` where the text names no host. */
  of(offset: number): Association | undefined {
    // The same place is asked about several times in a row.
    if (this.#last?.offset !== offset) this.#last = { offset, association: this.#find(offset) };
    return this.#last.association;
  }

  #find(offset: number): Association | undefined {
    const { records } = this.#layout;
    if (records !== undefined) return this.#inRecords(offset, records);
    if (this.#targets.length === 0) return undefined;
    const statement = this.#layout.statementAt(offset);
    const own = this.#inStatement(offset, this.#layout.statementRange(statement));
    if (own) return { target: own, tie: 'statement' };
    const header = this.#inHeaderBlock(offset);
    if (header) return { target: header, tie: 'statement' };
    // Where no host is Submit's, it makes no difference which of them it is.
    const flow = this.namesSubmit ? this.#byFlow(offset, statement) : undefined;
    if (flow) return { target: flow, tie: 'flow' };
    const block = this.namesSubmit ? this.#inBlock(offset) : undefined;
    if (block) return { target: block, tie: 'block' };
    const near = this.#nearest(offset, this.#targets);
    return near ? { target: near, tie: 'document' } : undefined;
  }

  /** The request of the record of a log that a place stands in, or of the records close to it: a log has no variables. */
  #inRecords(offset: number, records: readonly number[]): Association | undefined {
    const own = lastAtMost(records, offset);
    const range = { start: records[own] ?? 0, end: records[own + 1] ?? this.#layout.text.length };
    const header = this.#inHeaderBlock(offset);
    const target = header ?? this.#nearest(offset, this.#within(range)) ?? bareHost(this.#layout.text, range);
    if (target !== undefined) return { target, tie: 'statement' };
    const near = { start: records[Math.max(0, own - recordsAround)] ?? 0, end: records[own + 1 + recordsAround] ?? this.#layout.text.length };
    const around = this.#nearest(offset, this.#within(near));
    return around && { target: around, tie: 'block' };
  }

  #within(range: Range): readonly Target[] {
    const first = lastAtMost(this.#starts, range.start - 1) + 1;
    const last = lastAtMost(this.#starts, range.end - 1);
    return this.#targets.slice(first, last + 1);
  }

  /** The closest bracket pair around the place, or the statement, that names a host. */
  #inStatement(offset: number, statement: Range): Target | undefined {
    for (const pair of this.#layout.enclosingPairs(offset)) {
      if (pair.start < statement.start) break;
      const inside = this.#within(pair).filter((target) => !this.#isPayload(target, pair));
      if (inside.length > 0) return this.#nearest(offset, inside);
    }
    const inside = this.#within(statement).filter((target) => !this.#isPayload(target, statement));
    return inside.length > 0 ? this.#nearest(offset, inside) : undefined;
  }

  /** Whether a host stands in the body of a request inside of `around`: data that is sent, not a place to send it to. */
  #isPayload(target: Target, around: Range): boolean {
    if (target.owner === 'submit') return false;
    for (const pair of this.#layout.enclosingPairs(target.start)) {
      if (pair.start <= around.start) return false;
      if (payloadHead.test(this.#layout.text.slice(Math.max(0, pair.start - 40), pair.start))) return true;
    }
    return false;
  }

  /** Raw HTTP: the request line, `Host:` and `Authorization:` stand on lines without a blank one between. */
  #inHeaderBlock(offset: number): Target | undefined {
    const { text } = this.#layout;
    const line = this.#layout.lineAt(offset);
    const isRequest = (at: number): boolean => /^\s*(?:[>*]\s+)?(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s/.test(this.#layout.lineText(at).slice(0, 40));
    const isHeader = (at: number): boolean => /^\s*(?:[>*<|]\s+|\d+\s+)?(?:[A-Za-z][\w-]*:\s?\S|(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+\S)/.test(this.#layout.lineText(at).slice(0, 300));
    if (!isHeader(line)) return undefined;
    let first = line;
    while (first > 0 && line - first < 40 && !isRequest(first) && isHeader(first - 1)) first--;
    let last = line;
    while (last + 1 < this.#layout.lines.length && last - line < 40 && isHeader(last + 1) && !isRequest(last + 1)) last++;
    const block = { start: this.#layout.lineRange(first).start, end: this.#layout.lineRange(last).end };
    if (first === last || !/^\s*(?:[>*<|]\s+)?(?:host|authorization|:authority|connection|content-type|accept|user-agent|get|post|put|patch|delete)\b/im.test(text.slice(block.start, block.end))) return undefined;
    const inside = this.#within(block);
    const host = inside.find((target) => /(?:host|authority)["']?:\s*$/i.test(text.slice(Math.max(0, target.start - 14), target.start)));
    return host ?? (inside.length > 0 ? this.#nearest(offset, inside) : undefined);
  }

  /** The closest of the first hosts on the way from a statement along the variables. */
  #byFlow(offset: number, from: number): Target | undefined {
    let reached = this.#reached.get(from);
    if (reached === undefined) this.#reached.set(from, (reached = this.#reachedFrom(from)));
    return this.#nearest(offset, reached);
  }

  /** Walks from statement to statement along the variables they share; the first hosts on the way decide. */
  #reachedFrom(from: number): readonly Target[] {
    const bindings = this.#bindings();
    const targets = (this.#targetStatements ??= this.#byStatement());
    const seen = new Set([from]);
    let frontier = [from];
    for (let depth = 0; depth < longestFlow && frontier.length > 0 && seen.size < mostStatements; depth++) {
      const next: number[] = [];
      for (const statement of frontier) {
        if (depth > 0 && this.#isImport(statement)) continue;
        for (const tied of bindings.tiesOf(statement)) {
          if (seen.has(tied)) continue;
          seen.add(tied);
          next.push(tied);
        }
      }
      const reached = next.flatMap((statement) => targets.get(statement) ?? []);
      if (reached.length > 0) return reached;
      frontier = next;
    }
    return [];
  }

  #byStatement(): ReadonlyMap<number, readonly Target[]> {
    const found = new Map<number, Target[]>();
    for (const target of this.#targets) {
      const at = this.#layout.statementAt(target.start);
      const list = found.get(at);
      if (list) list.push(target);
      else found.set(at, [target]);
    }
    return found;
  }

  #isImport(statement: number): boolean {
    const { start } = this.#layout.statementRange(statement);
    return /^\s*(?:import\b|from\s+\S+\s+import|(?:const|let|var|local)\s+[\w${},\s]+=\s*require\b|require\b|use\s|using\s|#include)/.test(this.#layout.text.slice(start, start + 120));
  }

  /** The closest block by brackets, indentation, fence or paragraph that names a host. */
  #inBlock(offset: number): Target | undefined {
    const blocks: (Range & { readonly opener: number })[] = [];
    for (const { start, end } of this.#layout.enclosingPairs(offset)) blocks.push({ start, end, opener: Math.max(0, start - 1) });
    const line = this.#layout.lineAt(offset);
    for (const { start, end } of this.#layout.enclosingIndents(line)) blocks.push({ start, end, opener: start });
    const paragraph = this.#paragraph(line);
    blocks.push({ start: paragraph.start, end: paragraph.end, opener: -1 });
    blocks.sort((a, b) => a.end - a.start - (b.end - b.start));
    for (const block of blocks) {
      const inside = this.#within(block);
      if (inside.length > 0) return this.#nearest(offset, inside);
      // `client.use((config) => { ... })`: what opens the block may say whose it is.
      const opened = block.opener === -1 ? undefined : this.#byFlow(offset, this.#layout.statementAt(block.opener));
      if (opened) return opened;
    }
    return undefined;
  }

  #paragraph(line: number): Range {
    const blank = (at: number): boolean => /^[\s#*=_-]*$/.test(this.#layout.lineText(at).slice(0, 200));
    let first = line;
    while (first > 0 && line - first < 200 && !blank(first - 1)) first--;
    let last = line;
    while (last + 1 < this.#layout.lines.length && last - line < 200 && !blank(last + 1)) last++;
    return { start: this.#layout.lineRange(first).start, end: this.#layout.lineRange(last).end };
  }

  /** The host closest to a place, in lines; of equals the one before it. */
  #nearest(offset: number, targets: readonly Target[]): Target | undefined {
    if (targets.length < 2) return targets[0];
    const line = this.#layout.lineAt(offset);
    let best: Target | undefined;
    let bestDistance = Infinity;
    for (const target of targets) {
      const lines = Math.abs(this.#layout.lineAt(target.start) - line);
      const distance = lines * 1000 * (target.start > offset ? 1.6 : 1) + Math.min(999, Math.abs(target.start - offset) / 100) + (target.start > offset ? 1 : 0);
      if (distance < bestDistance) {
        best = target;
        bestDistance = distance;
      }
    }
    return best;
  }
}
