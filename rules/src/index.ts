import type { RuleId } from './generated/catalogue.ts';
import { rules } from './generated/catalogue.ts';
import type { Rule } from './rule.ts';

export type { RuleId } from './generated/catalogue.ts';
export { ruleIds, rules } from './generated/catalogue.ts';
export type { Clause, Engine, Example, ExampleSettings, Rule, RuleExamples, Surface } from './rule.ts';
export { clauses, engines, surfaces } from './rule.ts';

const byId = new Map<string, Rule>(rules.map((rule) => [rule.id, rule]));

/** The rule of that name: always there for a {@link RuleId}, `undefined` for a name that no rule has. */
export function ruleById(id: RuleId): Rule;
export function ruleById(id: string): Rule | undefined;
export function ruleById(id: string): Rule | undefined {
  return byId.get(id);
}
