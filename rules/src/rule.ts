/** The clauses of the policy: the vendor's "Do not" list and the check lists of its documentation. */
export const clauses = ['repository', 'frontend', 'log', 'test-tool', 'callback', 'callback-authentication', 'credentials'] as const;
export type Clause = (typeof clauses)[number];

/** What a place is. */
export const surfaces = ['repository', 'frontend', 'log', 'screenshot', 'test-tool', 'callback'] as const;
export type Surface = (typeof surfaces)[number];

/** The engines that can check a rule. */
export type Engine = 'scanner' | 'eslint';

/** A text in which the rule must, or must not, find something. */
export interface Example {
  /** What the example shows, in a few words. */
  readonly title: string;
  /** Path the text would have; decides the surface and the language. */
  readonly path: string;
  /** The surface, where the path alone does not say it (text read from a screenshot). */
  readonly surface?: Surface;
  /** Engines that run the example; all engines of the rule by default. */
  readonly engines?: readonly Engine[];
  /** Language of the code block in the docs. */
  readonly language: string;
  /**
   * The text. `«key»` is replaced by a key made at run time and is where the finding must stand; `«key:uuid»` (also
   * `hex`, `base64url`, `jwt`, `prefixed`) sets the alphabet; `«key|base64»` stands for its encoding; `«other»` is another service's
   * credential, which must not be found; `«here:text»` is plain `text` that a finding without a secret must mark.
   */
  readonly code: string;
}

/** One clause of the policy, as data. */
export interface Rule {
  readonly id: string;
  readonly clause: Clause;
  readonly title: string;
  /** One sentence; `{placeholders}` are filled from the match, never with a key. */
  readonly message: string;
  readonly severity: 'error' | 'warning';
  /** Surfaces on which the rule speaks. */
  readonly surfaces: readonly Surface[];
  readonly engines: readonly Engine[];
  /** Page of the vendor's documentation that the clause stands on, by its title. */
  readonly source: string;
  /** Why it matters: Markdown, one or two paragraphs. */
  readonly why: string;
  /** Steps to mend it, in order, one sentence each. */
  readonly remedy: readonly string[];
  /** When not to use the rule: Markdown. */
  readonly whenNotToUse: string;
  readonly docsUrl: string;
  readonly examples: { readonly found: readonly Example[]; readonly notFound: readonly Example[] };
}
