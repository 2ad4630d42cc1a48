import { codesOf, space, tab } from '../characters/codes.ts';
import type { Layout } from '../layouts/layout.ts';
import { namesOtherKey } from '../names/classify-name.ts';

/** What may follow a caption: whose key it is, and the end of the comment or of the brackets. */
const restOfCaption = /^(?:[ \t]+(?:for|of|to)[ \t]+(?:the[ \t]+)?(?:Atomyx(?:[ \t]+Submit)?|Submit)(?:[ \t]+API)?)?[ \t]*(?:[.:]?[ \t]*(?:\*\/|-->)?[ \t]*(?:\r?\n|$)|[),;])/i;
/** Longest rest, in UTF-16 units. */
const longestRest = 80;
/** With what a rest begins, blanks aside. */
const beginsRest = codesOf('.:*-\r\n),;fotFOT');

const article = String.raw`(?:(?:the|our|my|this is (?:the|our))[ \t]+)?`;
/** In front of a caption, from the beginning of its line. */
const ownLine = new RegExp(String.raw`^[ \t]*(?:#+|\/\/+|--+|;+|\*+|\/\*+|<!--|%+)[ \t]*${article}$`, 'i');
const behindValue = new RegExp(String.raw`(?:(["'${'`'}])([^"'${'`'}\s]{8,})\1|[=:][ \t]*([^\s"'${'`'};,]{8,}))[;,)\]}]*[ \t]+(?:#|\/\/|--|\/\*|;|<!--|\()+[ \t]*${article}$`, 'i');
/** A name that is given a value on a line: ` const apiKey: string = `. */
const assignment = /^[ \t]*(?:[\w&*$<>[\]]+[ \t]+){0,5}["']?([\w$.-]+)["']?[\])]*[ \t]*(?::[ \t]*&?(?:'?\w+[ \t]+)?[\w<>[\].]+[ \t]*(?==))?(?::=|<-|=>?|:)[ \t]*/;
/** How much of a line is looked at, in UTF-16 units. */
const longestLine = 400;

/**
 * Where the value begins that a name in a comment is the caption of: at the end of the line of the value, on the line above it, or in
 * brackets behind it.
 *
 * @param start - offset of the name.
 * @param end - offset behind it.
 * @returns -1 where the name is no caption.
 */
export function captionedStart(layout: Layout, start: number, end: number): number {
  const { text } = layout;
  let next = end;
  while (text.charCodeAt(next) === space || text.charCodeAt(next) === tab) next++;
  if (next < text.length && beginsRest[text.charCodeAt(next)] !== 1) return -1;
  if (!restOfCaption.test(text.slice(end, end + longestRest))) return -1;
  const line = layout.lineAt(start);
  const from = layout.lineRange(line).start;
  if (start - from > longestLine) return -1;
  const before = text.slice(from, start);
  if (ownLine.test(before)) return assignedOn(layout, line + 1);
  const match = behindValue.exec(before);
  if (match === null) return -1;
  // What is matched begins with the quote of the value, or in front of a bare one.
  return from + match.index + (match[3] === undefined ? 0 : match[0].indexOf(match[3]));
}

/** Where the value begins that a line assigns to a name which may be that of any key. */
function assignedOn(layout: Layout, line: number): number {
  if (line >= layout.lines.length) return -1;
  const { start } = layout.lineRange(line);
  const match = assignment.exec(layout.lineText(line).slice(0, longestLine));
  return match === null || namesOtherKey(match[1] ?? '') ? -1 : start + match[0].length;
}
