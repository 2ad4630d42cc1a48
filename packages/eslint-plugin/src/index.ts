import type { ESLint } from 'eslint';
import { configsOf } from './configs.ts';
import { dotenv } from './languages/dotenv.ts';
import { rules } from './rules/index.ts';

export type { SubmitGuardSettings } from './settings.ts';

const plugin = {
  meta: { name: 'eslint-plugin-submit-guard', version: '0.1.0', namespace: 'submit-guard' },
  rules,
  languages: { dotenv },
} satisfies ESLint.Plugin;

/** Configurations to extend: `recommended`, `strict`, `type-checked`, and one for each language. */
export const configs = configsOf(plugin);

export { rules };

/** The plugin with its configurations, as `eslint.config.js` imports it. */
const submitGuard = Object.assign(plugin, { configs });

export default submitGuard;
