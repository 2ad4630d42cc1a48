import type { Rule } from 'eslint';
import { noHardcodedKey } from './no-hardcoded-key.ts';
import { noKeyAcrossEnvironments } from './no-key-across-environments.ts';
import { noKeyAsCallbackSecret } from './no-key-as-callback-secret.ts';
import { noKeyInCallbackPayload } from './no-key-in-callback-payload.ts';
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
} as const satisfies Readonly<Record<string, Rule.RuleModule>>;
