import { containersOf } from '../candidates/containers.ts';
import { codesOf, letters, space, tab, wordChars } from '../characters/codes.ts';
import type { Range } from '../evidence/evidence.ts';
import type { Layout } from '../layouts/layout.ts';
import type { Match } from '../match.ts';
import { wordsOf } from '../names/name-words.ts';
import { submitCallback } from './callback-words.ts';

/** Whether a text says that it describes what Submit sends back. */
export function describesSubmitCallback(text: string): boolean {
  return submitCallback.test(text);
}

const submit = /atomyx|\bsubmit\b/i;
/** What opens the schema of a property, behind its name: a colon is rarer than a letter. */
const opening = /:[ \t]*(?:\{|\r?\n)/g;
/** Names of sections of OpenAPI documents that describe what is sent back. */
const contracts = /callbacks|webhooks/;
const inName = codesOf(`${wordChars}-`);
const beginsName = codesOf(`${letters}_`);
const deepestSchema = 24;

/**
 * Properties of a callback payload schema that are meant to hold a key: in OpenAPI `callbacks` and `webhooks`, and in
 * JSON Schemas that describe a Submit callback.
 */
export function* callbackFields(layout: Layout): Generator<Match> {
  const { text } = layout;
  if (!text.includes('properties') || !/["']?properties["']?\s*:/.test(text) || !submit.test(text)) return;
  const describesCallback = describesSubmitCallback(text);
  if (!describesCallback && !contracts.test(text)) return;
  for (const { index } of text.matchAll(opening)) {
    const range = nameBefore(text, index);
    if (range === undefined || !holdsKeyAsField(text.slice(range.start, range.end))) continue;
    const { start, end } = range;
    const containers = containersOf(layout, start, deepestSchema);
    if (!/(?:^|\s)properties$/.test(containers[containers.length - 1] ?? '')) continue;
    const contract = containers.find((container) => /(?:^|\s)(?:callbacks|webhooks)$/.test(container));
    if (contract === undefined && !describesCallback) continue;
    const name = text.slice(start, end);
    yield { aspect: 'callback-field', start, end, evidence: [{ kind: 'name', start, end, detail: name }], via: [], data: { field: `"${name}"` } };
  }
}

/** The name in front of a colon, in quotes or not: letters, digits, hyphens, a letter first. */
function nameBefore(text: string, colon: number): Range | undefined {
  let end = colon;
  while (text.charCodeAt(end - 1) === space || text.charCodeAt(end - 1) === tab) end--;
  const quote = /["']/.exec(text.charAt(end - 1))?.[0] ?? '';
  end -= quote.length;
  let start = end;
  while (inName[text.charCodeAt(start - 1)] === 1) start--;
  return start < end && beginsName[text.charCodeAt(start)] === 1 && text.startsWith(quote, start - quote.length) ? { start, end } : undefined;
}

/** Whether a property of this name is meant to hold a key: `apiKey`, `submit_key`, `bearer`, `authorization`. */
export function holdsKeyAsField(name: string): boolean {
  const words = wordsOf(name);
  const text = words.join(' ');
  if (/\b(?:id|public|idempotency|sort|name|hash|fingerprint|url|type)\b/.test(text)) return false;
  return /\b(?:api|submit|atomyx) keys?\b|\b(?:submit|atomyx|bearer) tokens?\b/.test(text) || text === 'bearer' || text === 'authorization';
}
