import type { CatalogueEntry } from './read-catalogue.ts';

const notice =
  '// Generated from rules/catalogue/*.yaml by `pnpm --filter @submit-guard/rules run generate`. Do not edit.\n';

/** Text of `generated/catalogue.ts`: the rules without their examples. */
export function catalogueModule(entries: readonly CatalogueEntry[]): string {
  const ids = entries.map(({ rule }) => rule.id);
  const rules = entries.map(({ rule }) => rule);
  return `${notice}import type { Rule } from '../rule.ts';

export const ruleIds = ${JSON.stringify(ids, undefined, 2)} as const;

export type RuleId = (typeof ruleIds)[number];

export const rules: readonly Rule[] = ${JSON.stringify(rules, undefined, 2)};
`;
}

/** Text of `generated/examples.ts`. */
export function examplesModule(entries: readonly CatalogueEntry[]): string {
  return `${notice}import type { RuleExamples } from '../rule.ts';

export const examples: readonly RuleExamples[] = ${JSON.stringify(
    entries.map((entry) => entry.examples),
    undefined,
    2,
  )};
`;
}
