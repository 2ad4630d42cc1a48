/**
 * What may stand between a name and its value, tried in order at the end of the name. Each sticky pattern matches up to
 * the first character of the value.
 */
interface Separator {
  readonly pattern: RegExp;
  /** What must stand in front of the name. */
  readonly before?: RegExp;
  /** Characters with which the pattern can start, `_` for white space: a quick no before the pattern is tried. */
  readonly first: string;
}

const separators: readonly Separator[] = [
  // `${NAME:-value}`, `${name:value}`: defaults of shells and Spring
  { before: /\$\{[\w.-]*$/, first: ':-=?', pattern: /:?[-=?]|:/y },
  // XML: `<name>`, `<x key="name" value="`, `<string name="name">`, `<key>name</key><string>`
  { before: /<[\w:.-]*$/, first: '_>', pattern: /(?:\s[^<>]{0,200})?>\s*(?:<!\[CDATA\[)?/y },
  { before: /=\s*["']$/, first: '"\'', pattern: /["']\s+(?:[\w:.-]+\s*=\s*["'][^"'<>]*["']\s+){0,3}(?:value|content|default|defaultValue)\s*=\s*["']/y },
  { before: /=\s*["'][\w.:-]*$/, first: '"\'', pattern: /["'][^<>]{0,120}>\s*(?:<!\[CDATA\[)?(?:<value>\s*)?/y },
  { before: />\s*$/, first: '_<', pattern: /\s*<\/[\w:.-]+>\s*<[\w:.-]+(?:\s[^<>]*)?>\s*/y },
  // `name As String = `, `name (production): `, `${name}    value`, `define(name, value)`, `name,value` on a line of its own
  { first: '_', pattern: /\s+As\s+[\w.]+\s*=\s*/iy },
  { first: '_', pattern: /[ \t]\([^()\n]{1,40}\)[`*"']{0,2}\s*[:=]\s*/y },
  { before: /[$@&]\{$/, first: '}', pattern: /\}(?:[ \t]*=)?[ \t]{2,}/y },
  { before: /\bdefine\(\s*['"]?$/i, first: '\'"_,', pattern: /['"]?\s*,\s*/y },
  { before: /(?:^|\n)["']?$/, first: '"\'_', pattern: /["']?\t["']?(?=\S)/y },
  { before: /(?:^|\n)["']?[\w .:/-]*$/, first: '\'",', pattern: /["']?,(?=["']?[^\s,"'][^\s]*$)/my },
  // `name: Type = `, `name { get; set; } = `
  { first: '"\'`])?!_:', pattern: /["'`]?\]?\)?[?!]?\s*:\s*[A-Za-z_][\w<>[\], .?&|*:]{0,60}?\s*=(?![=>])\s*/y },
  { first: '_{', pattern: /\s*\{[^{}\n]{0,60}\}\s*=\s*/y },
  // `process.env.NAME || "value"`, `os.getenv("NAME") or "value"`, `ENV["NAME"] ?? "value"`
  { first: '\\"\'`_])!|?o/', pattern: /\\?["'`]?\s*\]?\)?!?\s*(?:\|\||\?\?|\?:|\bor\b|\/\/)\s*(?=["'`rbfu@$])/y },
  // `ENV.fetch("NAME") { "value" }`
  { first: '"\'', pattern: /["']\s*\)\s*(?:\{|do)\s*(?=["'])/y },
  // `name = `, `"name": `, `name => `, `name := `, `name <- `, `name == `, `$name{"x"} = `
  { first: '[\\"\'`_]})?!=:<-|+', pattern: /(?:\[\w*\])?\\?["'`]?\s*\]?\}?\)?[?!]?\s*(?:===?|!==?|:=|=>|<-|->|\?\?=|\|\|=|\?=|\+=|=|::?)(?!\/\/)[ \t]*(?:!(?:!\w+|secret|unsafe)[ \t]+)?(?:[|>][-+0-9]*[ \t]*(?:\r?\n)[ \t]*|(?:\r?\n)[ \t]*(?=["'`])|&[\w-]+[ \t]+)?/y },
  // `("name", "value")`, `{<<"name">>, <<"value">>}`
  { before: /\\?["'`]$|["'`][\w .-]*$/, first: '\\"\'`', pattern: /\\?["'`](?:>>|\.to_string\(\)|\.into\(\)|s)?\s*,\s*(?:\w+\s*[=:]\s*)?/y },
  { before: /\\?["'`]$|["'`][\w .-]*$/, first: '"\'`', pattern: /["'`]\s*\)?\s*(?:to|->|~>|==)\s+(?=["'`])/y },
  // `name("value")`, `name{"value"}`
  { first: '({', pattern: /[({]\s*(?:\w+\s*[:=]\s*)?(?=[@$rbfu]?["'`])/y },
  // `--name value`, `ENV NAME value`, `set -x NAME value`, `password value`
  { before: /(?:^|[\s"'`[,(])--?[\w-]*$/, first: '"\',_', pattern: /["']?,?[ \t]+(?:\\\r?\n[ \t]*)?/y },
  { before: /(?:^|\n|[;&|]\s*|\s)(?:ENV|ARG|SetEnv|RequestHeader set|setx|set|set\s+-\w+|setenv|env|fastcgi_param|export|define|#define)\s+$/i, first: '_', pattern: /(?:\s+\/m)?[ \t]+/y },
  // Lisp, Tcl, HCL, Nginx: `name "value"`
  { first: '_', pattern: /[ \t]+(?=["'])/y },
  // `| name | value |`
  { before: /\|\s*[`*]{0,2}[\w .-]*$/, first: '`*_|', pattern: /[`*]{0,2}[ \t]*\|[ \t]*[`*]{0,2}(?=[^\s|])/y },
  // labels of forms and tables: `Submit API key    value`
  { before: /(?:^|\n)[ \t]*[\w ]*$/, first: '_', pattern: /[ \t]{2,}(?=\S)/y },
  // prose: `the key is value`
  { first: '_', pattern: /[ \t]+(?:for|of|to)[ \t]+(?:the[ \t]+)?(?:Atomyx(?:[ \t]+Submit)?|Submit)(?:[ \t]+API)?[ \t]*(?:is|was|:|=)[ \t]*:?[ \t]*/iy },
  { first: '"\'`*_', pattern: /["'`*]{0,2}\s+(?:is|was|would be)\s*:?\s+/y },
  { first: '*:', pattern: /\*\*\s*:\s*|:\s*\*\*\s*/y },
];

/** The separators that can start with a character, by its code. */
const byFirst: readonly (readonly Separator[])[] = Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  return separators.filter(({ first }) => first.includes(/\s/.test(char) ? '_' : char));
});

/**
 * @param text - the whole text.
 * @param start - offset of the first character of the name.
 * @param end - offset behind its last.
 * @returns the offset at which the value of the name starts, or -1 where nothing is bound to it.
 */
export function valueStart(text: string, start: number, end: number): number {
  const code = text.charCodeAt(end);
  const candidates = (code < 128 ? byFirst[code] : undefined) ?? [];
  if (candidates.length === 0) return -1;
  const before = text.slice(Math.max(0, start - 60), start);
  for (const separator of candidates) {
    if (separator.before && !separator.before.test(before)) continue;
    separator.pattern.lastIndex = end;
    const match = separator.pattern.exec(text);
    if (match) return end + match[0].length;
  }
  return -1;
}
