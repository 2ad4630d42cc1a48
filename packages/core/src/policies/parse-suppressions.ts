import { lineStartsOf } from '../fragments/line-index.ts';
import { commentStartsOf, untilCloser } from './comments.ts';
import { parseDirective } from './parse-directive.ts';
import { suppressionMarker } from './suppression.ts';
import type { Suppression } from './suppression.ts';

export interface SuppressionOptions {
  /** Path of the text; tells prose, in which only its own comments are surely comments. */
  readonly path?: string;
  /** Ids of the rules there are; a suppression that names another one is faulty. */
  readonly ruleIds?: readonly string[];
  /** Line of the first character of the text, where it is a part of a document. Default 1. */
  readonly firstLine?: number;
}

/** A directive is one short line; what follows on a minified line is none of its business. UTF-16 units. */
const longestDirective = 1000;

/** A run of comments is passed over for so many lines, not more. */
const longestRun = 20;

const prose = /\.(?:md|markdown|mdown|mdx|rst|adoc|asciidoc|txt|text|org|tex|textile|wiki)$/i;

/** Comments of the prose formats themselves. */
const proseOpeners: ReadonlySet<string> = new Set(['<!--', '..', '%']);

const onlyComment = /^\s*(?:<!--|--|\/\/|\/\*|\*|\{#|\{\{!|\(\*|\{-|@\*|#|;|%|'|!|::|@?rem\b|dnl\b|\.\.\s)/i;

/**
 * Reads the suppression comments of a text, in the comment syntax of any language. A text that only speaks of the
 * directive, not at the start of a comment, holds none.
 *
 * @returns suppressions in the order of the text, faulty ones with their `problem`.
 */
export function parseSuppressions(text: string, options: SuppressionOptions = {}): readonly Suppression[] {
  let at = text.indexOf(suppressionMarker);
  if (at === -1) return [];
  const { path = '', ruleIds, firstLine = 1 } = options;
  const starts = lineStartsOf(text);
  const lineAt = (index: number): string => text.slice(starts[index], starts[index + 1] ?? text.length).replace(/[\r\n]+$/, '');
  const suppressions: Suppression[] = [];
  for (let index = 0; index < starts.length && at !== -1; index++) {
    const end = starts[index + 1] ?? text.length;
    if (at >= end) continue;
    const line = lineAt(index);
    for (const start of commentStartsOf(line, suppressionMarker)) {
      const content = untilCloser(start.opener, line.slice(start.content, start.content + longestDirective));
      const directive = parseDirective(content, ruleIds);
      if (directive === undefined) continue;
      const { nextLine, ...said } = directive;
      suppressions.push({
        ...said,
        line: firstLine + index,
        column: start.content + 1,
        lines: nextLine ? linesBelow(index, starts.length, lineAt).map((below) => firstLine + below) : [firstLine + index],
        deliberate: start.first && (!prose.test(path) || proseOpeners.has(start.opener)),
      });
    }
    at = text.indexOf(suppressionMarker, end);
  }
  return suppressions;
}

/** The next line and, while they are nothing but comments, those below it. Indexes from 0. */
function linesBelow(index: number, count: number, lineAt: (index: number) => string): number[] {
  const lines: number[] = [];
  for (let below = index + 1; below < count && lines.length < longestRun; below++) {
    lines.push(below);
    if (!onlyComment.test(lineAt(below).slice(0, longestDirective))) break;
  }
  return lines;
}
