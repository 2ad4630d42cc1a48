import type { Match } from '@submit-guard/core';
import { classifyName } from '@submit-guard/core';
import { cutText, knownText } from '../folding/text.ts';
import type { Value } from '../folding/value.ts';
import type { Hosts } from '../requests/destination.ts';
import { destinationOf } from '../requests/destination.ts';
import { keyMatch } from './key-match.ts';
import type { NameContext } from './key-names.ts';
import { namesSubmitKey } from './key-names.ts';

const parameter = /[?&]([\w.~-]{3,60})=([^&#\s"'`<>]{8,})/g;

/** Literal keys in the query string of a URL: the parameter says so, or any key parameter of a Submit URL. */
export function queryKeys(value: Value, names: NameContext, hosts: Hosts): readonly Match[] {
  if (value.kind !== 'text') return [];
  const text = knownText(value);
  if (!text?.includes('?')) return [];
  return [...text.matchAll(parameter)].flatMap((match) => {
    const [, name = '', key = ''] = match;
    const start = match.index + match[0].length - key.length;
    const toSubmit = destinationOf(value, hosts).kind === 'submit' && classifyName(name) === 'generic-key';
    if (!toSubmit && !namesSubmitKey([name], names)) return [];
    const parts = cutText(value, start, start + key.length)?.parts ?? [];
    const [first] = parts;
    const place = first?.kind === 'piece' ? { start: first.place.start, end: first.place.end } : { start: 0, end: 0 };
    return keyMatch(parts, [{ kind: 'name', ...place, detail: name }], 'job-field') ?? [];
  });
}
