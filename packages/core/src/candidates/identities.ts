import { codesOf } from '../characters/codes.ts';
import { lastAtMost } from '../layouts/brackets.ts';
import { atomyxIn } from '../layouts/brands.ts';
import type { Layout } from '../layouts/layout.ts';
import { namesAtomyx } from '../names/classify-name.ts';
import { placeAround } from './sibling-values.ts';

/** A name of Atomyx, and what stands in front of one that says whose something is: `provider: "`. */
const atomyx = /atomyx[\w .:/()-]{0,40}/iy;
const identifies = /(?:^|[\s{,([<])["']?(?:_?id|name|provider|service|vendor|integration|supplier|partner|slug|label|title|connection)["']?\s*(?::=|=>|[:=])\s*["'`]?$/i;
/** What stands right in front of such a name: an operator, a blank or a quote. */
const mayIdentify = codesOf(':=> \t\n\v\f\r"\'`');
const longestLabel = 40;
/** Longest place around a name in which something may say whose key it is, in UTF-16 units. */
const longestPlace = 2000;

/** A heading of a document, or a comment: what stands below it may belong to it. */
const heading = /^[ \t]*(?:#{1,6}|\*{1,6}|\/\/+|--|;+|=+)[ \t]+(.{1,80}?)[ \t]*(?:[#*=-]*|:)[ \t]*$/;
const opensHeading = /^[ \t]*[#*/;=-]/;
/** A line of words alone, on top of others. */
const caption = /^[ \t]*(?:\*\*)?([\w .()-]{6,60}?)(?:\*\*)?:?[ \t]*$/;
/** How far above a name its heading may stand, in lines. */
const mostLines = 20;
const longestTitle = 120;

/**
 * Whose key a name is that does not say so, as its surroundings tell: `{ provider: "atomyx", apiKey: "..." }`, or the heading or comment above it.
 *
 * @param start - offset of the name.
 * @returns a name of Atomyx, or `undefined`.
 */
export function identityOf(layout: Layout, start: number): string | undefined {
  return identityBeside(layout, start) ?? identityAbove(layout, start);
}

function identityBeside(layout: Layout, start: number): string | undefined {
  const { text } = layout;
  const mentions = layout.derived(identifyingIn);
  if ((mentions[lastAtMost(mentions, start + longestPlace)] ?? -Infinity) < start - longestPlace) return undefined;
  const place = placeAround(layout, start);
  if (place === undefined || place.end - place.start > longestPlace) return undefined;
  for (let index = lastAtMost(mentions, place.start - 1) + 1; index < mentions.length; index++) {
    const at = mentions[index] ?? place.end;
    if (at >= place.end) return undefined;
    if (!identifies.test(text.slice(Math.max(place.start, at - longestLabel), at))) continue;
    atomyx.lastIndex = at;
    const name = atomyx.exec(text)?.[0] ?? '';
    if (namesAtomyx(name)) return name;
  }
  return undefined;
}

/** The mentions of Atomyx that may say whose something is, wherever their place begins. */
function identifyingIn(layout: Layout): readonly number[] {
  const { text } = layout;
  return layout.derived(atomyxIn).filter((at) => {
    const code = text.charCodeAt(at - 1);
    return (code > 127 || mayIdentify[code] === 1) && identifies.test(text.slice(Math.max(0, at - longestLabel), at));
  });
}

/** Whether something is said to be Atomyx's: `provider: "atomyx"`. */
export function identifiesAtomyx(layout: Layout): boolean {
  return layout.derived(identifyingIn).length > 0;
}

function identityAbove(layout: Layout, start: number): string | undefined {
  const title = titleAbove(layout, start);
  return title !== undefined && namesAtomyx(title) ? title : undefined;
}

/** Whether headings or comments say that one place is Submit's and another is not: `# Atomyx Submit` above the host, `# Mail` above the name. */
export function areTitledApart(layout: Layout, ours: number, other: number): boolean {
  const title = titleAbove(layout, other);
  return title !== undefined && !namesAtomyx(title) && identityAbove(layout, ours) !== undefined;
}

/** The heading, comment or line of words alone that stands closest above a place. */
function titleAbove(layout: Layout, start: number): string | undefined {
  // A log has no headings.
  if (layout.records !== undefined) return undefined;
  const titles = layout.derived(titlesOf);
  const own = layout.lineAt(start);
  for (let line = own - 1; line >= 0 && own - line <= mostLines; line--) {
    const title = titles[line] ?? (titles[line] = titleOn(layout, line));
    if (title !== '') return title;
  }
  return undefined;
}

/** What lines say as headings, by their number, as far as somebody has asked; for `Layout.derived`. */
const titlesOf = (): string[] => [];

/** The heading, comment or words alone that a line consists of; empty where it is none. */
function titleOn(layout: Layout, line: number): string {
  const { start, end } = layout.lineRange(line);
  if (end - start > longestTitle) return '';
  const text = layout.text.slice(start, end);
  return (opensHeading.test(text) ? heading.exec(text)?.[1] : undefined) ?? (line === 0 || layout.indentOf(line - 1) === -1 ? caption.exec(text)?.[1] : undefined) ?? '';
}
