import type { Layout } from '../layouts/layout.ts';
import { credibilityOf } from '../values/credibility.ts';
import type { Candidate } from './candidate.ts';
import { splitRow } from './column-values.ts';

/** Headers of the columns with the password and the address, as the exports of Bitwarden, 1Password, LastPass, KeePass, KeePassXC and browsers have them. */
const ofPassword = /^(?:login_)?password$/i;
const ofAddress = /^(?:url|uri|login_uri|web ?site)$/i;

const longestHeader = 1000;
const mostRows = 10_000;
const delimiters = [',', ';', '\t'] as const;

/** Passwords that a password manager has exported as a table, each with the host in its row. */
export function* passwordExports(layout: Layout): Generator<Candidate> {
  const header = layout.lineText(0).slice(0, longestHeader);
  if (!/password/i.test(header)) return;
  layout.noteFar();
  const delimiter = delimiters.find((char) => header.includes(char));
  if (delimiter === undefined) return;
  const columns = splitRow(header, delimiter).map(({ text }) => text);
  const password = columns.findIndex((name) => ofPassword.test(name));
  const address = columns.findIndex((name) => ofAddress.test(name));
  if (password === -1 || address === -1) return;
  for (let line = 1; line < layout.lines.length && line <= mostRows; line++) {
    const cells = splitRow(layout.lineText(line), delimiter);
    const value = cells[password];
    const place = cells[address];
    const host = /^(?:https?:\/\/)?([\w.-]+)/i.exec(place?.text ?? '')?.[1]?.toLowerCase();
    // A note may go on over lines: these have other columns, or no address.
    if (cells.length !== columns.length || value === undefined || place === undefined || host === undefined || credibilityOf(value.text) !== 'strong') continue;
    const { start } = layout.lineRange(line);
    yield {
      start: start + value.start, end: start + value.start + value.text.length, text: value.text,
      anchor: { start: start + place.start, end: start + place.start + place.text.length }, header: true, host,
    };
  }
}
