import type { ConfigName } from './configs.ts';
import { configsOf } from './configs.ts';
import { dotenv } from './languages/dotenv.ts';
import type { PluginOf, SharedConfig, SharedLanguage, SharedRule } from './published-types.ts';
import type { RuleName } from './rules/index.ts';
import { rules as ownRules } from './rules/index.ts';

export type { ConfigName, RuleName };
export type { RuleOptions } from './rules/index.ts';
export type { SubmitGuardSettings } from './settings.ts';

/** The rules by their ids. */
export const rules = ownRules as unknown as Record<RuleName, SharedRule>;

const plugin: PluginOf<RuleName> = {
  meta: { name: 'eslint-plugin-submit-guard', version: '0.1.0', namespace: 'submit-guard' },
  rules,
  languages: { dotenv: dotenv as unknown as SharedLanguage },
};

/** Configurations to extend: `recommended`, `strict`, `type-checked`, and one for each language. */
export const configs: Readonly<Record<ConfigName, SharedConfig<RuleName>>> = configsOf(plugin);

/** The plugin with its configurations, as `eslint.config.js` imports it. */
const submitGuard = Object.assign(plugin, { configs });

export default submitGuard;
