/**
 * The plugin as its users see it. ESLint's own types are not used here: those of 9.38 and 10 do not fit each other, and those of 9.38 do
 * not fit their own `defineConfig`, as the two come with different versions of `@eslint/core`. `test/types.test.ts` holds these against both.
 */

/** A rule, as far as others than ESLint have to do with it. */
export interface SharedRule {
  readonly meta: {
    readonly type: 'problem';
    readonly docs: { readonly description: string; readonly url: string; readonly recommended: boolean };
    readonly messages: Record<string, string>;
    readonly schema: object[];
    readonly hasSuggestions?: boolean;
  };
  /** For ESLint, whose context is another type in every version. */
  create(context: never): Record<string, () => void>;
}

/** The plugin without its configurations, as these hold it. */
export interface PluginOf<RuleName extends string> {
  readonly meta: { readonly name: 'eslint-plugin-submit-guard'; readonly version: string; readonly namespace: 'submit-guard' };
  readonly rules: Record<RuleName, SharedRule>;
  readonly languages: { readonly dotenv: SharedLanguage };
}

/** The language of environment files, as far as others than ESLint have to do with it. */
export interface SharedLanguage {
  readonly fileType: 'text';
  readonly lineStart: 1;
  readonly columnStart: 1;
  readonly nodeTypeKey: string;
  validateLanguageOptions(options: never): void;
  parse(file: never, context: never): never;
  createSourceCode(file: never, input: never, context: never): never;
}

/** A configuration object of `eslint.config.js`. */
export interface SharedConfig<RuleName extends string> {
  readonly name: string;
  files: string[];
  plugins: { 'submit-guard': PluginOf<RuleName> };
  language?: string;
  rules: Record<string, Severity | [Severity, object]>;
}

type Severity = 'error' | 'warn';
