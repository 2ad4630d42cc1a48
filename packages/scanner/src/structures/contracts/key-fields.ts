import { holdsKeyAsField } from '@submit-guard/core';
import type { Node } from '../documents/node.ts';
import { itemsOf, wordsAt } from '../documents/node.ts';

export { holdsKeyAsField };

/** A description that calls the field the key of Submit: `The Submit API key of the customer`. */
const describesKey = /\b(?:atomyx|submit)(?:['’]s)?\b[^.\n]{0,40}\bapi[ -]?keys?\b|\bapi[ -]?keys?\b[^.\n]{0,20}\b(?:for|of|to)\b[^.\n]{0,20}\b(?:atomyx|submit)\b/i;
/** A description that speaks of the key and says that the field is something else. */
const describesOther = /\b(?:not|never|no|without|instead|unlike|hash|digest|fingerprint|masked|redacted|last|id|identifier|name|label|whether|number|count|date|when|time|status|type|url)\b/i;

/**
 * What says that a property is meant to hold a key, in words; `undefined` where nothing does.
 *
 * @param schema - of the property.
 */
export function saysKey(name: string, schema: Node | undefined): string | undefined {
  // A flag or a number is no key, and what has properties of its own is looked at by these.
  const type = wordsAt(schema, 'type');
  if (/^(?:boolean|integer|number)$/.test(type)) return undefined;
  if (holdsKeyAsField(name)) return name;
  if (type !== '' && type !== 'string') return undefined;
  const format = wordsAt(schema, 'format');
  if (holdsKeyAsField(format)) return `${name}, of the format ${format}`;
  const description = `${wordsAt(schema, 'title')}. ${wordsAt(schema, 'description')}`;
  if (describesKey.test(description) && !describesOther.test(describesKey.exec(description)?.[0] ?? '') && !/\b(?:not|never|hash|fingerprint|masked|last)\b/i.test(description)) return `${name}, by its description`;
  const examples = [wordsAt(schema, 'example'), wordsAt(schema, 'default'), wordsAt(schema, 'const'), ...itemsOf(schema, 'examples').map((example) => wordsAt(example))];
  return examples.some((example) => /^Bearer\s+\S|^<?YOUR_API_KEY>?$/i.test(example)) ? `${name}, by its example` : undefined;
}
