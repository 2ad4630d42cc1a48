import type { SurfaceEntry } from './surface-entry.ts';
import { allOf, anyOf } from './surface-entry.ts';
import { describesApi } from './test-tools.ts';

const payload = 'payload,event,body,example,sample,fixture,request,response,schema';

/** Example payloads and fixtures of callbacks, by their names. */
export const callbackNames: readonly SurfaceEntry[] = [
  {
    surface: 'callback',
    what: 'payloads of callbacks and their schemas',
    globs: [
      `*{callback,webhook}*{${payload}}*.{json,jsonc,json5}`,
      `*{${payload}}*{callback,webhook}*.{json,jsonc,json5}`,
      'asyncapi*.{json,yaml,yml}',
    ],
  },
  {
    surface: 'callback',
    what: 'fixtures and examples of callbacks',
    globs: [
      '**/{,__}{fixture,mock,stub}{,s,s__}/**/*{callback,webhook}*.{json,yaml,yml}',
      '**/{example,sample,payload}{,s}/**/*{callback,webhook}*.{json,yaml,yml}',
      '**/test{data,-data,_data}/**/*{callback,webhook}*.{json,yaml,yml}',
    ],
  },
];

const documents = ['*.{json,jsonc,json5,yaml,yml}'];

/** Contracts of callbacks under other names, by what is in them. */
export const callbackSigns: readonly SurfaceEntry[] = [
  {
    surface: 'callback',
    what: 'a payload in a file that is called a callback',
    globs: ['*{callback,webhook}*.{json,jsonc,json5}'],
    sign: anyOf(/"(?:event|eventType|externalId|delivery|deliveryId|status|jobId|payload)"\s*:/),
  },
  {
    surface: 'callback',
    what: 'OpenAPI with callbacks or webhooks',
    globs: documents,
    sign: (head) => describesApi(head) && /["']?\b(?:callbacks|webhooks)["']?\s*:/.test(head),
  },
  {
    surface: 'callback',
    what: 'AsyncAPI',
    globs: documents,
    sign: anyOf(/^["']?asyncapi["']?\s*:/m, /\{\s*"asyncapi"\s*:/),
  },
  {
    surface: 'callback',
    what: 'a JSON Schema of a callback',
    globs: documents,
    sign: allOf(/["']?\$schema["']?\s*:/, /["']?(?:title|\$id)["']?\s*:[^\n]{0,200}(?:callback|webhook)/i),
  },
  {
    surface: 'callback',
    what: 'messages of Pact',
    globs: documents,
    sign: allOf(/"pactSpecification(?:Version)?"\s*:/, /"messages"\s*:\s*\[/),
  },
];
