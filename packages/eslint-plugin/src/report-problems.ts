import type { Range } from '@submit-guard/core';
import type { Rule } from '@submit-guard/rules';
import type { TSESLint } from '@typescript-eslint/utils';
import type { SourceFile } from './files/source-file.ts';
import { sourceFileOf } from './files/source-file.ts';

/** A change that a person may choose to make. */
export interface Suggestion<MessageId extends string> {
  readonly messageId: MessageId;
  readonly data?: Readonly<Record<string, string>>;
  readonly range: Range;
  readonly text: string;
}

/** Something that a rule objects to: what ESLint calls a report descriptor, with a range of the text in place of a node. */
export interface Problem<MessageId extends string> {
  readonly messageId: MessageId;
  /** UTF-16 offsets in the text of the file. */
  readonly range: Range;
  /** Values for placeholders of the message; the catalogue has words for those that are missing. */
  readonly data?: Readonly<Record<string, string>> | undefined;
  readonly suggest?: readonly Suggestion<MessageId>[];
}

/**
 * Listeners that report what is wrong in a file, one report for one place.
 *
 * @param problemsIn yields what is wrong in any order, and a place more than once if that is easier.
 */
export function reportProblems<MessageId extends string>(
  context: Readonly<TSESLint.RuleContext<MessageId, readonly unknown[]>>,
  { placeholders }: Rule,
  problemsIn: (file: SourceFile) => Iterable<Problem<MessageId>>,
): TSESLint.RuleListener {
  const file = sourceFileOf(context);
  if (!file) return {};
  const { sourceCode } = context;
  const report = ({ messageId, range, data, suggest = [] }: Problem<MessageId>): void => {
    context.report({
      messageId,
      loc: { start: sourceCode.getLocFromIndex(range.start), end: sourceCode.getLocFromIndex(range.end) },
      data: { ...placeholders, ...data },
      suggest: suggest.map((suggestion) => ({
        messageId: suggestion.messageId,
        data: { ...suggestion.data },
        fix: (fixer) => fixer.replaceTextRange([suggestion.range.start, suggestion.range.end], suggestion.text),
      })),
    });
  };
  return {
    [sourceCode.ast.type]: () => {
      const seen = new Set<string>();
      for (const problem of problemsIn(file)) {
        const place = `${problem.range.start}:${problem.range.end}`;
        if (!seen.has(place)) report(problem);
        seen.add(place);
      }
    },
  };
}
