export type { Clause, Engine, Example, Rule, Surface } from './rule.ts';
export { clauses, surfaces } from './rule.ts';
