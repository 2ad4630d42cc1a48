import type { Range } from '../evidence/evidence.ts';
import { innermostPair } from '../layouts/brackets.ts';
import type { Layout } from '../layouts/layout.ts';
import { isNeutralSection } from '../names/classify-name.ts';
import { wordsOf } from '../names/name-words.ts';

/**
 * Whether what stands at `place` belongs to something with a name of its own that does not hold the host at `target`:
 * another service of a Compose file, another section, another item of a list.
 */
export function isSetApart(layout: Layout, place: number, target: number): boolean {
  if (inOtherSection(layout, place, target)) return true;
  const blocks: (Range & { readonly list: boolean; readonly item: boolean; readonly name?: string })[] = [];
  for (const pair of layout.enclosingPairs(place)) {
    const name = /["'`]?([\w.-]+)["'`]?\s*(?::|=>|=)\s*$/.exec(layout.text.slice(Math.max(0, pair.start - 80), pair.start))?.[1];
    blocks.push({ ...pair, list: layout.text.charAt(pair.start) === '[', item: false, ...(name === undefined ? {} : { name }) });
  }
  for (const block of layout.enclosingIndents(layout.lineAt(place))) {
    const head = layout.lineText(block.head).slice(0, 120);
    const name = /^\s*(?:-\s+)?["']?([\w./-]+)["']?\s*:\s*$/.exec(head)?.[1];
    blocks.push({ ...block, list: false, item: /^\s*-\s/.test(head), ...(name === undefined ? {} : { name }) });
  }
  blocks.sort((a, b) => a.end - a.start - (b.end - b.start));
  let inner: (typeof blocks)[number] | undefined;
  for (const block of blocks) {
    if (block.start <= target && target < block.end) return block.list || (inner?.item ?? false);
    if (block.name !== undefined && !isNeutralSection(block.name)) return true;
    inner = block;
  }
  return false;
}

function inOtherSection({ sections }: Layout, place: number, target: number): boolean {
  const at = sections.findLastIndex((section) => section.at < place);
  const section = sections[at];
  if (section === undefined || isNeutralSection(section.name)) return false;
  return target < section.at || target >= (sections[at + 1]?.at ?? Infinity);
}

/** Words of a URL's name that leave open whose URL it is. */
const urlWords = new Set(['url', 'uri', 'host', 'hostname', 'base', 'api', 'endpoint', 'server', 'address', 'domain', 'root', 'service', 'http', 'https', 'href', 'location', 'origin', 'path', 'request']);

/**
 * Whether another service's host at `target` claims a value at `place` of the same statement: it stands around the value
 * or right beside it, and its own name does not say that it is something else (`MAIL_URL`).
 */
export function claims(layout: Layout, target: number, place: number): boolean {
  const pair = innermostPair(layout.brackets, target);
  if (pair !== -1) {
    const open = layout.brackets.opens[pair] ?? 0;
    const close = layout.brackets.closes[pair] ?? 0;
    if (place < open || place > close) return false;
  }
  const label = /([\w-]+)["'`]?\]?\s*(?:[:=]|=>)\s*["'`]?$/.exec(layout.text.slice(Math.max(0, target - 80), target))?.[1];
  return label === undefined || wordsOf(label).every((word) => urlWords.has(word));
}
