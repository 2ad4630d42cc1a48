import { lessThan } from '../characters/codes.ts';
import type { Layout } from '../layouts/layout.ts';
import { holdsTag } from '../layouts/tags.ts';

/** What stands in front of a bracket: a key, a callee, a type and a name, a block with labels. Words with blanks between. */
const headOfPair =
  /((?:[\w$.-]+|["'`][^"'`\n]{1,60}["'`])(?:[ \t]+(?:[\w$.-]+|["'][^"'\n]{1,60}["'])){0,2})\]?[ \t]*(?:(?:[:=]|=>|:=)[ \t]*(?:(?:new|await)[ \t]+)?&?(?:[\w.$<>:[\]]+[ \t]*)?)?$/;

/** How far in front of a bracket its head may begin, in UTF-16 units. */
const longestHead = 120;

/** How far in front of a flag its command may begin, in UTF-16 units. */
const longestCommand = 600;

/** How many enclosing names are looked at. */
const mostContainers = 7;

/**
 * The names around a place, outermost first: keys of enclosing objects, callees, classes, sections, elements.
 *
 * @param offset - of the name or value whose containers are asked for.
 * @param most - how many are asked for; the innermost count.
 */
export function containersOf(layout: Layout, offset: number, most = mostContainers): string[] {
  const { text } = layout;
  const heads: { at: number; name: string }[] = [];
  for (const pair of layout.enclosingPairs(offset)) {
    if (heads.length >= most) break;
    const before = text.slice(Math.max(0, pair.start - longestHead), pair.start);
    const head = before.slice(before.lastIndexOf('\n') + 1);
    const name = isBehindSentence(text, pair.start, head) ? undefined : (headOfPair.exec(head)?.[1] ?? caseOf(head));
    if (name !== undefined) heads.push({ at: pair.start, name: name.replace(/["'`]/g, ' ').trim() });
  }
  const line = layout.lineAt(offset);
  for (const block of layout.enclosingIndents(line, most)) {
    const head = layout.lineText(block.head).slice(0, 160);
    const name = /^\s*(?:-\s+)?["']?([\w./-]+)["']?\s*:\s*(?:[|>&#!].*)?$/.exec(head)?.[1] ?? /^\s*(?:export\s+)?(?:public\s+|abstract\s+|final\s+|data\s+|enum\s+(?=class))*(?:class|object|module|namespace|struct|interface|enum|trait|impl|service|resource|provider|variable)\s+["']?([\w.:-]+(?:["']\s+["'][\w.-]+)?)/.exec(head)?.[1] ?? caseOf(head);
    if (name !== undefined) heads.push({ at: block.start, name });
  }
  const section = sectionOf(layout, line);
  if (section !== undefined) heads.push({ at: section.at, name: section.name });
  const resource = resourceOf(layout, line) ?? secretOf(layout, offset) ?? commandSecret(layout, offset);
  if (resource !== undefined) heads.push(resource);
  for (const element of elementsAround(layout, offset)) heads.push(element);
  return heads.sort((a, b) => a.at - b.at).slice(-most).map((head) => head.name);
}

/** Whether an object in JSON stands behind words, as in a log: `callback received {"event": ...`. They are no name of it. */
function isBehindSentence(text: string, open: number, head: string): boolean {
  return text.charAt(open) === '{' && /^\\?"[\w-]+\\?"\s*:/.test(text.slice(open + 1, open + 80)) && /[\w.-]+[ \t]+[\w.-]+[ \t]*$/.test(head);
}

/** The service that a branch of a program is for: `if vendor == "atomyx":`, `case "atomyx":`. */
function caseOf(head: string): string | undefined {
  return head.includes('!=') ? undefined : branch.exec(head)?.[1];
}

const branch = /\b(?:if|elif|elsif|case|when)\b[^\n]*["'`:](atomyx[\w .-]{0,40})["'`)]?[^\w"'`]*(?:then)?[^\w"'`]*$/i;

/** The `[section]` of an INI or TOML file that a line stands in. */
function sectionOf(layout: Layout, line: number): { at: number; name: string } | undefined {
  if (layout.sections.length === 0 || !/^\s*["']?[\w.-]+["']?\s*[=:]/.test(layout.lineText(line).slice(0, 120))) return undefined;
  const { start } = layout.lineRange(line);
  return layout.sections.findLast(({ at }) => at < start);
}

const secretCommand = 'secret generic';
const creation = /\bcreate\s+secret\s+generic\s+(?:-\S+\s+)*["']?([\w.-]+)/;

/** Asked once for a text: hardly any has such a command, and containers are asked for at every name. */
const makesSecrets = ({ text }: Layout): boolean => text.includes(secretCommand);

/** The secret that a command line makes: `kubectl create secret generic <name> --from-literal=...`. */
function commandSecret(layout: Layout, offset: number): { at: number; name: string } | undefined {
  if (!layout.derived(makesSecrets)) return undefined;
  const from = Math.max(0, offset - longestCommand);
  const before = layout.text.slice(from, offset);
  const at = before.lastIndexOf(secretCommand);
  // A command goes on over lines that end with a backslash, a backtick or a caret.
  if (at === -1 || /[^\\`^\r]\r?\n/.test(before.slice(at))) return undefined;
  const start = before.lastIndexOf('\n', at) + 1;
  const name = creation.exec(before.slice(start))?.[1];
  return name === undefined ? undefined : { at: from + start, name };
}

const namesResources = ({ text }: Layout): boolean => text.includes('metadata:');

/** The name of the Kubernetes resource that a line of YAML belongs to: what stands under its `metadata`. */
function resourceOf(layout: Layout, line: number): { at: number; name: string } | undefined {
  if (!layout.derived(namesResources) || layout.indentOf(line) <= 0) return undefined;
  for (let at = line - 1; at >= 0 && line - at < 200; at--) {
    const first = layout.text.charAt(layout.lines[at] ?? 0);
    if (first !== 'm' && first !== '-') continue;
    const text = layout.lineText(at);
    if (text.startsWith('---')) return undefined;
    if (!text.startsWith('metadata:')) continue;
    const inline = /^metadata:\s*\{[^}]*?\bname:\s*["']?([\w.-]+)/.exec(text)?.[1];
    if (inline !== undefined) return { at: layout.lineRange(at).start, name: inline };
    for (let next = at + 1; next < line && layout.indentOf(next) > 0; next++) {
      const name = /^\s+name:\s*["']?([\w.-]+)/.exec(layout.lineText(next))?.[1];
      if (name !== undefined) return { at: layout.lineRange(next).start, name };
    }
  }
  return undefined;
}

/** Longest Kubernetes Secret in JSON that is looked through, in UTF-16 units. */
const longestSecret = 20_000;

/** Whether a text may hold a Kubernetes Secret in JSON; for `Layout.derived`. */
export const mayHoldSecret = ({ text }: Layout): boolean => text.includes('"Secret"') && text.includes('"metadata"');

/** The name of the Kubernetes Secret in JSON that a place stands in. */
function secretOf(layout: Layout, offset: number): { at: number; name: string } | undefined {
  if (!layout.derived(mayHoldSecret)) return undefined;
  layout.noteFar();
  for (const { start, end } of layout.enclosingPairs(offset)) {
    if (end - start > longestSecret) return undefined;
    const object = layout.text.slice(start, end);
    if (!/"kind"\s*:\s*"Secret"/.test(object)) continue;
    const metadata = object.indexOf('"metadata"');
    const name = metadata === -1 ? undefined : /"name"\s*:\s*"([\w.-]+)"/.exec(object.slice(metadata))?.[1];
    return name === undefined ? undefined : { at: start, name };
  }
  return undefined;
}

const voidElements = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr']);

/** Open XML elements around a place, found by walking back over the tags within a few kilobytes. */
function elementsAround(layout: Layout, offset: number): { at: number; name: string }[] {
  if (!layout.derived(holdsTag)) return [];
  const from = Math.max(0, offset - 3000);
  // The name may be that of an element itself.
  const before = layout.text.slice(from, layout.text.charCodeAt(offset - 1) === lessThan ? offset - 1 : offset);
  if (!/<[A-Za-z][^<]*>\s*[^<>]*$|<[A-Za-z][^<>]*$/.test(before.slice(-600))) return [];
  const open: { at: number; name: string }[] = [];
  for (const tag of before.matchAll(/<(\/?)([A-Za-z][\w:.-]*)((?:\s[^<>]*?)?)(\/?)>/g)) {
    if (tag[4] === '/' || voidElements.has((tag[2] ?? '').toLowerCase())) continue;
    if (tag[1] === '/') {
      const at = open.findLastIndex((item) => item.name.split(' ')[0] === tag[2]);
      if (at !== -1) open.length = at;
    } else open.push({ at: from + tag.index, name: `${tag[2] ?? ''} ${/\b(?:name|id|key)\s*=\s*["']([^"']*)["']/.exec(tag[3] ?? '')?.[1] ?? ''}`.trim() });
  }
  return open;
}
