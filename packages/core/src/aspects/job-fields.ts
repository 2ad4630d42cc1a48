import { containersOf } from '../candidates/containers.ts';
import type { Range } from '../evidence/evidence.ts';
import type { Layout } from '../layouts/layout.ts';

/** Fields of a job that others can read: shown to the end user, or parts of public URLs ([Creating jobs]). */
const publicField = /(?:^|[^A-Za-z])(metadata|return_?url|callback_?url|artwork)(?:$|[^A-Za-z])/i;
const queryParameter = /https?:\/\/[^\s"'`<>]*[?&][\w.[\]-]*=(?:Bearer(?:\s|%20|\+))?$/i;
/** Also where the object stands in a string, with its quotes escaped. */
const metadataObject = /\bmetadata\\*["'`]?\s*(?:[:=]|=>)\s*\{[^{}]{0,300}$/i;
const fieldOfUrl = /["'`]?\b(return_?url|callback_?url|artwork)["'`]?\s*(?:[:=]|=>|,)\s*["'`]?https?:\/\/[^\s"'`]*$/i;

/**
 * The job field or the query string that a value stands in, in words, or `undefined` where it stands elsewhere.
 *
 * @param value - range of the value in the text of the layout.
 */
export function jobFieldOf(layout: Layout, value: Range): string | undefined {
  const before = layout.text.slice(Math.max(0, value.start - 400), value.start);
  const url = fieldOfUrl.exec(before);
  if (url?.[1] !== undefined) return `the ${url[1]} of a job`;
  if (queryParameter.test(before)) return 'the query string of a URL';
  if (metadataObject.test(before) && isJob(layout, value)) return 'the metadata of a job';
  for (const name of containersOf(layout, value.start)) {
    const field = publicField.exec(name)?.[1];
    if (field !== undefined && /^metadata$/i.test(field) ? isJob(layout, value) : field !== undefined) return `the ${field ?? ''} of a job`;
  }
  return undefined;
}

/** `metadata` is a common word (Kubernetes has it too): it is a job's where `externalId` stands near. */
function isJob(layout: Layout, value: Range): boolean {
  return /external_?id/i.test(layout.text.slice(Math.max(0, value.start - 2000), value.end + 2000));
}
