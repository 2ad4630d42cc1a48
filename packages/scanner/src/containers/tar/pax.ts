import { pathFromBytes } from '../../paths/file-path.ts';
import type { FilePath } from '../../paths/file-path.ts';
import { withoutDot } from './header.ts';

/** What a pax header says of the next member. */
export interface PaxAttributes {
  readonly name?: FilePath;
  readonly size?: number;
}

const blank = 0x20;
const equals = 0x3d;

/** Reads records `LENGTH KEY=VALUE\n` (POSIX.1-2017, pax, "pax Extended Header"); behind one that is faulty nothing is read. */
export function parsePaxRecords(bytes: Buffer): PaxAttributes {
  let attributes: PaxAttributes = {};
  for (let at = 0; at < bytes.length;) {
    const gap = bytes.indexOf(blank, at);
    const length = gap === -1 ? NaN : Number(bytes.toString('latin1', at, gap));
    const separator = gap === -1 ? -1 : bytes.indexOf(equals, gap);
    const end = at + length;
    if (!Number.isInteger(length) || length <= 0 || end > bytes.length || separator === -1 || separator >= end) break;
    const key = bytes.toString('latin1', gap + 1, separator);
    const value = bytes.subarray(separator + 1, end - 1);
    if (key === 'path' || key === 'GNU.sparse.name') attributes = { ...attributes, name: pathFromBytes(withoutDot(value)) };
    else if (key === 'size' && /^\d{1,15}$/.test(value.toString('latin1'))) attributes = { ...attributes, size: Number(value.toString('latin1')) };
    at = end;
  }
  return attributes;
}
