import type { RuleId } from './generated/catalogue.ts';

/** The clauses of the policy: the vendor's "Do not" list and the check lists of its documentation. */
export const clauses = [
  'repository',
  'frontend',
  'log',
  'test-tool',
  'callback',
  'callback-authentication',
  'credentials',
] as const;
export type Clause = (typeof clauses)[number];

/** What a place is. */
export const surfaces = ['repository', 'frontend', 'log', 'screenshot', 'test-tool', 'callback'] as const;
export type Surface = (typeof surfaces)[number];

/** The engines that can check a rule. */
export const engines = ['scanner', 'eslint'] as const;
export type Engine = (typeof engines)[number];

/** One clause of the policy, as data. */
export interface Rule {
  readonly id: RuleId;
  readonly clause: Clause;
  readonly title: string;
  /** What is wrong and what to do, in one or two sentences. `{placeholders}` are filled from the match. */
  readonly message: string;
  /** For each placeholder of the message, the words that stand there where the engine does not know better. */
  readonly placeholders: Readonly<Record<string, string>>;
  readonly severity: 'error' | 'warning';
  /** Surfaces on which the scanner reports the rule. ESLint reads code, whatever its surface. */
  readonly surfaces: readonly Surface[];
  readonly engines: readonly Engine[];
  /** Page of the vendor's documentation that the clause stands on, by its title. */
  readonly source: string;
  /** What that page asks for, in one sentence. */
  readonly policy: string;
  /** What the rule finds: Markdown. */
  readonly finds: string;
  /** Why it matters: Markdown, one or two paragraphs. */
  readonly why: string;
  /** Steps to mend it, in order, one sentence each. */
  readonly remedy: readonly string[];
  /** When not to use the rule: Markdown. */
  readonly whenNotToUse: string;
  /** What an editor offers where the rule reports something, in one sentence; absent where it offers nothing. */
  readonly suggests?: string;
  /** Options that the rule has in ESLint. */
  readonly options: readonly RuleOption[];
  readonly docsUrl: string;
}

/** An option of a rule in ESLint. The schema of the rule says the same; `.ci/checks/rule-docs.sh` compares them. */
export interface RuleOption {
  readonly name: string;
  readonly type: 'boolean' | 'string[]';
  readonly default: boolean | readonly string[];
  /** What it does, in one sentence. */
  readonly description: string;
}

/** What an option changes. */
export interface OptionExample {
  readonly option: string;
  /** The value with which the rule finds what is marked in the code, and without which it does not find the same. */
  readonly value: boolean | readonly string[];
  readonly path: string;
  readonly language: string;
  readonly code: string;
  /** Whether it takes the types of other files, so that the code alone shows nothing. */
  readonly typed?: boolean;
}

/** A text in which the rule must, or must not, find something. */
export interface Example {
  /** What the example shows, in a few words. */
  readonly title: string;
  /** Path the text would have; decides the surface and the language. */
  readonly path: string;
  /** The surface, where the path alone does not say it (text read from a screenshot). */
  readonly surface?: Surface;
  /** Engines that run the example. */
  readonly engines: readonly Engine[];
  /** Language of the code block in the docs. */
  readonly language: string;
  /** Settings without which the example would not be one. */
  readonly settings?: ExampleSettings;
  /**
   * The text, with markers in place of credentials (see `markers.ts`). In a found example, every `«key»` and every
   * `«here:text»` is one finding of the rule, and there are no others. In the others, no engine finds anything at all.
   */
  readonly code: string;
}

/** Settings that an example needs, by the names they have in configurations. */
export interface ExampleSettings {
  readonly gateways?: readonly string[];
  readonly stagingHosts?: readonly string[];
}

/** The examples of one rule. */
export interface RuleExamples {
  readonly ruleId: RuleId;
  readonly found: readonly Example[];
  readonly notFound: readonly Example[];
  /** For each option one example. */
  readonly options: readonly OptionExample[];
}
