import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { randomValues } from './random-values.ts';
import type { RandomValues } from './random-values.ts';
import { material } from './work.ts';
import type { Material } from './work.ts';

/** Each has one `Authorization`. */
const fullEntries = 1_000_000;
const entriesPerKey = 5000;

const services = ['github', 'stripe', 'mailer', 'search', 'maps', 'billing', 'crm', 'storage'] as const;

type Entry = (random: RandomValues, time: string) => string;

/** What gateways, clients and servers write of other services' requests, and of Submit's with the key masked. */
const entries: readonly [Entry, ...Entry[]] = [
  (random, time) => `${time} INFO gateway POST https://api.${random.pick(services)}.example/v1/orders 201 authorization="Bearer ${random.hex(40)}" request=${random.uuid()}\n`,
  (random, time) => `${JSON.stringify({ time, level: 'info', msg: 'outgoing request', host: `api.${random.pick(services)}.example`, headers: { authorization: `Bearer ${random.base64url(43)}` }, id: random.uuid() })}\n`,
  (random, time) => `${time} > POST /v2/items HTTP/1.1\n> Host: api.${random.pick(services)}.example\n> Authorization: Bearer ${random.base64url(64)}\n> X-Request-Id: ${random.uuid()}\n\n`,
  (random, time) => `${time} > POST /api/jobs HTTP/1.1\n> Host: submit.atomyx.io\n> Authorization: Bearer ****************\n> X-Request-Id: ${random.uuid()}\n\n`,
  (random, time) => `${time} DEBUG atomyx-submit job ${random.uuid()} created, Authorization: Bearer [REDACTED]\n`,
  (random, time) => `${time} WARN api.${random.pick(services)}.example refused Authorization: Basic ${random.base64url(32)} for ${random.uuid()}\n`,
];

const leak: Entry = (random, time) => `${time} > POST /api/jobs HTTP/1.1\n> Host: submit.atomyx.io\n> Authorization: Bearer ${random.hex(40)}\n> X-Request-Id: ${random.uuid()}\n\n`;

/**
 * One log with an `Authorization` in every entry; hardly any is Submit's.
 *
 * @param share - of the full size.
 */
export function denseLogs(folder: string, name: string, share: number): Material {
  const count = Math.round(fullEntries * share);
  return material({
    target: join(folder, name),
    from: `${count} entries, version 1`,
    make: (target) => {
      mkdirSync(target, { recursive: true });
      const random = randomValues('dense logs');
      const file = openSync(join(target, 'gateway.log'), 'w');
      let planted = 0;
      let text = '';
      for (let index = 1; index <= count; index += 1) {
        const leaks = index % entriesPerKey === 0;
        if (leaks) planted += 1;
        const time = new Date(Date.UTC(2026, 0, 1) + index * 37).toISOString();
        text += leaks ? leak(random, time) : random.pick(entries)(random, time);
        if (text.length > 1_000_000 || index === count) {
          writeSync(file, text);
          text = '';
        }
      }
      closeSync(file);
      return { planted };
    },
  });
}
