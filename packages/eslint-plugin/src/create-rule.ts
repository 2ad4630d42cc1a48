import type { Rule, RuleId } from '@submit-guard/rules';
import { ruleById } from '@submit-guard/rules';
import { RuleCreator } from '@typescript-eslint/utils/eslint-utils';

/** What `meta.docs` of our rules holds beside the description and the address of the page. */
export interface RuleDocs {
  readonly recommended: boolean;
  /** No rule needs types; one has an option that uses them. */
  readonly requiresTypeChecking: boolean;
}

/**
 * Makes an ESLint rule whose page is that of the catalogue.
 *
 * `@typescript-eslint/utils/eslint-utils` is the one entry point of that package that is loaded at run time: unlike the package's root
 * it does not load `typescript`. `test/startup.test.ts` holds that.
 */
export const createRule = RuleCreator<RuleDocs>((name) => ruleById(name as RuleId).docsUrl);

/** What a rule of the catalogue asks for, as ESLint's conventions want a description: no capital, no full stop. */
export function docsOf({ title }: Rule): RuleDocs & { description: string } {
  const description = /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
  return { description, recommended: true, requiresTypeChecking: false };
}

/** The message of a rule of the catalogue, with ESLint's placeholders: the editor says what the scanner says. */
export function messageOf({ message }: Rule): string {
  return message.replace(/\{(\w+)\}/g, '{{ $1 }}');
}
