import type { RuleId } from './generated/catalogue.ts';
import { examples } from './generated/examples.ts';
import type { RuleExamples } from './rule.ts';

export { examples } from './generated/examples.ts';
export type { Example, ExampleSettings, OptionExample, RuleExamples } from './rule.ts';

/** The examples of a rule. Apart from the rules themselves, so that a command line starts without them. */
export function examplesOf(id: RuleId): RuleExamples {
  return examples.find(({ ruleId }) => ruleId === id) ?? { ruleId: id, found: [], notFound: [], options: [] };
}
