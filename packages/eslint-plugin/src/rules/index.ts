import { noHardcodedKey } from './no-hardcoded-key.ts';
import type { Options as EnvironmentOptions } from './no-key-across-environments.ts';
import { noKeyAcrossEnvironments } from './no-key-across-environments.ts';
import { noKeyAsCallbackSecret } from './no-key-as-callback-secret.ts';
import type { Options as PayloadOptions } from './no-key-in-callback-payload.ts';
import { noKeyInCallbackPayload } from './no-key-in-callback-payload.ts';
import type { Options as FrontendOptions } from './no-key-in-frontend.ts';
import { noKeyInFrontend } from './no-key-in-frontend.ts';
import { noKeyInJobFields } from './no-key-in-job-fields.ts';
import { noKeyInLogs } from './no-key-in-logs.ts';
import { noKeyInTestTools } from './no-key-in-test-tools.ts';
import { requireBearerScheme } from './require-bearer-scheme.ts';
import { requireCallbackSignature } from './require-callback-signature.ts';
import { requireSubmitOrigin } from './require-submit-origin.ts';

/** Every rule by its id, which is that of the catalogue. */
export const rules = {
  'no-hardcoded-key': noHardcodedKey,
  'no-key-in-frontend': noKeyInFrontend,
  'no-key-in-logs': noKeyInLogs,
  'no-key-in-test-tools': noKeyInTestTools,
  'no-key-in-callback-payload': noKeyInCallbackPayload,
  'no-key-in-job-fields': noKeyInJobFields,
  'no-key-as-callback-secret': noKeyAsCallbackSecret,
  'require-callback-signature': requireCallbackSignature,
  'require-bearer-scheme': requireBearerScheme,
  'require-submit-origin': requireSubmitOrigin,
  'no-key-across-environments': noKeyAcrossEnvironments,
} as const;

/** The id of a rule, without the namespace. */
export type RuleName = keyof typeof rules;

/** Options of the rules that have any, by the name under which a configuration enables them. */
export interface RuleOptions {
  readonly 'submit-guard/no-key-in-frontend': readonly [Partial<FrontendOptions>?];
  readonly 'submit-guard/no-key-in-callback-payload': readonly [Partial<PayloadOptions>?];
  readonly 'submit-guard/no-key-across-environments': readonly [Partial<EnvironmentOptions>?];
}
