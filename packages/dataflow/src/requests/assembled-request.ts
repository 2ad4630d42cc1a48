import { computedText, concatenate, knownText } from '../folding/text.ts';
import type { CallReading } from './call-reading.ts';
import { nothing } from './call-reading.ts';
import { overriding } from './field-sets.ts';
import type { Address, HttpRequest } from './request.ts';

/** A request out of what its call and, outermost last, the instances behind it say. */
export function requestOf(base: Pick<HttpRequest, 'client' | 'node' | 'frame' | 'kind' | 'instances' | 'protocol'>, readings: readonly CallReading[]): HttpRequest {
  const [call = nothing, ...defaults] = readings;
  let { headers, query } = call;
  let prefix = call.base;
  for (const reading of defaults) {
    headers = overriding(headers, reading.headers);
    query = overriding(query, reading.query);
    prefix ??= reading.base ?? reading.url;
  }
  if (call.headers.node) headers = { ...headers, node: call.headers.node };
  return { ...base, url: joinedUrl(prefix, call.url), headers, query, body: call.body };
}

/** Puts the base in front of a relative URL; the URL as written is the place of the whole. */
export function joinedUrl(base: Address | undefined, url: Address | undefined): Address | undefined {
  if (!base || !url) return url ?? base;
  const values = url.values.flatMap((path) =>
    base.values.map((prefix) => {
      const text = path.kind === 'text' ? path : undefined;
      const start = text?.parts[0]?.kind === 'piece' ? text.parts[0].text : undefined;
      if (start !== undefined && /^[a-z][a-z0-9+.-]*:\/\//i.test(start)) return path;
      const end = prefix.kind === 'text' ? prefix.parts[prefix.parts.length - 1] : undefined;
      const slash = start !== undefined && !start.startsWith('/') && end?.kind === 'piece' && !end.text.endsWith('/');
      return concatenate([prefix, ...(slash ? [computedText('/', url.node)] : []), path]) ?? path;
    }),
  );
  const relative = url.values.every((value) => !/^[a-z][a-z0-9+.-]*:/i.test(knownText(value) ?? 'x:'));
  return { values, node: relative ? base.node : url.node };
}
