import { codesOf, space, squareBracket, tab } from '../characters/codes.ts';
import type { Range } from '../evidence/evidence.ts';
import { lastAtMost } from '../layouts/brackets.ts';
import { brandsIn } from '../layouts/brands.ts';
import type { Layout } from '../layouts/layout.ts';
import { holdsTag } from '../layouts/tags.ts';
import { mayHoldSecret } from './containers.ts';

const isOpening = codesOf('([{');
const mayBeNamed = codesOf('nm');
const isStructure = codesOf('([{)]}"\'`\\');

/** How far in front of a bracket its name may begin, how many lines a block may have, how far back open elements are looked for. */
const longestHead = 200;
const longestBlock = 400;
const longestElement = 3000;

/**
 * Tells where in a text a value may have Atomyx or Submit among the names around it, see `containersOf`: behind every mention that
 * may be the name of a bracket, a block, a section or an element, as far as that may reach. Rather too much than too little.
 */
export class BrandZones {
  readonly #zones: readonly Range[];
  readonly #starts: readonly number[];

  constructor(layout: Layout) {
    const found = layout.derived(brandsIn).map((at) => secretAround(layout, at) ?? { start: at, end: zoneEnd(layout, at) });
    const zones: { start: number; end: number }[] = [];
    for (const { start, end } of found.sort((a, b) => a.start - b.start)) {
      const last = zones[zones.length - 1];
      if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
      else if (end > start) zones.push({ start, end });
    }
    this.#zones = zones;
    this.#starts = zones.map(({ start }) => start);
  }

  holds(offset: number): boolean {
    return offset <= (this.#zones[lastAtMost(this.#starts, offset)]?.end ?? -1);
  }
}

/** The Kubernetes Secret in JSON whose name a mention is: what stands in it may stand in front of its name. */
function secretAround(layout: Layout, at: number): Range | undefined {
  if (!layout.derived(mayHoldSecret) || !/"name"\s*:\s*"[\w.-]*$/.test(layout.text.slice(Math.max(0, at - longestHead), at))) return undefined;
  layout.noteFar();
  const [, secret] = layout.enclosingPairs(at);
  return secret;
}

/** How far what is named by a mention may reach; not beyond the mention itself where it can name nothing. */
function zoneEnd(layout: Layout, at: number): number {
  const { text } = layout;
  const line = layout.lineAt(at);
  const { start, end: lineEnd } = layout.lineRange(line);
  let end = at;
  for (let open = at, last = Math.min(lineEnd, at + longestHead + 1); open < last; open++) {
    if (isOpening[text.charCodeAt(open)] !== 1 || closesAtOnce(text, open, lineEnd)) continue;
    const pair = layout.pairAround(open + 1);
    if (pair?.start === open) end = Math.max(end, pair.end);
  }
  const headEnd = Math.min(at, start + longestHead);
  if (layout.derived(holdsTag) && text.slice(start, headEnd).includes('<')) end = Math.max(end, at + longestElement);
  let first = start;
  while (first < headEnd && (text.charCodeAt(first) === space || text.charCodeAt(first) === tab)) first++;
  const code = first < headEnd ? text.charCodeAt(first) : 0;
  if (code === squareBracket) return Math.max(end, layout.sections.find((section) => section.at > at)?.at ?? text.length);
  const isNamed = mayBeNamed[code] === 1 && /^(?:[ \t]+name[ \t]*:|metadata:)/.test(text.slice(start, headEnd));
  const last = isNamed ? line + longestBlock : lastOfBlock(layout, line);
  return Math.max(end, layout.lineRange(Math.min(last, layout.lines.length - 1)).end);
}

/** Whether nothing but plain characters stands between a bracket and its partner in the same line: no need to look at all the brackets then. */
function closesAtOnce(text: string, open: number, lineEnd: number): boolean {
  let at = open + 1;
  while (at < lineEnd && isStructure[text.charCodeAt(at)] !== 1) at++;
  return at < lineEnd && text.charCodeAt(at) === closingOf(text.charCodeAt(open));
}

/** The codes of brackets and their partners are two apart, but for parentheses. */
const closingOf = (opening: number): number => (opening === 0x28 ? 0x29 : opening + 2);

/** The last line of the block that a line opens: those that are indented more, blank ones among them. */
function lastOfBlock(layout: Layout, line: number): number {
  const indent = layout.indentOf(line);
  let last = line;
  while (last + 1 < layout.lines.length && last - line < longestBlock) {
    const next = layout.indentOf(last + 1);
    if (next !== -1 && next <= indent) break;
    last++;
  }
  return last;
}
