import type { Finding } from '@submit-guard/core';
import { quotePath } from '../../paths/quote-path.ts';
import type { SentRequest } from '../../sources/web/browsers/sent-request.ts';
import type { Visit } from '../../sources/web/browsers/visit-page.ts';
import { describedUrl } from '../../sources/web/described-url.ts';
import type { Engine } from '../engine.ts';
import { Tally } from '../outcome.ts';
import { scanBytes } from '../scan-bytes.ts';

/**
 * Scans what a page did in a browser: the requests it sent, what went over its web sockets and what it put into the browser's stores. Each is
 * a member of the page, as files are of archives: `https://shop.example/!POST https://submit.atomyx.io/api/jobs`. What it loaded is scanned
 * with the page itself.
 */
export function scanVisit(engine: Engine, address: URL, { requests, sockets, stored, problem }: Pick<Visit, 'requests' | 'sockets' | 'stored' | 'problem'>): Tally {
  const tally = new Tally();
  const page = describedUrl(address);
  const reported = new Set<string>();
  const scan = (member: string, name: string, text: string, complete: (finding: Finding) => Finding = (finding) => finding): void => {
    const path = quotePath(`${page}!${member}`);
    const bytes = Buffer.from(text);
    const outcome = scanBytes(engine, bytes, { path, name });
    const findings = outcome.findings.map(complete).filter((finding) => isNew(finding, reported));
    tally.addBlob(path, bytes.length, { ...outcome, findings });
  };
  for (const request of requests) {
    const from = request.from;
    const original = from && URL.canParse(from.url) ? { path: quotePath(describedUrl(new URL(from.url))), line: from.line, column: from.column } : undefined;
    scan(`${request.method} ${describedUrl(new URL(request.url))}`, 'request.http', messageOf(request), (finding) => ({ ...finding, ...(original !== undefined && { original }) }));
  }
  for (const { url, text } of sockets) scan(`web socket ${describedUrl(new URL(url))}`, 'message.txt', text);
  for (const { store, entries } of stored) scan(store, `${store}.json`, JSON.stringify(entries, null, 2));
  if (problem !== undefined) tally.unread.push({ path: page, reason: problem });
  return tally;
}

/** A page may send the same again and again: each place and key counts once. */
function isNew({ path, ruleId, secret, original, line, column }: Finding, reported: Set<string>): boolean {
  const identity = JSON.stringify([path, ruleId, secret?.fingerprint, original ?? [line, column]]);
  if (reported.has(identity)) return false;
  reported.add(identity);
  return true;
}

/** A request as it would go over the wire (RFC 9112, section 3.2.2), its credentials first: what the detector reads in logs and traces. */
function messageOf({ method, url, headers, body }: SentRequest): string {
  const fields = Object.entries(headers).map(([name, value]) => `${name}: ${value.replace(/[\r\n]+/g, ' ')}`);
  const inOrder = [...fields.filter(isAuthorization), ...fields.filter((field) => !isAuthorization(field))];
  return `${method} ${url} HTTP/1.1\r\n${inOrder.join('\r\n')}\r\n\r\n${body ?? ''}`;
}

function isAuthorization(field: string): boolean {
  return /^(?:proxy-)?authorization:/i.test(field);
}
