import type { Range } from '@submit-guard/core';
import type { RuleId } from '@submit-guard/rules';
import { ruleById } from '@submit-guard/rules';
import type { Rule } from 'eslint';
import type { SourceFile } from './files/source-file.ts';
import { sourceFileOf } from './files/source-file.ts';

/** A change that a person may choose to make. */
export interface Suggestion {
  readonly messageId: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly range: Range;
  readonly text: string;
}

export interface Problem {
  /** UTF-16 offsets in the text of the file. */
  readonly range: Range;
  /** Values for the placeholders of the rule's message. */
  readonly data?: Readonly<Record<string, string>> | undefined;
  readonly suggestions?: readonly Suggestion[];
}

const nothing: Rule.RuleListener = {};

interface Definition<Options> {
  /** Properties of the one options object, as JSON Schema. */
  readonly options?: Readonly<Record<string, object>>;
  readonly defaults: Options;
  /** Messages of the suggestions, by their id. */
  readonly suggestions?: Readonly<Record<string, string>>;
  /** Yields what is wrong in a file. */
  readonly check: (file: SourceFile, options: Options, context: Rule.RuleContext) => Iterable<Problem>;
}

/**
 * Makes an ESLint rule of a catalogue entry. Its id, message, documentation and severity come from the catalogue, so that the
 * editor says what the scanner says.
 */
export function createRule<Options extends object>(id: RuleId, definition: Definition<Options>): Rule.RuleModule {
  const entry = ruleById(id);
  const suggestions = definition.suggestions ?? {};
  return {
    meta: {
      type: 'problem',
      docs: { description: decapitalized(entry.title), url: entry.docsUrl, recommended: true },
      messages: { found: entry.message.replace(/\{(\w+)\}/g, '{{ $1 }}'), ...suggestions },
      schema: definition.options
        ? [{ type: 'object', description: `Options of ${id}.`, properties: definition.options, additionalProperties: false }]
        : [],
      ...(definition.options ? { defaultOptions: [definition.defaults] } : {}),
      ...(Object.keys(suggestions).length > 0 ? { hasSuggestions: true } : {}),
    },
    create(context) {
      const file = sourceFileOf(context);
      if (!file) return nothing;
      const options = { ...definition.defaults, ...(context.options[0] as Partial<Options> | undefined) };
      return {
        [context.sourceCode.ast.type]: () => {
          const seen = new Set<string>();
          for (const problem of definition.check(file, options, context)) {
            const place = `${problem.range.start}:${problem.range.end}`;
            if (seen.has(place)) continue;
            seen.add(place);
            context.report({
              messageId: 'found',
              loc: locationOf(context, problem.range),
              data: { ...entry.placeholders, ...problem.data },
              suggest: (problem.suggestions ?? []).map(({ messageId, data, range, text }) => ({
                messageId,
                data: { ...data },
                fix: (fixer) => fixer.replaceTextRange([range.start, range.end], text),
              })),
            });
          }
        },
      };
    },
  };
}

function locationOf(context: Rule.RuleContext, range: Range): { start: { line: number; column: number }; end: { line: number; column: number } } {
  const { sourceCode } = context;
  return { start: sourceCode.getLocFromIndex(range.start), end: sourceCode.getLocFromIndex(range.end) };
}

function decapitalized(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
