import type { Layout } from '../layouts/layout.ts';

/** What somebody says at once. */
export interface Message {
  readonly text: string;
  /** Offset of the text. */
  readonly start: number;
  /** It is known that somebody says it: a name, a time or a field of an export stands in front of it. */
  readonly isSaid: boolean;
}

/** Fields with the text of a message in exports of Slack, Discord, Teams, Telegram and their kin. */
const field = /"(?:text|content|message|body|plain_?text)"\s*:\s*"((?:[^"\\\n]|\\.){0,4000})"/g;
/** A quick no for lines without the beginning of one. */
export const mayHoldField = /"(?:text|content|message|body|plain_?text)"\s*:\s*"/;
const fieldBefore = /"(?:text|content|message|body|plain_?text)"\s*:\s*"(?:[^"\\\n]|\\.)*$/;
/** Tags of messages in HTML. */
const tagsAround = /^(?:\s|<[^<>]*>)+|(?:\s|<[^<>]*>)+$/g;

const time = String.raw`[[(]?(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4},?[ T])?\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?Z?(?:[ \u202f]?[AaPp]\.?[Mm]\.?)?[\])]?`;
const speaker = String.raw`(?:<[^<>\n]{1,40}>|[\p{L}][\p{L}\p{N}_ .'()-]{0,40}:(?!//))`;
/** `[10:02] Ben: `, `<ben> `, `27/11/2026, 10:03 - Ben: ` in front of a message on one line. */
const said = new RegExp(String.raw`^\s*(?:(${time})\s*[-–|]?\s*)?(${speaker})?\s*`, 'u');
/** `Ben Jones  10:04 AM` above a message. */
const heading = new RegExp(String.raw`^\s*[*_#>]*[\p{L}][^\n]{0,60}?[\s,]+(?:at |today at |yesterday at )?${time}\s*$`, 'iu');

/** How far in front of a place the field of a message may begin, and the longest line of one, in UTF-16 units. */
const longestMessage = 4000;
const mostLines = 40;

/** Messages from the one that an offset stands in, in order. */
export function messagesFrom(layout: Layout, offset: number): Iterable<Message> {
  const before = layout.text.slice(Math.max(0, offset - longestMessage), offset);
  const match = before.includes('"') ? fieldBefore.exec(before.slice(before.lastIndexOf('\n') + 1)) : null;
  if (match === null) return linesFrom(layout, layout.lineAt(offset));
  layout.noteFar();
  return fieldsFrom(layout.text, offset - match[0].length);
}

function* fieldsFrom(text: string, from: number): Generator<Message> {
  for (const match of text.slice(from, from + mostLines * longestMessage).matchAll(field)) {
    const content = match[1] ?? '';
    const start = from + match.index + match[0].length - 1 - content.length;
    const lead = /^(?:\s|<[^<>]*>)+/.exec(content)?.[0].length ?? 0;
    yield { text: content.replace(tagsAround, ''), start: start + lead, isSaid: true };
  }
}

function* linesFrom(layout: Layout, first: number): Generator<Message> {
  let isBelowHeading = false;
  for (let line = first; line < layout.lines.length && line - first < mostLines; line++) {
    const { start, end } = layout.lineRange(line);
    if (end - start > longestMessage) return;
    const text = layout.text.slice(start, end);
    if (/^[\s>`]*$/.test(text)) continue;
    if (line > first && heading.test(text)) {
      isBelowHeading = true;
      continue;
    }
    const [whole = '', when, who] = said.exec(text) ?? [];
    yield { text: text.slice(whole.length), start: start + whole.length, isSaid: isBelowHeading || when !== undefined || who !== undefined };
    isBelowHeading = false;
  }
}
