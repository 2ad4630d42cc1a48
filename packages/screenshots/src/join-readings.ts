import type { Page, Reading } from './reading.ts';

/** Puts together what the parts of one document came to, each read by itself. What was read before a part failed counts. */
export function joined(readings: readonly Reading[]): Reading {
  const [first = { kind: 'unread', reason: 'nothing was read' }, ...others] = readings;
  if (others.length === 0) return first;
  const pages: Page[] = [];
  const texts: string[] = [];
  const unread: string[] = [];
  let omission: string | undefined;
  for (const reading of readings) {
    if (reading.kind === 'unread') unread.push(reading.reason);
    else texts.push(...reading.texts);
    if (reading.kind !== 'read') continue;
    pages.push(...reading.pages);
    omission ??= reading.omission;
    if (reading.unread !== undefined) unread.push(reading.unread);
  }
  return { kind: 'read', pages, texts, ...(omission !== undefined && { omission }), ...(unread.length > 0 && { unread: unread.join('; ') }) };
}
