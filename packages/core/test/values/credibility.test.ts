import { expect, it } from 'vitest';
import { credibilityOf } from '../../src/values/credibility.ts';

it.each(['=57||43===e||47===e||45===e||95===e', 'e>=65&&e<=90', '%24%7BapiKey%7D%60%20%7D%20%7D', '%7B%7Bapi_key_4f%7D%7D'])('a piece of code or an encoded template is no key: %s', (value) => {
  expect(credibilityOf(value)).toBe('none');
});
