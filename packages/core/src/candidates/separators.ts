import { codesOf, isBlankAt, wordChars } from '../characters/codes.ts';

/**
 * What may stand between a name and its value, tried in order at the end of the name. Each sticky pattern matches up to
 * the first character of the value.
 */
interface Separator {
  readonly pattern: RegExp;
  /** What must stand in front of the name. */
  readonly before?: RegExp;
  /** Characters with which that can end, `_` for white space and `w` for a letter, a digit or `_`: a quick no before it is tried. */
  readonly last?: string;
  /** Characters with which the pattern can start, `_` for white space: a quick no before the pattern is tried. */
  readonly first: string;
  /** Where it can start with white space, characters that can follow that; any where it is left out. */
  readonly then?: string;
}

const separators: readonly Separator[] = [
  // `${NAME:-value}`, `${name:value}`: defaults of shells and Spring
  { before: /\$\{[\w.-]*$/, last: '{w.-', first: ':-=?', pattern: /:?[-=?]|:/y },
  // XML: `<name>`, `<x key="name" value="`, `<string name="name">`, `<key>name</key><string>`
  { before: /<[\w:.-]*$/, last: '<w:.-', first: '_>', pattern: /(?:\s[^<>]{0,200})?>\s*(?:<!\[CDATA\[)?/y },
  { before: /=\s*["']$/, last: '"\'', first: '"\'', pattern: /["']\s+(?:[\w:.-]+\s*=\s*["'][^"'<>]*["']\s+){0,3}(?:value|content|default|defaultValue)\s*=\s*["']/y },
  { before: /=\s*["'][\w.:-]*$/, last: '"\'w.:-', first: '"\'', pattern: /["'][^<>]{0,120}>\s*(?:<!\[CDATA\[)?(?:<value>\s*)?/y },
  { before: />\s*$/, last: '>_', first: '_<', then: '<', pattern: /\s*<\/[\w:.-]+>\s*<[\w:.-]+(?:\s[^<>]*)?>\s*/y },
  // `name As String = `, `name (production): `, `${name}    value`, `define(name, value)`, `name,value` on a line of its own
  { first: '_', then: 'aA', pattern: /\s+As\s+[\w.]+\s*=\s*/iy },
  { first: '_', then: '(', pattern: /[ \t]\([^()\n]{1,40}\)[`*"']{0,2}\s*[:=]\s*/y },
  { before: /[$@&]\{$/, last: '{', first: '}', pattern: /\}(?:[ \t]*=)?[ \t]{2,}/y },
  { before: /\bdefine\(\s*['"]?$/i, last: '(_\'"', first: '\'"_,', then: ',', pattern: /['"]?\s*,\s*/y },
  { before: /(?:^|\n)["']?$/, last: '\n"\'', first: '"\'_', pattern: /["']?\t["']?(?=\S)/y },
  { before: /(?:^|\n)["']?[\w .:/-]*$/, last: '\n"\'w .:/-', first: '\'",', pattern: /["']?,(?=["']?[^\s,"'][^\s]*$)/my },
  // `name: Type = `, `name { get; set; } = `
  { first: '"\'`])?!_:', then: ':', pattern: /["'`]?\]?\)?[?!]?\s*:\s*[A-Za-z_][\w<>[\], .?&|*:]{0,60}?\s*=(?![=>])\s*/y },
  { first: '_{', then: '{', pattern: /\s*\{[^{}\n]{0,60}\}\s*=\s*/y },
  // `process.env.NAME || "value"`, `os.getenv("NAME") or "value"`, `ENV["NAME"] ?? "value"`
  { first: '\\"\'`_])!|?o/', then: '])!|?o/', pattern: /\\?["'`]?\s*\]?\)?!?\s*(?:\|\||\?\?|\?:|\bor\b|\/\/)\s*(?=["'`rbfu@$])/y },
  // `ENV.fetch("NAME") { "value" }`
  { first: '"\'', pattern: /["']\s*\)\s*(?:\{|do)\s*(?=["'])/y },
  // `name = `, `"name": `, `name => `, `name := `, `name <- `, `name == `, `$name{"x"} = `
  { first: '[\\"\'`_]})?!=:<-|+', then: ']})?!=:<-|+', pattern: /(?:\[\w*\])?\\?["'`]?\s*\]?\}?\)?[?!]?\s*(?:===?|!==?|:=|=>|<-|->|\?\?=|\|\|=|\?=|\+=|=|::?)(?!\/\/)[ \t]*(?:!(?:!\w+|secret|unsafe)[ \t]+)?(?:[|>][-+0-9]*[ \t]*(?:\r?\n)[ \t]*|(?:\r?\n)[ \t]*(?=["'`])|&[\w-]+[ \t]+)?/y },
  // `("name", "value")`, `{<<"name">>, <<"value">>}`
  { before: /\\?["'`]$|["'`][\w .-]*$/, last: '"\'`w .-', first: '\\"\'`', pattern: /\\?["'`](?:>>|\.to_string\(\)|\.into\(\)|s)?\s*,\s*(?:\w+\s*[=:]\s*)?/y },
  { before: /\\?["'`]$|["'`][\w .-]*$/, last: '"\'`w .-', first: '"\'`', pattern: /["'`]\s*\)?\s*(?:to|->|~>|==)\s+(?=["'`])/y },
  // `name("value")`, `name{"value"}`
  { first: '({', pattern: /[({]\s*(?:\w+\s*[:=]\s*)?(?=[@$rbfu]?["'`])/y },
  // `--name value`, `ENV NAME value`, `set -x NAME value`, `password value`
  { before: /(?:^|[\s"'`[,(])--?[\w-]*$/, last: '-w', first: '"\',_', pattern: /["']?,?[ \t]+(?:\\\r?\n[ \t]*)?/y },
  { before: /(?:^|\n|[;&|]\s*|\s)(?:ENV|ARG|SetEnv|RequestHeader set|setx|set|set\s+-\w+|setenv|env|fastcgi_param|export|define|#define)\s+$/i, last: '_', first: '_', pattern: /(?:\s+\/m)?[ \t]+/y },
  // Lisp, Tcl, HCL, Nginx: `name "value"`
  { first: '_', then: '"\'', pattern: /[ \t]+(?=["'])/y },
  // `| name | value |`
  { before: /\|\s*[`*]{0,2}[\w .-]*$/, last: '|_`*w.-', first: '`*_|', then: '|', pattern: /[`*]{0,2}[ \t]*\|[ \t]*[`*]{0,2}(?=[^\s|])/y },
  // labels of forms and tables: `Submit API key    value`
  { before: /(?:^|\n)[ \t]*[\w ]*$/, last: '_w', first: '_', pattern: /[ \t]{2,}(?=\S)/y },
  // prose: `the key is value`
  { first: '_', then: 'fotFOT', pattern: /[ \t]+(?:for|of|to)[ \t]+(?:the[ \t]+)?(?:Atomyx(?:[ \t]+Submit)?|Submit)(?:[ \t]+API)?[ \t]*(?:is|was|:|=)[ \t]*:?[ \t]*/iy },
  { first: '"\'`*_', then: 'iw', pattern: /["'`*]{0,2}\s+(?:is|was|would be)\s*:?\s+/y },
  { first: '*:', pattern: /\*\*\s*:\s*|:\s*\*\*\s*/y },
];

interface QuickSeparator extends Separator {
  readonly mayFollow: Uint8Array | undefined;
}

/** The separators that can start with a character, by its code; those that start with white space, by the code of what follows it. Filled when asked. */
const byFirst: (readonly QuickSeparator[] | undefined)[] = Array.from({ length: 128 });
const byThen: (readonly QuickSeparator[] | undefined)[] = Array.from({ length: 128 });
let quick: readonly QuickSeparator[] | undefined;
let behindBlanks: readonly QuickSeparator[] | undefined;

function startingWith(first: string): readonly QuickSeparator[] {
  quick ??= separators.map((separator) => ({ ...separator, mayFollow: separator.last === undefined ? undefined : codesIn(separator.last) }));
  return quick.filter((separator) => separator.first.includes(first));
}

/** The characters of a list in which `_` stands for white space, and `w` for what a word is made of. */
function codesIn(list: string): Uint8Array {
  return codesOf(list.replace('_', ' \t\n\r\v\f').replace('w', wordChars));
}

function separatorsAt(text: string, end: number): readonly QuickSeparator[] {
  if (!isBlankAt(text, end)) {
    const code = text.charCodeAt(end);
    return code < byFirst.length ? (byFirst[code] ??= startingWith(text.charAt(end))) : [];
  }
  let at = end + 1;
  while (isBlankAt(text, at)) at++;
  const code = text.charCodeAt(at);
  if (code < byThen.length) return (byThen[code] ??= startingWith('_').filter(({ then }) => then?.includes(text.charAt(at)) ?? true));
  return (behindBlanks ??= startingWith('_').filter(({ then }) => then === undefined));
}

/** How much in front of a name tells what may follow it, in UTF-16 units. */
const longestBefore = 60;

/**
 * @param text - the whole text.
 * @param start - offset of the first character of the name.
 * @param end - offset behind its last.
 * @returns the offset at which the value of the name starts, or -1 where nothing is bound to it.
 */
export function valueStart(text: string, start: number, end: number): number {
  const last = text.charCodeAt(start - 1);
  let before: string | undefined;
  for (const { before: needed, mayFollow, pattern } of separatorsAt(text, end)) {
    // Beyond ASCII, and at the beginning of the text, nothing is told by one character.
    if (mayFollow !== undefined && last < 128 && mayFollow[last] !== 1) continue;
    if (needed !== undefined && !needed.test((before ??= text.slice(Math.max(0, start - longestBefore), start)))) continue;
    pattern.lastIndex = end;
    if (pattern.test(text)) return pattern.lastIndex;
  }
  return -1;
}
