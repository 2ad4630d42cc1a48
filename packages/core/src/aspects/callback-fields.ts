import { containersOf } from '../candidates/containers.ts';
import type { Layout } from '../layouts/layout.ts';
import type { Match } from '../match.ts';
import { wordsOf } from '../names/name-words.ts';
import { submitCallback } from './callback-words.ts';

/** Whether a text says that it describes what Submit sends back. */
export function describesSubmitCallback(text: string): boolean {
  return submitCallback.test(text);
}

const submit = /atomyx|\bsubmit\b/i;
/** Begins at the beginning of a name: long runs of letters are looked at once. */
const property = /(["']?)(?<![\w-])([A-Za-z_][\w-]*)\1[ \t]*:[ \t]*(?:\{|\r?\n)/g;
const deepestSchema = 24;

/**
 * Properties of a callback payload schema that are meant to hold a key: in OpenAPI `callbacks` and `webhooks`, and in
 * JSON Schemas that describe a Submit callback.
 */
export function* callbackFields(layout: Layout): Generator<Match> {
  const { text } = layout;
  if (!text.includes('properties') || !/["']?properties["']?\s*:/.test(text) || !submit.test(text)) return;
  const describesCallback = describesSubmitCallback(text);
  for (const match of text.matchAll(property)) {
    const name = match[2] ?? '';
    if (!holdsKeyAsField(name)) continue;
    const start = match.index + (match[1] ?? '').length;
    const containers = containersOf(layout, start, deepestSchema);
    if (!/(?:^|\s)properties$/.test(containers[containers.length - 1] ?? '')) continue;
    const contract = containers.find((container) => /(?:^|\s)(?:callbacks|webhooks)$/.test(container));
    if (contract === undefined && !describesCallback) continue;
    const range = { start, end: start + name.length };
    yield { aspect: 'callback-field', ...range, evidence: [{ kind: 'name', ...range, detail: name }], via: [], data: { field: `"${name}"` } };
  }
}

/** Whether a property of this name is meant to hold a key: `apiKey`, `submit_key`, `bearer`, `authorization`. */
export function holdsKeyAsField(name: string): boolean {
  const words = wordsOf(name);
  const text = words.join(' ');
  if (/\b(?:id|public|idempotency|sort|name|hash|fingerprint|url|type)\b/.test(text)) return false;
  return /\b(?:api|submit|atomyx) keys?\b|\b(?:submit|atomyx|bearer) tokens?\b/.test(text) || text === 'bearer' || text === 'authorization';
}
