import { codesOf, colon, equals, isBlankAt, squareBracket } from '../characters/codes.ts';
import { innermostPair } from '../layouts/brackets.ts';
import type { Layout } from '../layouts/layout.ts';

/** One use or definition of an identifier. */
export interface Occurrence {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly statement: number;
  readonly defines: boolean;
}

const keywords = new Set(
  (
    'const let var val new await return import from function def class self this if else for while do end in of and or not is as ' +
    'try catch except finally throw throws raise with yield async public private protected static final void int string String bool boolean true false null nil ' +
    'None True False undefined print echo export default type interface struct enum package use using namespace include require fn func fun mut pub my our local ' +
    'begin then match case switch break continue lambda object Object any require_once puts set get char long double float auto unsigned NSString NSDictionary'
  ).split(' '),
);

/** After a name that is being given a value: `name =`, `name: Type =`, `name :=`, `name <-`. */
const assignment = /^["']?\]?[?!]?\s*(?::\s*[\w<>[\], .?&|*:]{1,60}?)?\s*(?:=(?![=>~])|:=|<-|\?\?=|\|\|=)|^\s*(?:,\s*[$\w]+\s*){1,5}(?:=(?![=>])|:=)/;
const definedByKeyword = /\b(?:function|def|func|fun|fn|sub|proc|defn|defn-|defp|let|method)\s+$|^\s*(?:let|def|defonce|setq|val)\s+$/;

/** Something of what defines a name. */
const definition = /=|<-|(?:function|def|func|fun|fn|sub|proc|defn-?|defp|let|method|defonce|setq|val)\s|\[\s*\w+\s+["'(]/;

/** Whether any occurrence in a text may define its name: a quick no for most that hold data. For `Layout.derived`. */
export const mayDefine = ({ text }: Layout): boolean => definition.test(text);

/** How much in front of a name and behind it tells what is done with it, in UTF-16 units. */
const reachBefore = 12;
const reachAfter = 70;

/** What may follow a name first, blanks aside, where `assignment` matches; and with what the words of `definedByKeyword` end. */
const firstOfAssignment = codesOf(':=<?|,"\']!');
const lastOfKeyword = codesOf('nfcbp-tdeql');
/** What stands in front of a name in a string that is interpolated. */
const opensInterpolation = codesOf('${(@%');

/** The identifier between two offsets; `undefined` where it names nothing that could flow. */
export function occurrenceAt(layout: Layout, start: number, end: number, statement: number): Occurrence | undefined {
  const { text, brackets } = layout;
  const inString = layout.stringAt(start) !== undefined;
  if (inString && opensInterpolation[text.charCodeAt(start - 1)] !== 1) return undefined;
  const pair = innermostPair(brackets, start);
  const isInside = pair !== -1 && (brackets.opens[pair] ?? 0) >= layout.statementRange(statement).start;
  if ((end - start === 1 && isInside && inString) || isMember(text, start) || isSymbol(text, start)) return undefined;
  const name = text.slice(start, end);
  if (keywords.has(name)) return undefined;
  const assigned = !isInside && !inString && isAssigned(text, end);
  if (!assigned && isInside && !inString && isLabel(text, end)) return undefined;
  return { name, start, end, statement, defines: assigned || isDefined(text, start, end, isInside) };
}

/** Whether a name is that of a member of something other than the object itself. */
function isMember(text: string, start: number): boolean {
  const previous = text.charAt(start - 1);
  const member = previous === '.' || (previous === '>' && text.charAt(start - 2) === '-') || (previous === ':' && text.charAt(start - 2) === ':');
  return member && !/(?:self|this|@self|cls|\$this)(?:\.|->|\?\.|::)$/.test(text.slice(Math.max(0, start - 8), start));
}

/** Whether a name is a symbol or keyword: `:headers`. */
function isSymbol(text: string, start: number): boolean {
  return text.charAt(start - 1) === ':' && (start === 1 || /[\s{([,]/.test(text.charAt(start - 2)));
}

function isAssigned(text: string, end: number): boolean {
  return firstOfAssignment[text.charCodeAt(afterBlanks(text, end, end + reachAfter))] === 1 && assignment.test(text.slice(end, end + reachAfter));
}

/** Whether a name inside of brackets is a key or the label of a named argument. */
function isLabel(text: string, end: number): boolean {
  const at = afterBlanks(text, end, end + reachAfter);
  const code = text.charCodeAt(at);
  if (at >= end + reachAfter || (code !== colon && code !== equals)) return false;
  const next = at + 1 < end + reachAfter ? text.charCodeAt(at + 1) : 0;
  return next !== colon && next !== equals;
}

/** Whether what stands in front of a name defines it, without an assignment. */
function isDefined(text: string, start: number, end: number, isInside: boolean): boolean {
  let at = start - 1;
  while (at >= 0 && start - at <= reachBefore && isBlankAt(text, at)) at--;
  const code = text.charCodeAt(at);
  if (lastOfKeyword[code] === 1 && at < start - 1) return definedByKeyword.test(text.slice(Math.max(0, start - reachBefore), start));
  // `let` of Lisp: `[name (call)]`, `[name "text"]`.
  return isInside && code === squareBracket && start - at <= reachBefore && /^\s+["'(]/.test(text.slice(end, end + reachAfter));
}

function afterBlanks(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && isBlankAt(text, at)) at++;
  return at;
}
