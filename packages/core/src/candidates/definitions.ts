import type { Layout } from '../layouts/layout.ts';
import { credibilityOf } from '../values/credibility.ts';
import type { Operand } from './expressions.ts';
import { operandsFrom } from './expressions.ts';
import { credentialOf } from './named-values.ts';
import { valueStart } from './separators.ts';

const longestChain = 5;
/** Words that stand where a parameter's type is named. */
const typeNames = new Set(['string', 'String', 'str', 'object', 'any', 'int', 'bool', 'boolean', 'number', 'byte', 'char', 'Text', 'NSString']);
const mostOccurrences = 400;

/**
 * Finds the credible literals that a name stands for: its closest definition before the use, through further names,
 * and the arguments of calls where it is a parameter.
 *
 * @param reference - an identifier or a path such as `config.apiKey`; its last part is what is looked up.
 * @param use - offset at which it is used.
 */
export function literalsOf(layout: Layout, reference: string, use: number, seen: ReadonlySet<string> = new Set()): Operand[] {
  const parts = reference.split(/\.|->|::|\?\.|!\./).map((part) => part.replace(/^[$@?&*]+|[!?]+$/g, ''));
  const leaf = parts[parts.length - 1] ?? '';
  const key = `${leaf}@${String(use)}`;
  if (leaf === '' || typeNames.has(leaf) || seen.size >= longestChain || seen.has(key)) return [];
  const { text } = layout;
  const definitions: { at: number; operands: Operand[]; receiver: boolean }[] = [];
  const named = parts[parts.length - 2];
  const receiver = named !== undefined && /^(?:self|this|cls)$/.test(named) ? undefined : named;
  let count = 0;
  for (let at = text.indexOf(leaf); at !== -1 && count < mostOccurrences; at = text.indexOf(leaf, at + leaf.length)) {
    if (/\w/.test(text.charAt(at - 1)) || /\w/.test(text.charAt(at + leaf.length))) continue;
    count++;
    const value = definitionStart(layout, at, at + leaf.length);
    if (value === -1 || (value <= use && use < value + 1)) continue;
    const opening = opensTable.exec(text.slice(value, value + 80));
    const operands = opening ? entriesAt(layout, value + opening[0].length - 1) : operandsFrom(text, value);
    if ((operands.length === 0 && !opening) || (operands.length === 1 && operands[0]?.kind === 'reference' && operands[0].text.endsWith(leaf))) continue;
    if (operands.some((operand) => operand.start <= use && use < operand.end)) continue;
    const near = text.slice(Math.max(0, at - 200), at);
    definitions.push({ at, operands, receiver: receiver !== undefined && new RegExp(`\\b${receiver.replace(/\W/g, '\\$&')}\\b`).test(near) });
  }
  const before = definitions.filter((definition) => definition.at < use);
  const chosen = before.findLast((definition) => definition.receiver) ?? definitions.find((definition) => definition.receiver) ?? before[before.length - 1] ?? definitions[0];
  const next = new Set(seen).add(key);
  if (chosen === undefined) return [...argumentsFor(layout, leaf, use, next), ...returnedBy(layout, leaf)];
  const literals = chosen.operands.filter((operand) => operand.kind === 'literal' && credibilityOf(credentialOf(operand).text) !== 'none');
  if (literals.length > 0) return literals;
  const further: Operand[] = [];
  for (const operand of chosen.operands) if (operand.kind === 'reference') further.push(...literalsOf(layout, operand.text, chosen.at, next));
  return further.length > 0 ? further : argumentsFor(layout, leaf, use, next);
}

/** The credible literals that the functions, methods and getters of a name return, each with itself as its place. */
export function returnedBy(layout: Layout, name: string): Operand[] {
  const { text } = layout;
  const literals: Operand[] = [];
  for (const match of text.matchAll(new RegExp(`\\b(?:function|def|func|fun|fn|sub|get|let)\\s+(?:\\([^()]*\\)\\s*)?${name.replace(/\W/g, '')}\\b[^\\n]{0,200}`, 'g'))) {
    const from = match.index + match[0].length;
    const body = text.slice(from, from + 2000);
    const next = /\n[ \t]*(?:(?:export|public|private|async|static)\s+)*(?:function|def|func|fun|fn|sub)\s/.exec(body)?.index ?? body.length;
    for (const returned of body.slice(0, next).matchAll(/\breturn\s+(?=["'`@$rbf])/g)) {
      const literal = operandsFrom(text, from + returned.index + returned[0].length)[0];
      if (literal?.kind === 'literal' && credibilityOf(credentialOf(literal).text) !== 'none') literals.push({ ...literal, site: literal.start });
    }
  }
  return literals;
}

/** A map or list, with its type in front of it: `{`, `[`, `map[string]string{`, `new Dictionary<string, string> {`. */
const opensTable = /^\s*(?:(?:new\s+)?[A-Za-z][\w.]*(?:\[[\w.]*\]|<[\w., ]*>)*[\w.]*\s*)?[{[]/;

/** The credible strings of the map or list whose bracket stands at an offset. */
function entriesAt(layout: Layout, open: number): Operand[] {
  const { text } = layout;
  const pair = layout.enclosingPairs(open + 1).next().value;
  if (pair?.start !== open || pair.end - open > 20_000) return [];
  const entries: Operand[] = [];
  for (const { start, end } of layout.stringsWithin(pair)) {
    const entry: Operand = { kind: 'literal', start, end, text: text.slice(start, end), entry: true };
    if (credibilityOf(credentialOf(entry).text) !== 'none') entries.push(entry);
  }
  return entries;
}

/** The one literal that a name is defined as before its use, credible or not: a piece of a key need not be. */
export function definedLiteral(layout: Layout, name: string, use: number): Operand | undefined {
  const leaf = name.replace(/^.*(?:\.|->|::)|^[$@]/, '');
  const { text } = layout;
  for (let at = text.lastIndexOf(leaf, use - 1), count = 0; at !== -1 && count < mostOccurrences; at = at === 0 ? -1 : text.lastIndexOf(leaf, at - 1), count++) {
    if (/\w/.test(text.charAt(at - 1)) || /\w/.test(text.charAt(at + leaf.length))) continue;
    const value = definitionStart(layout, at, at + leaf.length);
    if (value === -1) continue;
    const operands = operandsFrom(text, value);
    return operands.length === 1 && operands[0]?.kind === 'literal' ? operands[0] : undefined;
  }
  return undefined;
}

/** Like {@link valueStart}, and for a label with a value next to it: `{ "key": "name", "value": ... }`. */
function definitionStart(layout: Layout, start: number, end: number): number {
  const { text } = layout;
  const label = /["']?(?:name|key|id)["']?\s*[:=]\s*["']?$/.test(text.slice(Math.max(0, start - 20), start));
  if (label) {
    const sibling = /^["']?\s*,?\s*(?:["']?\w+["']?\s*[:=]\s*["']?\w*["']?\s*,\s*)?["']?(?:value|currentValue|initialValue|default)["']?\s*[:=]\s*/.exec(text.slice(end, end + 160));
    if (sibling) return end + sibling[0].length;
  }
  if (/[([,]\s*$/.test(text.slice(Math.max(0, start - 3), start)) && text.charAt(end) === '(') return -1;
  const value = valueStart(text, start, end);
  return value !== -1 && /[=:<,>-]|\s$|[({]$/.test(text.slice(end, value)) && !/^\s*[=!]==?/.test(text.slice(end, value)) ? value : -1;
}

const functionHead = /(?:\b(?:function|def|func|fun|fn|sub|proc|method|defp?)\s+(?:\([^()]*\)\s*)?([A-Za-z_][\w?!]*)|\b(?:const|let|var|val)\s+([A-Za-z_]\w*)\s*(?::[^=]{0,80})?=\s*(?:async\s*)?(?:function\s*\w*\s*)?|\b(?:(?:public|private|protected|internal|static|async|final|override|suspend|export|virtual)\s+)+[\w<>[\]?,. ]*?([A-Za-z_]\w*)|^[ \t]*(?:async\s+|[\w<>[\]?]+\s+)?\*?([A-Za-z_]\w*))\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)/gm;

/** The literals passed where `parameter` is a parameter of a function of the same text. */
function argumentsFor(layout: Layout, parameter: string, use: number, seen: ReadonlySet<string>): Operand[] {
  const { text } = layout;
  const from = Math.max(0, use - 20_000);
  let found: { name: string; index: number; at: number } | undefined;
  for (const match of text.slice(from, use).matchAll(functionHead)) {
    const names = (match[5] ?? '').split(',').map((item) => /([A-Za-z_]\w*)\s*[?!]?\s*(?::.*|=.*)?$/.exec(item.replace(/:.*|=.*/s, '').trim())?.[1] ?? '');
    const typed = (match[5] ?? '').split(',').map((item) => (item.includes(':') ? [] : item.replace(/=.*/s, '').trim().split(/\s+/)));
    const index = names.indexOf(parameter) !== -1 ? names.indexOf(parameter) : typed.findIndex((words) => words.some((word) => word.replace(/^[$&*@]+/, '') === parameter));
    const name = match[1] ?? match[2] ?? match[3] ?? match[4];
    if (index === -1 || name === undefined || /^(?:if|for|while|switch|catch|return|await|super)$/.test(name)) continue;
    const isMethod = /^(?:self|cls|this)$/.test(names[0] ?? '');
    found = { name, index: isMethod ? index - 1 : index, at: from + match.index };
  }
  if (!found) return [];
  const isConstructor = /^(?:__init__|constructor|initialize|init|__construct|new)$/.test(found.name);
  const className = isConstructor ? text.slice(0, found.at).match(/\b(?:class|struct|impl|interface|object)\s+([A-Za-z_]\w*)(?![^]*\b(?:class|struct|impl)\s)/)?.[1] : undefined;
  const callee = className ?? found.name;
  const literals: Operand[] = [];
  for (const name of /^[A-Z]/.test(callee) ? [callee, 'this'] : [callee]) literals.push(...passedTo(layout, name, found.index, parameter, seen));
  return literals;
}

/** The literals that calls of `callee` pass as an argument, by its number or name. */
function passedTo(layout: Layout, callee: string, index: number, parameter: string, seen: ReadonlySet<string>): Operand[] {
  const { text } = layout;
  const literals: Operand[] = [];
  let count = 0;
  for (let at = text.indexOf(callee); at !== -1 && count < mostOccurrences; at = text.indexOf(callee, at + callee.length)) {
    const open = /^(?:\.new|::new)?\s*\(/.exec(text.slice(at + callee.length, at + callee.length + 8));
    if (/\w/.test(text.charAt(at - 1)) || !open || /\b(?:function|def|func|fun|fn|sub|class)\s+$/.test(text.slice(Math.max(0, at - 10), at))) continue;
    count++;
    const start = at + callee.length + open[0].length;
    const argument = argumentAt(text, start, index, parameter);
    if (argument === -1) continue;
    for (const operand of operandsFrom(text, argument)) {
      if (operand.kind === 'reference') literals.push(...literalsOf(layout, operand.text, at, seen));
      else if (credibilityOf(credentialOf(operand).text) !== 'none') literals.push({ ...operand, site: at });
    }
  }
  return literals;
}

/** Offset of the argument with a number, or with a name, of the call whose arguments start at `start`; -1 where there is none. */
function argumentAt(text: string, start: number, index: number, name: string): number {
  let depth = 0;
  let number = 0;
  let begin = start;
  let quote = '';
  let positional = -1;
  for (let i = start; i < Math.min(text.length, start + 4000); i++) {
    const char = text.charAt(i);
    if (quote !== '') {
      if (char === '\\') i++;
      else if (char === quote) quote = '';
      continue;
    }
    if (char === '"' || char === "'" || char === '`') quote = char;
    else if ('([{'.includes(char)) depth++;
    const closes = ')]}'.includes(char);
    if (closes) depth--;
    if ((char === ',' && depth === 0) || depth < 0) {
      const named = /^\s*([A-Za-z_]\w*)\s*(?:=(?!=)|:)\s*/.exec(text.slice(begin, i));
      if (named?.[1] === name) return begin + named[0].length;
      if (number === index && !named) positional = begin;
      number++;
      begin = i + 1;
    }
    if (depth < 0) break;
  }
  return positional;
}
