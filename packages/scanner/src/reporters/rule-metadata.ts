import type { Rule } from '@submit-guard/rules';
import { ruleById, rules } from '@submit-guard/rules';

/** The rules that a scan can report, in the order of the catalogue. */
export const scannerRules: readonly Rule[] = rules.filter((rule) => rule.engines.includes('scanner'));

/** What a rule asks for, in one line without a full stop; its id where the catalogue does not know it. */
export const titleOf = (id: string): string => ruleById(id)?.title ?? id;
