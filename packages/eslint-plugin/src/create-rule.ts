import type { Rule, RuleId } from '@submit-guard/rules';
import { ruleById } from '@submit-guard/rules';
import type { TSESLint } from '@typescript-eslint/utils';
import type { RuleModule } from '@typescript-eslint/utils/eslint-utils';
import { RuleCreator } from '@typescript-eslint/utils/eslint-utils';
import { sourceFileOf } from './files/source-file.ts';

/** What `meta.docs` of our rules holds beside the description and the address of the page. */
export interface RuleDocs {
  readonly recommended: boolean;
  /** No rule needs types; one has an option that uses them. */
  readonly requiresTypeChecking: boolean;
}

// The one entry point of `@typescript-eslint/utils` that is loaded at run time: unlike the package's root it does not load `typescript`.
// `test/startup.test.ts` holds that.
const createDocumentedRule = RuleCreator<RuleDocs>((name) => ruleById(name as RuleId).docsUrl);

type Definition<Options extends readonly unknown[], MessageIds extends string> = Parameters<typeof createDocumentedRule<Options, MessageIds>>[0];

const silent: TSESLint.RuleListener = {};

/**
 * Makes an ESLint rule whose page is that of the catalogue, and which is silent in files that cannot concern Submit. That comes before
 * anything else, even the options: in most files it is all that a rule does, eleven times a file.
 */
export function createRule<Options extends readonly unknown[], MessageIds extends string>(
  definition: Definition<Options, MessageIds>,
): RuleModule<MessageIds, Options, RuleDocs> {
  const rule = createDocumentedRule(definition);
  return { ...rule, create: (context) => (sourceFileOf(context) ? rule.create(context) : silent) };
}

/** What a rule of the catalogue asks for, as ESLint's conventions want a description: no capital, no full stop. */
export function docsOf({ title }: Rule): RuleDocs & { description: string } {
  const description = /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
  return { description, recommended: true, requiresTypeChecking: false };
}

/** The message of a rule of the catalogue, with ESLint's placeholders: the editor says what the scanner says. */
export function messageOf({ message }: Rule): string {
  return message.replace(/\{(\w+)\}/g, '{{ $1 }}');
}
