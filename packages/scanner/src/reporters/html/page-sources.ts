import type { PlaceNote, Report } from '@submit-guard/core';
import { printable } from '@submit-guard/core';
import type { Listing, PageSource } from '@submit-guard/report';
import { tallied } from '../amounts.ts';
import { coverageInWords, placesRead } from '../finding-words.ts';

/** Places that are named one by one; the others are counted. */
const mostUnread = 2000;
const mostSkipped = 50;

function unreadOf(places: readonly PlaceNote[]): PageSource['unread'] {
  return { count: places.length, shown: places.slice(0, mostUnread).map(({ path, reason }) => ({ path: printable(path), reason: printable(reason) })) };
}

function skippedOf(places: readonly PlaceNote[]): PageSource['skipped'] {
  const byReason = new Map<string, string[]>();
  for (const { path, reason } of places) {
    const paths = byReason.get(reason) ?? [];
    if (paths.length < mostSkipped) paths.push(printable(path));
    byReason.set(reason, paths);
  }
  return tallied(places.map(({ reason }) => reason)).map(([reason, count]): Listing<string> & { reason: string } => ({ reason: printable(reason), count, shown: byReason.get(reason) ?? [] }));
}

/** What a page says of one source besides its findings. */
export function pageSource(name: string, { coverage, suppressed, notes }: Report): PageSource {
  return {
    name: printable(name),
    read: coverageInWords(coverage),
    places: placesRead(coverage),
    suppressed,
    unread: unreadOf(coverage.unread),
    skipped: skippedOf(coverage.skipped),
    notes: notes.map(({ kind, path, line, message }) => ({ kind: kind.replaceAll('-', ' '), place: printable(line === undefined ? path : `${path}:${line}`), message: printable(message) })),
  };
}
